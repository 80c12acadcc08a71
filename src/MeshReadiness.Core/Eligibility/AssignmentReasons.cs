using System.Collections.Immutable;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>Why a licence didn't come to one person, and what has to be there before one can be assigned.</summary>
internal sealed class AssignmentReasons(TenantFacts tenant, TenantProducts products, ProductCatalogue catalogue, SeatWords seats)
{
    private const string GroupLicensingPage = "https://learn.microsoft.com/entra/identity/users/licensing-groups-resolve-problems";

    /// <summary>The reason about an assignment that failed, with the product, the group and the error.</summary>
    public Reason Failed(Reason reason, PlanRequirement requirement, PersonFacts person)
    {
        var failed = person.User.LicenseAssignmentStates.First(state =>
            state.IsInError && products.Skus.GetValueOrDefault(state.SkuId) is { } sku && requirement.AnyOf.Any(sku.Carries));
        var from = failed.AssignedByGroup is { } group ? $"The group {GroupNames.Find(group, person, tenant)} gives" : "This person was given";

        return reason with
        {
            Sentence = $"{from} {ProductName(failed.SkuId)}, which carries {requirement.Name}, but it could not be assigned: {failed.Error ?? failed.State}.",
            Remedy = $"{Resolve(failed.Error)} Then have the assignment processed again. {seats.For(requirement)}",
        };
    }

    /// <summary>
    /// One reason for each group that gives the product and has the person in it only through another group: licences don't
    /// follow nesting. Where nobody told the direct groups, a group of which no licence came gives itself away.
    /// </summary>
    public IEnumerable<Reason> Nested(PlanRequirement requirement, PersonFacts person)
    {
        foreach (var (group, isDirect) in (person.Groups.TryGet(out var all) ? all.Groups : []).Select(group => (group, IsDirect(group, person))))
        {
            if (isDirect is not true && (isDirect is false || GaveNothing(group, person)) && Gives(group).Where(sku => products.Skus.GetValueOrDefault(sku) is { } carried && requirement.AnyOf.Any(carried.Carries)).ToList() is [var sku, ..])
            {
                var name = GroupNames.Find(group.Id, person, tenant);
                yield return new(
                    $"{requirement.Id}{RequirementReasons.Separator}nested-group", Verdict.NotReady,
                    isDirect is false
                        ? $"The group {name} gives {ProductName(sku)}, but this person is only in a group inside it, and licences reach direct members alone."
                        : $"The group {name} gives {ProductName(sku)} and this person is in it, but no licence came from it. Licences reach direct members alone, so this person is most likely only in a group inside it.",
                    $"Add this person to {name} directly, or give the licence to the group that they are a direct member of.",
                    requirement.Role, GroupLicensingPage)
                {
                    Proof = isDirect is false
                        ? [new($"transitiveMemberOf has {group.Id}, memberOf doesn't", FactOrigin.Memberships)]
                        : [new($"transitiveMemberOf has {group.Id}", FactOrigin.Memberships), new($"licenseAssignmentStates has nothing assigned by {group.Id}")],
                };
            }
        }
    }

    /// <summary>Whether a licence could be assigned as far as the usage location goes.</summary>
    public static Reason UsageLocation(PersonFacts person) =>
        !person.Tells(UserProperties.UsageLocation) ? new Reason(
            "usage-location:not-told", Verdict.Unknown, "usageLocation isn't among the facts, so whether a licence could be assigned is unknown.",
            "Read the person with usageLocation.", Source: GroupLicensingPage) { Proof = [new("usageLocation is not told")] }
        : string.IsNullOrEmpty(person.User.UsageLocation) ? new Reason(
            "usage-location:missing", Verdict.NotReady, "No usage location is set, and no licence can be assigned directly without one.",
            "Set the usage location before the licence is assigned.", "User Administrator", GroupLicensingPage) { Proof = [new("usageLocation is not set")] }
        : new Reason(
            "usage-location:set", Verdict.Ready, $"The usage location is {person.User.UsageLocation}, so a licence can be assigned.", Source: GroupLicensingPage)
        {
            Proof = [new($"usageLocation is {person.User.UsageLocation}")],
        };

    private static bool? IsDirect(GroupFacts group, PersonFacts person) => person.DirectGroups.TryGet(out var direct) ? direct.Has(group.Id) : null;

    private static bool GaveNothing(GroupFacts group, PersonFacts person) => person.Tells(UserProperties.Assignments)
        && !person.User.LicenseAssignmentStates.Any(state => group.Id.Equals(state.AssignedByGroup, StringComparison.OrdinalIgnoreCase));

    // A file may leave out what a group gives; a scan has read it.
    private ImmutableArray<Guid> Gives(GroupFacts group) => group.AssignedSkuIds.IsEmpty ? Known(group.Id)?.AssignedSkuIds ?? [] : group.AssignedSkuIds;

    private GroupFacts? Known(string id) => tenant.Groups.TryGet(out var groups) ? groups.FirstOrDefault(group => group.Id.Equals(id, StringComparison.OrdinalIgnoreCase)) : null;

    private string ProductName(Guid skuId) => catalogue.ProductName(skuId, products.Skus.GetValueOrDefault(skuId)?.SkuPartNumber);

    private static string Resolve(string? error) => error?.ToUpperInvariant() switch
    {
        "COUNTVIOLATION" => "There were not enough seats: buy some or take some back.",
        "MUTUALLYEXCLUSIVEVIOLATION" => "Another licence carries a plan that excludes this one: switch one of the two off.",
        "DEPENDENCYVIOLATION" => "A plan that this one needs is missing: assign it first, in the same group where a group assigns.",
        "PROHIBITEDINUSAGELOCATIONVIOLATION" => "The product isn't offered in the person's usage location: correct the location or choose another product.",
        "UNIQUENESSVIOLATION" => "Another account has the same address: remove the double address.",
        _ => "Resolve the licence assignment error that the Microsoft Entra admin center shows.",
    };
}
