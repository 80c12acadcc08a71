using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about people that are not about a single requirement.</summary>
internal static class PeopleChecks
{
    public static CheckResult UsageLocationSet(CheckFacts facts) =>
        facts.Population.TryGet(out var population)
            ? population.LicensedWithoutUsageLocation == 0
                ? CheckResult.Pass("Everybody with a licence has a usage location.")
                : CheckResult.Fail(
                    $"{Words.Count(population.LicensedWithoutUsageLocation, "person", "people")} with a licence but without a usage location.",
                    new Finding(
                        Words.Count(population.LicensedWithoutUsageLocation, "person", "people"),
                        "usageLocation is not set", "a country or region", "Set the usage location in the person's properties.", "User Administrator"))
            : PeopleUnread(facts);

    public static CheckResult LicenceErrorsClear(CheckFacts facts)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return PeopleUnread(facts);
        }

        if (population.WithLicenceErrors == 0)
        {
            return CheckResult.Pass("Nobody has a licence assignment error.");
        }

        ImmutableArray<Finding> groups = facts.Tenant.Groups.TryGet(out var read) ? MembersInError(read) : [];

        return CheckResult.Fail(
            $"{Words.Count(population.WithLicenceErrors, "person has", "people have")} a licence that could not be assigned.", groups);
    }

    public static CheckResult GuestsAccepted(CheckFacts facts)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return PeopleUnread(facts);
        }

        var guests = CheckFacts.InScope(population, Audience.Guests).Sum(count => count.People);
        var pending = population.PendingGuests;

        return (guests, pending) switch
        {
            (0, 0) => CheckResult.NotApplicable("The directory has no guest who may sign in."),
            (_, 0) => CheckResult.Pass($"{Words.People(guests, Audience.Guests)} in the directory, and every invitation has been accepted."),
            _ => CheckResult.Fail(
                $"{Words.Number(pending)} {(pending == 1 ? "guest has" : "guests have")} not accepted the invitation.",
                new Finding(Words.People(pending, Audience.Guests), "PendingAcceptance", "Accepted",
                    "Send the invitation again and ask the guest to accept it.", "Guest Inviter")),
        };
    }

    public static CheckResult LicensedByGroup(CheckFacts facts)
    {
        if (!facts.Population.TryGet(out var population))
        {
            return PeopleUnread(facts);
        }

        var (byGroup, direct) = (population.LicensedByGroup, population.LicensedDirectlyOnly);
        var shares = $"{Words.Count(byGroup, "person", "people")} licensed through groups, {Words.Count(direct, "person", "people")} only directly.";

        if (byGroup + direct == 0)
        {
            return CheckResult.NotApplicable("Nobody holds a licence.");
        }

        if (direct > byGroup)
        {
            return CheckResult.Fail(shares, new Finding(
                Words.Count(direct, "person", "people"), "licensed one by one", "licensed through a group",
                "Assign the product to a group, add the people, and remove the direct assignment.", "License Administrator"));
        }

        if (!facts.Tenant.Groups.TryGet(out var groups))
        {
            return CheckResult.Unknown("The groups", facts.Tenant.Groups.Problem);
        }

        var inError = MembersInError(groups);
        return inError.IsEmpty
            ? CheckResult.Pass(shares)
            : CheckResult.Fail($"{shares} {Words.Count(inError.Length, "group has", "groups have")} members who did not get everything.", inError);
    }

    private static ImmutableArray<Finding> MembersInError(ImmutableArray<GroupFacts> groups) =>
        [.. groups.Where(group => group.HasMembersWithLicenseErrors).Select(group => new Finding(
            group.DisplayName ?? group.Id, "some members did not get what the group gives", "every member has the group's licences",
            "Open the group's licences, resolve the errors and have them processed again.", "License Administrator"))];

    private static CheckResult PeopleUnread(CheckFacts facts) => CheckResult.Unknown("The people", facts.Population.Problem);
}
