using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>Whom a policy is about, in words.</summary>
internal static class PeopleWords
{
    private const int MostNames = 5;

    public static string Of(ConditionalAccessPolicy policy, PolicyNames names) => policy.Workload is { } workload
        ? $"It is about workload identities, and so never about people{Principals(workload)}."
        : $"It is about {Included(policy.Users, names)}{Excluded(policy.Users, names)}.";

    /// <summary>Whom it takes in.</summary>
    public static string Included(UserCondition users, PolicyNames names)
    {
        var people = Parts(users.Users.Include, users.Groups.Include, users.Roles.Include, users.IncludeGuests, names);
        return people.Count == 0 ? "nobody" : Say.List(people, "and");
    }

    private static string Excluded(UserCondition users, PolicyNames names)
    {
        var people = Parts(users.Users.Exclude, users.Groups.Exclude, users.Roles.Exclude, users.ExcludeGuests, names);
        return people.Count == 0 ? "" : $", without {Say.List(people, "and")}";
    }

    /// <summary>A few of the names, and how many more there are.</summary>
    public static string Some(IReadOnlyList<string> names) => names.Count <= MostNames
        ? Say.List(names, "and")
        : $"{string.Join(", ", names.Take(MostNames))} and {Say.Count(names.Count - MostNames, "other", "others")}";

    private static List<string> Parts(ImmutableArray<string> users, ImmutableArray<string> groups, ImmutableArray<string> roles, GuestCondition? guests, PolicyNames names)
    {
        List<string> parts = [.. users.Where(IsWord).Select(Word).Distinct()];
        Add([.. users.Where(user => !IsWord(user)).Select(names.User)], "the person", "the people");
        Add([.. groups.Select(names.Group)], "members of the group", "members of the groups");
        Add([.. roles.Select(names.Role)], "holders of the role", "holders of the roles");
        parts.AddRange(Guests(guests, names));
        return parts;

        void Add(List<string> found, string one, string many)
        {
            if (found.Count > 0)
            {
                parts.Add($"{(found.Count == 1 ? one : many)} {Some(found)}");
            }
        }
    }

    private static IEnumerable<string> Guests(GuestCondition? guests, PolicyNames names)
    {
        if (guests is null)
        {
            yield break;
        }

        var kinds = guests.Types.IsEmpty ? "guests of no kind" : Say.List(guests.Types.Select(Kind), "and");
        yield return guests.Tenants switch
        {
            null => kinds,
            [] => $"{kinds} from no organisation at all",
            [var only] => $"{kinds} from the organisation {names.Tenant(only)}",
            var several => $"{kinds} from the organisations {Some([.. several.Value.Select(names.Tenant)])}",
        };
    }

    private static bool IsWord(string user) => user.ToUpperInvariant() is "ALL" or "NONE" or "GUESTSOREXTERNALUSERS";

    private static string Word(string user) => user.ToUpperInvariant() switch
    {
        "ALL" => "everybody",
        "NONE" => "nobody",
        _ => "guests and external users",
    };

    private static string Kind(string type) => type.ToUpperInvariant() switch
    {
        "INTERNALGUEST" => "local guest accounts",
        "B2BCOLLABORATIONGUEST" => "invited guests",
        "B2BCOLLABORATIONMEMBER" => "invited people who are members here",
        "B2BDIRECTCONNECTUSER" => "people who connect directly from their own organisation",
        "OTHEREXTERNALUSER" => "other external users",
        "SERVICEPROVIDER" => "service providers",
        _ => type,
    };

    private static string Principals(WorkloadCondition workload)
    {
        var (all, some) = (workload.ServicePrincipals.Include.Where(IsAll).Any(), workload.ServicePrincipals.Include.Where(one => !IsAll(one)).ToList());
        var included = all ? ": all that the organisation owns" : some.Count == 0 ? "" : $": {Some(some)}";
        var excluded = workload.ServicePrincipals.Exclude.IsEmpty ? "" : $", without {Some([.. workload.ServicePrincipals.Exclude])}";
        var filter = workload.HasFilter ? ", as a rule on their attributes picks them" : "";
        var risk = workload.RiskLevels.IsEmpty ? "" : $", at {Say.List(workload.RiskLevels, "or")} risk";
        return included + excluded + filter + risk;

        static bool IsAll(string one) => one.Equals("ServicePrincipalsInMyTenant", StringComparison.OrdinalIgnoreCase);
    }
}
