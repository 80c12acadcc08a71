using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>What rules about policies know of a tenant that was scanned.</summary>
public sealed class TenantKnowledgeTests
{
    private static readonly APolicy Policy = new("p")
    {
        Users = APolicy.Group("gone", "there", "unread"), Conditions = """ "locations":{"includeLocations":["Oslo","nowhere"]}""",
    };

    [Fact]
    public void Groups_and_locations_that_are_gone_are_told_by_the_names_of_what_is_there()
    {
        PolicyMemberFacts members = new(
            [
                new(MembershipKind.Group, "gone", 0, IsGone: true, null),
                new(MembershipKind.Group, "there", 4, IsGone: false, null),
                new(MembershipKind.Group, "unread", 0, IsGone: false, ATenant.NoConsent),
            ],
            0);
        var known = Of(new() { PolicyMembers = members, Devices = ADevice.Counted((ADevice.QX, 2)) }, ImmutableArray.Create(new NamedLocationFacts("oslo", "Oslo office", null, "{}")));
        var findings = Find(known);

        Assert.Equal("\"p\" names 1 group that is gone: gone.", findings.Single(finding => finding.Code is "deleted-group").Sentence);
        Assert.Equal("\"p\" names 1 named location that is gone: nowhere.", findings.Single(finding => finding.Code is "deleted-location").Sentence);
        Assert.Equal(["unread"], known.Uncertain);
        Assert.Equal(("Oslo office", 2), (known.Names.Locations["OSLO"], known.Devices?.Devices));
        Assert.Contains("It applies only from Oslo office or nowhere.", PolicyWords.Of(Policy.Read(), known.Names), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_scan_could_not_read_stays_unknown()
    {
        var known = Of(TenantInventory.NotRead, ATenant.NoConsent);

        Assert.Equal((null, null, null, null), (known.GroupIds, known.LocationIds, known.Devices, known.UserIds));
        Assert.DoesNotContain(Find(known), finding => finding.Code.StartsWith("deleted-", StringComparison.Ordinal));
    }

    private static KnownTenant Of(TenantInventory inventory, Result<ImmutableArray<NamedLocationFacts>> locations)
    {
        var stored = new ConditionalAccessPolicyFacts("p", "p", PolicyState.Enabled, [], Policy.Read().Source.GetRawText());
        var tenant = ATenant.Knowing(inventory) with { Policies = ImmutableArray.Create(stored), NamedLocations = locations };
        return TenantKnowledge.Of(tenant, TenantSignIns.Of(tenant, ConditionalAccessApps.Shipped).Value, null, ConditionalAccessNames.Shipped);
    }

    private static ImmutableArray<PolicyFinding> Find(KnownTenant known) => FindingRules.Find([Policy.Read()], ConditionalAccessApps.Shipped, known);
}
