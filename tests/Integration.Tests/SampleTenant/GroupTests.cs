namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class GroupTests : IAsyncLifetime
{
    private RunningTenant _tenant = null!;

    public async ValueTask InitializeAsync() => _tenant = await RunningTenant.StartAsync("--people 600");

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task Groups_that_go_in_circles_still_come_to_an_end()
    {
        var first = await IdAsync("Project Aurora");
        var direct = new HashSet<string>();

        foreach (var name in new[] { "Project Aurora", "Project Aurora partners", "Project Aurora reviewers" })
        {
            var members = await _tenant.ItemsAsync($"/v1.0/groups/{await IdAsync(name)}/members/graph.user?$count=true&$select=id");
            direct.UnionWith(members.Select(member => member.Text("id")!));
        }

        var transitive = await _tenant.ItemsAsync($"/v1.0/groups/{first}/transitiveMembers?$top=7");

        Assert.Equal(transitive.Count, transitive.DistinctBy(member => member.Text("id")).Count());
        Assert.Equal(direct.Order(), transitive.Where(member => member.Text("@odata.type") == "#microsoft.graph.user").Select(member => member.Text("id")!).Order());
    }

    [Fact]
    public async Task A_person_in_a_circle_belongs_to_each_of_its_groups()
    {
        var group = await IdAsync("Project Aurora partners");
        var person = (await _tenant.ItemsAsync($"/v1.0/groups/{group}/members/microsoft.graph.user?$count=true")).First().Text("id");

        var names = (await _tenant.ItemsAsync($"/v1.0/users/{person}/transitiveMemberOf?$select=displayName")).Select(one => one.Text("displayName")).ToList();

        Assert.Superset(new HashSet<string?> { "Project Aurora", "Project Aurora partners", "Project Aurora reviewers" }, names.ToHashSet());
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task Licence_errors_lead_to_the_people_who_have_them()
    {
        var group = (await _tenant.ReadAsync("/v1.0/groups?$filter=hasMembersWithLicenseErrors eq true")).Items().First().Text("id");

        var people = await _tenant.ItemsAsync($"/v1.0/groups/{group}/membersWithLicenseErrors?$select=id,licenseAssignmentStates");

        Assert.NotEmpty(people);
        Assert.All(people, person => Assert.Contains(
            person.GetProperty("licenseAssignmentStates").EnumerateArray(),
            state => state.Text("assignedByGroup") == group && state.Text("state") is "Error" or "ActiveWithError"));
    }

    [Fact]
    public async Task Who_holds_a_licence_by_a_group_is_in_that_group()
    {
        var group = await IdAsync("LIC M365 E3");
        var holders = (await _tenant.ItemsAsync("/v1.0/users?$top=999&$select=" + RunningTenant.UserFacts))
            .Where(person => person.GetProperty("licenseAssignmentStates").EnumerateArray().Any(state => state.Text("assignedByGroup") == group));

        var members = await _tenant.ItemsAsync($"/v1.0/groups/{group}/members?$select=id");

        Assert.Equal(holders.Select(person => person.Text("id")), members.Select(member => member.Text("id")));
    }

    private async Task<string> IdAsync(string name) =>
        (await _tenant.ReadAsync($"/v1.0/groups?$filter=displayName eq '{name}'")).Items().Single().Text("id")!;
}
