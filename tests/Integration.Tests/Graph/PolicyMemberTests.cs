using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Who is in the groups and holds the roles that policies name, against the tenant's own arithmetic.</summary>
public sealed class PolicyMemberTests
{
    private const string Tenant = "--today 2026-03-31 --people 2300 --scenario ";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso", "none", 8, 1)]
    [InlineData("contoso", "heavy", 8, 1)]
    [InlineData("messy", "none", 8, 1)]
    [InlineData("messy", "heavy", 8, 1)]
    [InlineData("healthy", "none", 1, 0)]
    [InlineData("half-licensed", "none", 1, 0)]
    [InlineData("quest-blocked", "heavy", 1, 0)]
    [InlineData("government", "none", 1, 0)]
    [InlineData("education", "none", 1, 0)]
    public async Task Members_of_every_group_that_a_policy_names_are_as_the_tenant_counts_them(string scenario, string faults, int groups, int gone)
    {
        await using var tenant = await RunningTenant.StartAsync($"{Tenant}{scenario} --faults {faults}");
        var expected = (await tenant.ReadAsync("/_tenant/expected/policy-members")).GetProperty("groups").EnumerateArray().ToList();

        Assert.Equal((groups, gone), (expected.Count, expected.Count(group => group.Text("displayName") is null)));

        foreach (var group in expected)
        {
            var (members, problem) = await MembersAsync(Reader(tenant), group.Text("id")!);

            Assert.Equal(Ids(group.GetProperty("members")), members);
            Assert.Equal(group.Text("displayName") is null ? ProblemKind.NotFound : null, problem?.Kind);
            Assert.Equal(problem is null, members.Count > 0);
        }
    }

    [Theory]
    [InlineData("contoso", "none")]
    [InlineData("messy", "heavy")]
    public async Task Holders_of_every_role_that_a_policy_names_are_as_the_tenant_counts_them(string scenario, string faults)
    {
        await using var tenant = await RunningTenant.StartAsync($"{Tenant}{scenario} --faults {faults}");
        var expected = (await tenant.ReadAsync("/_tenant/expected/policy-members")).GetProperty("roles").EnumerateArray().ToList();
        var asked = expected.Select(role => role.Text("templateId")!.ToUpperInvariant()).ToHashSet();

        var read = (await Reader(tenant).ReadRoleHoldersAsync(asked, Cancelled)).Value;

        Assert.Equal(3, expected.Count);
        Assert.All(read, holder => Assert.False(holder.IsEligible));

        foreach (var role in expected)
        {
            var holders = read.Where(holder => holder.RoleId == role.Text("templateId") && holder.IsTenantWide).Select(holder => holder.PrincipalId);
            Assert.NotEmpty(holders);
            Assert.Equal(Ids(role.GetProperty("tenantWideHolders")), holders.ToHashSet());
        }
    }

    [Fact]
    public async Task Roles_held_through_a_group_or_for_a_unit_are_told_and_told_apart()
    {
        await using var tenant = await RunningTenant.StartAsync();
        var teams = DirectoryRoles.TemplateIds["Teams Administrator"];
        var apps = DirectoryRoles.TemplateIds["Office Apps Administrator"];
        var group = (await tenant.ItemsAsync("/v1.0/groups?$top=999")).Single(one => one.Text("displayName") == "Role Teams administrators").Text("id")!;

        var read = (await Reader(tenant).ReadRoleHoldersAsync(new HashSet<string> { teams, apps }, Cancelled)).Value;

        Assert.Equal([apps, teams], read.Select(holder => holder.RoleId).Distinct().Order(StringComparer.Ordinal));
        Assert.Superset((await MembersAsync(Reader(tenant), group)).Members, read.Where(holder => holder.RoleId == teams).Select(holder => holder.PrincipalId).ToHashSet());
        Assert.All(read, holder => Assert.Equal(holder.RoleId == teams, holder.IsTenantWide));
    }

    [Theory]
    [InlineData("Project Aurora", "Project Aurora", "Project Aurora partners", "Project Aurora reviewers")]
    [InlineData("Quest headset users", "Quest headset users", "Event hosts")]
    [InlineData("All employees", "All employees", "DEP ")]
    public async Task Nested_groups_count_and_groups_that_go_in_circles_end(string name, params string[] within)
    {
        await using var tenant = await RunningTenant.StartAsync("--people 1400");
        var groups = (await tenant.ItemsAsync("/v1.0/groups?$top=999")).ToLookup(group => group.Text("displayName")!, group => group.Text("id")!);
        HashSet<string> expected = [];

        foreach (var group in groups.Where(group => within.Contains(group.Key) || (within.Contains("DEP ") && group.Key.StartsWith("DEP ", StringComparison.Ordinal))))
        {
            var direct = await tenant.ItemsAsync($"/v1.0/groups/{group.Single()}/members?$top=999&$select=id");
            expected.UnionWith(direct.Where(member => member.Text("@odata.type") == "#microsoft.graph.user").Select(member => member.Text("id")!));
        }

        var (members, problem) = await MembersAsync(Reader(tenant), groups[name].Single());

        Assert.Null(problem);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, members);
    }

    [Fact]
    public async Task A_group_that_is_gone_is_named()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");

        var (members, problem) = await MembersAsync(Reader(tenant), "0b1e5a5e-9c3e-4b0c-9d2f-7d5a4f3c2b1a");

        Assert.Empty(members);
        Assert.Equal(new(ProblemKind.NotFound, "There is no group with the object id 0b1e5a5e-9c3e-4b0c-9d2f-7d5a4f3c2b1a. It may have been deleted."), problem);
    }

    [Fact]
    public async Task What_was_not_consented_to_names_its_permission()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20 --scenario consent-missing");

        var (_, members) = await MembersAsync(Reader(tenant), "0b1e5a5e-9c3e-4b0c-9d2f-7d5a4f3c2b1a");
        var holders = await Reader(tenant).ReadRoleHoldersAsync(DirectoryRoles.TemplateIds.Values.ToHashSet(), Cancelled);

        Assert.Equal((ProblemKind.ConsentNeeded, ProblemKind.ConsentNeeded), (members!.Kind, holders.Problem.Kind));
        Assert.Contains("The permission Group.Read.All is missing", members.Detail, StringComparison.Ordinal);
        Assert.Contains("The permission RoleManagement.Read.Directory is missing", holders.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_roles_nothing_is_asked()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Status(500));

        Assert.Empty((await graph.Reader.ReadRoleHoldersAsync(new HashSet<string>(), Cancelled)).Value);
        Assert.Empty(graph.Requests);
    }

    [Theory]
    [InlineData("""{"value":[{"id":"a"},{"displayName":"b"}]}""", "value[1].id should be the user's id")]
    [InlineData("""{"value":[{"id":7}]}""", "value[0].id should be text")]
    [InlineData("""{"id":"a"}""", "value should be a list")]
    public async Task An_answer_that_is_no_list_of_ids_says_where(string body, string where)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(body));

        var (members, problem) = await MembersAsync(graph.Reader, "one");

        Assert.Empty(members);
        Assert.Equal(ProblemKind.Malformed, problem!.Kind);
        Assert.Contains(where, problem.Detail, StringComparison.Ordinal);
    }

    private static async Task<(HashSet<string> Members, Problem? Problem)> MembersAsync(ITenantReader reader, string group)
    {
        HashSet<string> members = [];
        Problem? problem = null;

        await foreach (var read in reader.ReadGroupMembersAsync(group, Cancelled))
        {
            Assert.Null(problem);

            if (read.TryGet(out var page))
            {
                members.UnionWith(page);
            }
            else
            {
                problem = read.Problem;
            }
        }

        return (members, problem);
    }

    private static HashSet<string> Ids(JsonElement list) => [.. list.EnumerateArray().Select(id => id.GetString()!)];

    private static ITenantReader Reader(RunningTenant tenant) =>
        TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token")));
}
