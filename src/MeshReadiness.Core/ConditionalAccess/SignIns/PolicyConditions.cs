using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>The conditions of a policy for one sign-in. All are judged, also behind the first that isn't met.</summary>
internal static class PolicyConditions
{
    private const string All = "All";

    /// <summary>The conditions that the policy sets, in a fixed order. All of them have to be met.</summary>
    public static ImmutableArray<ConditionResult> Judge(ConditionalAccessPolicy policy, SignIn signIn, AppGroups apps) =>
    [
        .. new[]
        {
            Workload(policy),
            WhereModelled(policy, PersonConditions.Name, PersonConditions.Judge(policy.Users, signIn)),
            WhereModelled(policy, "applications", Resources(policy.Resources, signIn.Target, apps)),
            ClientAppTypes(policy.ClientAppTypes, signIn),
            Platforms(policy.Platforms, signIn),
            Locations(policy.Locations, signIn),
            WhereModelled(policy, "devices", Filter(policy.Filter, signIn)),
            Risk("signInRisk", policy.SignInRiskLevels, signIn.SignInRisk),
            Risk("userRisk", policy.UserRiskLevels, signIn.UserRisk),
            Risk("insiderRisk", policy.InsiderRiskLevels, signIn.InsiderRisk),
            Flows(policy.TransferMethods, signIn),
        }.OfType<ConditionResult>(),
        .. Others(policy),
    ];

    private static ConditionResult? Workload(ConditionalAccessPolicy policy) => policy.Workload is null
        ? null
        : new("workload", Truth.No, "The policy is about workload identities, and this is a person.");

    // What stands beside what is modelled may take in or out whom it likes.
    private static ConditionResult? WhereModelled(ConditionalAccessPolicy policy, string part, ConditionResult? judged)
    {
        var strange = policy.Unmodelled.FirstOrDefault(path => path.StartsWith($"conditions.{part}.", StringComparison.Ordinal));
        return strange is null ? judged : new(judged?.Condition ?? part, Truth.Unknown, $"The policy says something here that isn't understood: {strange}.");
    }

    private static IEnumerable<ConditionResult> Others(ConditionalAccessPolicy policy) => policy.Unmodelled
        .Where(path => path.StartsWith("conditions.", StringComparison.Ordinal))
        .Select(path => path.Split('.'))
        .Where(path => path[1] is not ("users" or "applications" or "devices"))
        .Select(path => new ConditionResult(path[1], Truth.Unknown, $"The policy has a condition that isn't understood: {string.Join('.', path)}."));

    private static ConditionResult Resources(ResourceCondition condition, SignInTarget? target, AppGroups apps)
    {
        const string Name = "resources";

        switch (target)
        {
            case null:
                return new(Name, Truth.Unknown, "What is asked for isn't known.");
            case { Kind: SignInTargetKind.UserAction }:
                return Named(condition.UserActions, target.Value, "user action");
            case { Kind: SignInTargetKind.AuthenticationContext }:
                return Named(condition.AuthenticationContexts, target.Value, "authentication context");
        }

        if (condition.Applications.Exclude.FirstOrDefault(Means) is { } taken)
        {
            return new(Name, Truth.No, $"The resource is taken out, as {taken}.");
        }

        if (condition.HasApplicationFilter)
        {
            return new(Name, Truth.Unknown, "A rule on attributes of apps decides, and these attributes aren't read.");
        }

        return condition.Applications.Include.FirstOrDefault(Means) is { } named
            ? new(Name, Truth.Yes, $"The resource is named, as {named}.")
            : new(Name, Truth.No, "The resource isn't named.");

        bool Means(string entry) => Same(entry, All) || Same(entry, target.Value)
            || (Same(entry, "Office365") && apps.Office365.Contains(target.Value))
            || (Same(entry, "MicrosoftAdminPortals") && apps.AdminPortals.Contains(target.Value));

        static ConditionResult Named(ImmutableArray<string> entries, string value, string what) => entries.Contains(value, StringComparer.OrdinalIgnoreCase)
            ? new(Name, Truth.Yes, $"The {what} is named.")
            : new(Name, Truth.No, $"The policy doesn't name this {what}.");
    }

    private static ConditionResult? ClientAppTypes(ImmutableArray<string> types, SignIn signIn) => types.IsEmpty || Has(types, All)
        ? null
        : Listed("clientAppTypes", types, signIn.ClientAppType, "kind of client");

    private static ConditionResult? Platforms(IncludeExclude? platforms, SignIn signIn)
    {
        if (platforms is null)
        {
            return null;
        }

        var included = platforms.Include.IsEmpty ? Truth.Yes : In(platforms.Include);
        return new("platforms", included.And(In(platforms.Exclude).Not()), signIn.Platform.IsKnown
            ? $"The platform is {signIn.Platform.Value ?? "none"}; the policy {InWords(platforms)}."
            : "The platform isn't known.");

        Truth In(ImmutableArray<string> list) => list.IsEmpty ? Truth.No
            : Has(list, All) ? Truth.Yes
            : signIn.Platform.Test(platform => platform is not null && Has(list, platform));
    }

    private static ConditionResult? Locations(IncludeExclude? locations, SignIn signIn)
    {
        if (locations is null)
        {
            return null;
        }

        var (included, excluded) = (locations.Include.IsEmpty ? Truth.Yes : In(locations.Include), In(locations.Exclude));
        return new("locations", included.And(excluded.Not()), excluded is Truth.Yes ? "The place is taken out."
            : included is Truth.No ? "The place isn't among those that are named."
            : included is Truth.Yes && excluded is Truth.No ? "The place is among those that are named."
            : "Where the person is isn't known.");

        Truth In(ImmutableArray<string> list) => list.IsEmpty ? Truth.No
            : list.Select(entry => Same(entry, All) ? Truth.Yes
                : Same(entry, "AllTrusted") ? signIn.IsTrustedLocation
                : signIn.NamedLocationIds.Test(places => places?.Contains(entry) is true)).Max();
    }

    private static ConditionResult? Filter(DeviceFilter? filter, SignIn signIn)
    {
        const string Name = "deviceFilter";

        if (filter is null)
        {
            return null;
        }

        if (filter.Rule is null)
        {
            return new(Name, Truth.Unknown, $"The filter isn't a rule. {filter.Error?.Message}");
        }

        // With a device code no state of a device comes along.
        var (own, none) = (FilterEvaluation.Of(filter.Rule, signIn.Device), FilterEvaluation.Of(filter.Rule, FilterDevice.Unregistered));
        var match = signIn.BeganWithDeviceCode switch
        {
            Truth.Yes => none.Match,
            Truth.No => own.Match,
            _ => TruthLogic.Either(own.Match, none.Match),
        };
        var met = filter.Excludes ? match.Not() : match;
        var how = filter.Excludes ? "takes matching devices out" : "is about matching devices alone";
        return new(Name, met, $"The filter {how}, and this one {match switch { Truth.Yes => "matches", Truth.No => "doesn't match", _ => "may match or not" }}. {Why(signIn.BeganWithDeviceCode is Truth.Yes ? none : own)}".TrimEnd());
    }

    // The sentence of the one comparison that decides, where one does.
    private static string Why(FilterEvaluation evaluation) => evaluation.Parts.IsEmpty ? evaluation.Because ?? ""
        : evaluation.Parts.FirstOrDefault(part => part.Match == evaluation.Match || evaluation.Rule is FilterNot) is { } decisive ? Why(decisive)
        : "";

    private static ConditionResult? Risk(string name, ImmutableArray<string> levels, Known<string> risk) => levels.IsEmpty
        ? null
        : Listed(name, levels, risk.IsKnown ? risk.Value ?? "none" : risk, "level of risk");

    private static ConditionResult? Flows(ImmutableArray<string> methods, SignIn signIn) => methods.IsEmpty
        ? null
        : Listed("authenticationFlows", methods, signIn.AuthenticationFlow, "way in which the session began");

    private static ConditionResult Listed(string name, ImmutableArray<string> list, Known<string> fact, string what) => new(
        name,
        fact.Test(value => value is not null && Has(list, value)),
        fact.IsKnown ? $"The {what} is {fact.Value ?? "none"}; the policy names {string.Join(", ", list)}." : $"The {what} isn't known.");

    private static string InWords(IncludeExclude pair) => pair.Exclude.IsEmpty
        ? $"names {string.Join(", ", pair.Include)}"
        : $"names {(pair.Include.IsEmpty ? "all" : string.Join(", ", pair.Include))} and takes {string.Join(", ", pair.Exclude)} out";

    private static bool Has(ImmutableArray<string> list, string word) => list.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
