using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>
/// Everything about a person that can change a verdict, and nothing else. People with the same footprint get the same
/// verdicts, so a population of any size is judged as often as it has footprints: a few dozen times.
/// </summary>
/// <param name="UserType">Member or guest; <see langword="null"/> when not told.</param>
/// <param name="AccountEnabled">Whether the account may sign in; <see langword="null"/> when not told.</param>
/// <param name="Standings">
/// One letter for each of the playbook's requirements, in their order, see <see cref="Read"/>; then those of <see cref="SignInReasons"/>;
/// then one for how far an invitation is, where somebody has one.
/// </param>
public sealed record Footprint(UserType? UserType, bool? AccountEnabled, string Standings)
{
    private const string Letters = "WUSOFM";
    private const char Accepted = 'A', Pending = 'P';

    /// <summary>
    /// How far the invitation is; <see langword="null"/> for members, to whom it makes no difference, and where it isn't known.
    /// No other letter is one of these two.
    /// </summary>
    public InvitationState? Invitation => Standings switch
    {
        [.., Accepted] => InvitationState.Accepted,
        [.., Pending] => InvitationState.PendingAcceptance,
        _ => null,
    };

    /// <summary>Makes the footprint from standings given in the order of the playbook's requirements, the letters of sign-ins, and the invitation.</summary>
    public static Footprint Of(
        UserType? userType, bool? accountEnabled, ImmutableArray<PlanStanding> standings, string signIns = "", InvitationState? invitation = null) => new(
        userType,
        accountEnabled,
        string.Concat(standings.Select(standing => Letters[(int)standing])) + signIns + (userType is Tenant.UserType.Member ? "" : LetterOf(invitation)));

    private static string LetterOf(InvitationState? invitation) => invitation switch
    {
        InvitationState.Accepted => $"{Accepted}",
        InvitationState.PendingAcceptance => $"{Pending}",
        _ => "",
    };

    /// <summary>The standing to the requirement at this place in the playbook.</summary>
    public PlanStanding Read(int requirement) => (PlanStanding)Letters.IndexOf(Standings[requirement], StringComparison.Ordinal);
}

/// <summary>How many people share a footprint.</summary>
public sealed record FootprintCount(Footprint Footprint, int People);
