using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>Somebody who asks for a resource. Each fact may be left out and is then unknown. A sign-in is a person's, never a workload's.</summary>
public sealed record SignIn
{
    /// <summary>The person's object id.</summary>
    public Known<string> UserId { get; init; }

    /// <summary><c>member</c> or <c>guest</c>.</summary>
    public Known<string> UserType { get; init; }

    /// <summary>The kind of external user, for example <c>b2bCollaborationGuest</c>; nothing for the organisation's own people.</summary>
    public Known<string> ExternalUserType { get; init; }

    /// <summary>The tenant that an external user comes from.</summary>
    public Known<string> HomeTenantId { get; init; }

    /// <summary>The groups that the person is in, nested ones too.</summary>
    public Known<ImmutableHashSet<string>> GroupIds { get; init; }

    /// <summary>The template ids of the built-in roles that the person holds for the whole tenant.</summary>
    public Known<ImmutableHashSet<string>> RoleTemplateIds { get; init; }

    /// <summary>Groups and roles of which it isn't known whether the person is in them, although the others are known.</summary>
    public ImmutableHashSet<string> UncertainIds { get; init; } = SetOf([]);

    /// <summary>What is asked for.</summary>
    public SignInTarget? Target { get; init; }

    /// <summary>The kind of client, as policies write it.</summary>
    public Known<string> ClientAppType { get; init; }

    /// <summary>The device's platform, as policies write it, or any other word.</summary>
    public Known<string> Platform { get; init; }

    /// <summary>The device.</summary>
    public FilterDevice Device { get; init; } = new(Truth.Unknown, Truth.Unknown, FilterDevice.NoProperties);

    /// <summary>Whether the device is a headset, registered or not, as far as its maker and model are known.</summary>
    public bool IsHeadset { get; init; }

    /// <summary>The named locations that the place belongs to.</summary>
    public Known<ImmutableHashSet<string>> NamedLocationIds { get; init; }

    /// <summary>Whether the place is trusted.</summary>
    public Truth IsTrustedLocation { get; init; } = Truth.Unknown;

    /// <summary>The risk of this sign-in; nothing is no risk.</summary>
    public Known<string> SignInRisk { get; init; }

    /// <summary>The person's risk; nothing is no risk.</summary>
    public Known<string> UserRisk { get; init; }

    /// <summary>The person's insider risk; nothing is no risk.</summary>
    public Known<string> InsiderRisk { get; init; }

    /// <summary>How the session began: <c>none</c>, <c>deviceCodeFlow</c> or <c>authenticationTransfer</c>.</summary>
    public Known<string> AuthenticationFlow { get; init; }

    /// <summary>The controls that have been met, as <see cref="Policies.GrantControls"/> names them. The device's state is never among them.</summary>
    public Known<ImmutableHashSet<string>> Satisfied { get; init; }

    /// <summary>The authentication strengths that have been met.</summary>
    public Known<ImmutableHashSet<string>> AuthenticationStrengthIds { get; init; }

    /// <summary>Whether multifactor authentication at home counts for an external user.</summary>
    public Truth TrustsMfa { get; init; } = Truth.Unknown;

    /// <summary>Whether a device that is compliant at home counts for an external user.</summary>
    public Truth TrustsCompliantDevice { get; init; } = Truth.Unknown;

    /// <summary>Whether a device that is hybrid joined at home counts for an external user.</summary>
    public Truth TrustsHybridJoinedDevice { get; init; } = Truth.Unknown;

    /// <summary>Ids and names without regard to capitals.</summary>
    public static ImmutableHashSet<string> SetOf(IEnumerable<string> values) => values.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the person comes from another organisation. A local guest account doesn't.</summary>
    internal Truth IsExternal => ExternalUserType is { IsKnown: true, Value: { } type } ? TruthLogic.Of(!type.Equals("internalGuest", StringComparison.OrdinalIgnoreCase))
        : ExternalUserType.IsKnown ? UserType.Test(type => "guest".Equals(type, StringComparison.OrdinalIgnoreCase)) is Truth.No ? Truth.No : Truth.Unknown
        : Truth.Unknown;

    /// <summary>Whether the session began with a device code, and so carries no state of a device.</summary>
    internal Truth BeganWithDeviceCode => AuthenticationFlow.Test(flow => "deviceCodeFlow".Equals(flow, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a sign-in asks for.</summary>
/// <param name="Kind">What sort of thing.</param>
/// <param name="Value">The app id, the user action or the authentication context.</param>
public sealed record SignInTarget(SignInTargetKind Kind, string Value);

/// <summary>The sorts of things that a sign-in can ask for.</summary>
public enum SignInTargetKind
{
    /// <summary>A resource, by its app id.</summary>
    Application,

    /// <summary>A user action.</summary>
    UserAction,

    /// <summary>An authentication context.</summary>
    AuthenticationContext,
}
