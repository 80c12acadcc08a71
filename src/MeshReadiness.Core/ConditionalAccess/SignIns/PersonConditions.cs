using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>Whether a policy is about the person: taken in by one of its entries, and taken out by none.</summary>
internal static class PersonConditions
{
    /// <summary>The condition's name.</summary>
    public const string Name = "users";

    public static ConditionResult Judge(UserCondition users, SignIn signIn)
    {
        var ((included, by), (excluded, outBy)) = (Strongest(Included(users, signIn)), Strongest(Excluded(users, signIn)));

        return new(Name, included.And(excluded.Not()), excluded is Truth.Yes ? $"The person is taken out: {outBy}."
            : included is Truth.No ? "The person isn't among those that the policy is about."
            : included is Truth.Yes && excluded is Truth.No ? $"The person is taken in: {by}."
            : $"It isn't known whether the policy is about the person: {(included is Truth.Unknown ? by : outBy)}.");
    }

    private static IEnumerable<(Truth Met, string By)> Included(UserCondition users, SignIn signIn) =>
    [
        .. users.Users.Include.Select(entry => entry.ToUpperInvariant() switch
        {
            "ALL" => (Truth.Yes, "everybody is"),
            "NONE" => (Truth.No, "nobody is"),
            _ => User(entry, signIn),
        }),
        .. Groups(users.Groups.Include, signIn),
        .. Roles(users.Roles.Include, signIn),
        Guests(users.IncludeGuests, signIn),
    ];

    private static IEnumerable<(Truth Met, string By)> Excluded(UserCondition users, SignIn signIn) =>
    [
        .. users.Users.Exclude.Select(entry => User(entry, signIn)),
        .. Groups(users.Groups.Exclude, signIn),
        .. Roles(users.Roles.Exclude, signIn),
        Guests(users.ExcludeGuests, signIn),
    ];

    private static (Truth, string) Strongest(IEnumerable<(Truth Met, string By)> entries) => entries.MaxBy(entry => entry.Met);

    private static (Truth, string) User(string entry, SignIn signIn) => entry.Equals("GuestsOrExternalUsers", StringComparison.OrdinalIgnoreCase)
        ? (IsGuest(signIn).Or(signIn.ExternalUserType.Test(type => type is not null)), "guests and external users are")
        : (signIn.UserId.Test(id => entry.Equals(id, StringComparison.OrdinalIgnoreCase)), "by name");

    private static IEnumerable<(Truth, string)> Groups(ImmutableArray<string> groups, SignIn signIn) =>
        groups.Select(group => (In(signIn.GroupIds, group, signIn), $"through the group {group}"));

    private static IEnumerable<(Truth, string)> Roles(ImmutableArray<string> roles, SignIn signIn) =>
        roles.Select(role => (In(signIn.RoleTemplateIds, role, signIn), $"through the role {role}"));

    private static Truth In(Known<ImmutableHashSet<string>> own, string id, SignIn signIn) => own.Test(ids => ids?.Contains(id) is true) switch
    {
        Truth.No when signIn.UncertainIds.Contains(id) => Truth.Unknown,
        var met => met,
    };

    private static (Truth, string) Guests(GuestCondition? guests, SignIn signIn) => guests is null || guests.Types.IsEmpty || guests.Tenants is []
        ? (Truth.No, "")
        : (Kind(guests, signIn).And(Home(guests, signIn)), "as a guest or external user");

    // A guest of whom nobody says which kind may be any; a member without a kind is the organisation's own.
    private static Truth Kind(GuestCondition guests, SignIn signIn) => signIn.ExternalUserType switch
    {
        { IsKnown: true, Value: { } type } => TruthLogic.Of(guests.Types.Contains(type, StringComparer.OrdinalIgnoreCase)),
        { IsKnown: true } when IsGuest(signIn) is Truth.No => Truth.No,
        _ => Truth.Unknown,
    };

    // A local guest account has no other home.
    private static Truth Home(GuestCondition guests, SignIn signIn) =>
        guests.Tenants is not { } tenants || "internalGuest".Equals(signIn.ExternalUserType.Value, StringComparison.OrdinalIgnoreCase)
            ? Truth.Yes
            : signIn.HomeTenantId.Test(home => home is not null && tenants.Contains(home, StringComparer.OrdinalIgnoreCase));

    private static Truth IsGuest(SignIn signIn) => signIn.UserType.Test(type => "guest".Equals(type, StringComparison.OrdinalIgnoreCase));
}
