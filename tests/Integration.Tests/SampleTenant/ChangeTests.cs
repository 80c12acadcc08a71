using System.Net;
using System.Text.Json;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class ChangeTests : IAsyncLifetime
{
    private const string MeshPlan = "acbca54f-c771-423b-a476-6d7a98cbbcec";
    private const string Premium = "52ea0e27-ae73-4983-a08f-13561ebdb823";
    private RunningTenant _tenant = null!;

    public async ValueTask InitializeAsync() => _tenant = await RunningTenant.StartAsync();

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task The_tenant_tells_which_changes_it_knows()
    {
        var changes = (await _tenant.ReadAsync("/_tenant")).GetProperty("changes").EnumerateArray().ToList();

        Assert.Equal(
            ["assign", "remove", "disable", "new-hire", "leaver", "group-membership", "policy-edit"], changes.Select(change => change.Text("name")));
        Assert.All(changes, change => Assert.Equal("POST", change.Text("method")));

        foreach (var change in changes)
        {
            var answer = await _tenant.PostAsync(change.Text("href")!);
            Assert.Single(answer.Json.GetProperty("affected").EnumerateArray());
        }
    }

    [Fact]
    public async Task An_assigned_licence_is_held_and_consumed()
    {
        var before = await ConsumedAsync(Premium);

        var people = await ChangeAsync("assign", 3);

        Assert.Equal(3, people.Distinct().Count());
        Assert.Equal(before + 3, await ConsumedAsync(Premium));

        foreach (var id in people)
        {
            var person = await PersonAsync(id);
            Assert.Contains(person.GetProperty("assignedLicenses").EnumerateArray(), one => one.Text("skuId") == Premium);
            Assert.Contains(
                person.GetProperty("assignedPlans").EnumerateArray(),
                row => row.Text("servicePlanId") == MeshPlan && row.Text("capabilityStatus") == "Enabled");
        }
    }

    [Fact]
    public async Task A_removed_licence_leaves_deleted_plans_behind()
    {
        var total = (await _tenant.ReadAsync("/v1.0/subscribedSkus")).Items().Sum(sku => sku.Number("consumedUnits"));

        var person = await PersonAsync(Assert.Single(await ChangeAsync("remove", 1)));

        Assert.Equal(total - 1, (await _tenant.ReadAsync("/v1.0/subscribedSkus")).Items().Sum(sku => sku.Number("consumedUnits")));
        Assert.Contains(person.GetProperty("assignedPlans").EnumerateArray(), row => row.Text("capabilityStatus") == "Deleted");
    }

    [Fact]
    public async Task A_disabled_account_is_seen_everywhere()
    {
        var before = (await _tenant.ReadAsync("/_tenant/expected")).GetProperty("people").Number("disabled");

        var person = await PersonAsync(Assert.Single(await ChangeAsync("disable", 1)));

        Assert.False(person.GetProperty("accountEnabled").GetBoolean());
        Assert.Equal(before + 1, (await _tenant.ReadAsync("/_tenant/expected")).GetProperty("people").Number("disabled"));
    }

    [Fact]
    public async Task Newcomers_are_listed_and_leavers_are_gone()
    {
        var hired = Assert.Single(await ChangeAsync("new-hire", 1));
        var left = await ChangeAsync("leaver", 2);

        var ids = (await _tenant.ItemsAsync("/v1.0/users?$select=id")).Select(person => person.Text("id")!).ToList();
        var gone = await _tenant.AskAsync("/v1.0/users/" + left[0]);

        Assert.Equal(299, ids.Count);
        Assert.Contains(hired, ids);
        Assert.Empty(ids.Intersect(left));
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Fact]
    public async Task Who_joins_a_group_is_its_member()
    {
        var joined = Assert.Single(await ChangeAsync("group-membership", 1));
        var group = (await _tenant.ReadAsync("/v1.0/groups?$filter=displayName eq 'Mesh pilot'")).Items().Single().Text("id")!;

        var members = await _tenant.ItemsAsync($"/v1.0/groups/{group}/members?$select=id");
        var check = await _tenant.PostAsync($"/v1.0/users/{joined}/checkMemberGroups", new { groupIds = new[] { group, Guid.Empty.ToString() } });

        Assert.Contains(joined, members.Select(member => member.Text("id")));
        Assert.Equal(group, Assert.Single(check.Json.Items()).GetString());
    }

    [Fact]
    public async Task An_edited_policy_has_another_state_and_a_later_date()
    {
        var before = (await _tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies")).Items().First();

        var edited = Assert.Single(await ChangeAsync("policy-edit", 1));

        var after = await _tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies/" + edited);
        Assert.Equal(before.Text("id"), edited);
        Assert.Equal("enabledForReportingButNotEnforced", after.Text("state"));
        Assert.True(after.GetProperty("modifiedDateTime").GetDateTimeOffset() > before.GetProperty("modifiedDateTime").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_count_that_is_no_count_is_refused()
    {
        var answer = await _tenant.PostAsync("/_tenant/changes/assign?count=0");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    private async Task<List<string>> ChangeAsync(string name, int count) =>
        [.. (await _tenant.PostAsync($"/_tenant/changes/{name}?count={count}")).Json.GetProperty("affected").EnumerateArray().Select(one => one.Text("id")!)];

    private Task<JsonElement> PersonAsync(string id) => _tenant.ReadAsync($"/v1.0/users/{id}?$select={RunningTenant.UserFacts}");

    private async Task<int> ConsumedAsync(string sku) =>
        (await _tenant.ReadAsync("/v1.0/subscribedSkus")).Items().Single(one => one.Text("skuId") == sku).Number("consumedUnits");
}
