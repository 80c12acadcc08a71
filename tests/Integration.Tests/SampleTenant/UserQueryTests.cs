using System.Net;

namespace MeshReadiness.Integration.Tests.SampleTenant;

public sealed class UserQueryTests : IAsyncLifetime
{
    private RunningTenant _tenant = null!;

    public async ValueTask InitializeAsync() => _tenant = await RunningTenant.StartAsync("--people 400");

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    [Fact]
    public async Task Unless_asked_for_more_a_user_shows_the_default_properties()
    {
        var page = await _tenant.ReadAsync("/v1.0/users");

        string[] expected =
        [
            "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
            "userPrincipalName",
        ];
        Assert.Equal(100, page.Items().Count());
        Assert.Equal(expected, page.Items().First().EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Properties_are_selected_whatever_their_casing()
    {
        var page = await _tenant.ReadAsync("/v1.0/users?$select=ID,DISPLAYNAME,signInActivity&$top=1");

        Assert.Equal(["id", "displayName", "signInActivity"], page.Items().Single().EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task An_unknown_property_is_refused()
    {
        var answer = await _tenant.AskAsync("/v1.0/users?$select=id,shoeSize");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("shoeSize", answer.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_may_be_selected_by_properties_of_any_kind_of_member()
    {
        var group = (await _tenant.ReadAsync("/v1.0/groups?$filter=displayName eq 'Project Aurora'")).Items().Single().Text("id");

        var page = await _tenant.ReadAsync($"/v1.0/groups/{group}/members?$select=id,userPrincipalName,groupTypes");

        Assert.Contains(page.Items(), member => member.Text("@odata.type") == "#microsoft.graph.user");
        Assert.Contains(page.Items(), member => member.Text("@odata.type") == "#microsoft.graph.group");
    }

    [Theory]
    [InlineData("users", 1, true)]
    [InlineData("users", 999, true)]
    [InlineData("users", 0, false)]
    [InlineData("users", 1000, false)]
    [InlineData("groups", 1000, false)]
    [InlineData("devices", 999, true)]
    [InlineData("servicePrincipals", 1000, false)]
    [InlineData("auditLogs/signIns", 1000, true)]
    [InlineData("auditLogs/signIns", 1001, false)]
    [InlineData("subscribedSkus", 5, false)]
    [InlineData("directoryRoles", 5, false)]
    public async Task A_page_has_its_limits(string topic, int top, bool isAllowed)
    {
        var answer = await _tenant.AskAsync($"/v1.0/{topic}?$top={top}");

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData("users/$count", "Request_BadRequest")]
    [InlineData("users?$search=\"displayName:a\"", "Request_UnsupportedQuery")]
    [InlineData("users?$filter=usageLocation ne null", "Request_UnsupportedQuery")]
    [InlineData("users?$filter=not(userType eq 'Guest')", "Request_UnsupportedQuery")]
    [InlineData("users?$filter=assignedLicenses/$count eq 0", "Request_UnsupportedQuery")]
    public async Task Advanced_queries_need_the_header(string query, string code)
    {
        var answer = await _tenant.AskAsync("/v1.0/" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(code, answer.ErrorCode);
    }

    [Fact]
    public async Task A_count_is_left_out_without_the_header_and_given_with_it()
    {
        var without = await _tenant.AskAsync("/v1.0/users?$count=true&$top=1");
        var with = await _tenant.AskEventuallyAsync("/v1.0/users?$count=true&$top=1");
        var segment = await _tenant.AskEventuallyAsync("/v1.0/users/$count");

        Assert.False(without.Json.TryGetProperty("@odata.count", out _));
        Assert.Equal(400, with.Json.Number("@odata.count"));
        Assert.Equal("400", segment.Body);
    }

    [Theory]
    [InlineData("accountEnabled eq false")]
    [InlineData("userType eq 'Guest' and accountEnabled eq true")]
    [InlineData("assignedPlans/any(p:p/servicePlanId eq acbca54f-c771-423b-a476-6d7a98cbbcec and p/capabilityStatus eq 'Enabled')")]
    [InlineData("assignedLicenses/any(l:l/skuId eq 05e9a617-0261-4cee-bb44-138d3ef5d965)")]
    [InlineData("startsWith(displayName,'A') or startsWith(displayName,'B')")]
    public async Task A_filter_and_its_opposite_share_out_everyone(string filter)
    {
        var yes = await _tenant.AskEventuallyAsync($"/v1.0/users/$count?$filter={filter}");
        var no = await _tenant.AskEventuallyAsync($"/v1.0/users/$count?$filter=not({filter})");

        var counts = (Yes: int.Parse(yes.Body, null), No: int.Parse(no.Body, null));
        Assert.InRange(counts.Yes, 1, 399);
        Assert.Equal(400, counts.Yes + counts.No);
    }

    [Fact]
    public async Task Everyone_found_by_search_carries_the_word()
    {
        var name = (await _tenant.ReadAsync("/v1.0/users?$top=1")).Items().Single().Text("givenName")!;

        var found = await _tenant.AskEventuallyAsync($"/v1.0/users?$search=\"displayName:{name}\"");

        Assert.NotEmpty(found.Json.Items());
        Assert.All(found.Json.Items(), person => Assert.Contains(name, person.Text("displayName")!, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("users?$filter=shoeSize eq 3")]
    [InlineData("users?$filter=accountEnabled eq")]
    [InlineData("users?$filter=(accountEnabled eq true")]
    [InlineData("users?$whatever=1")]
    [InlineData("users?$top=many")]
    public async Task What_makes_no_sense_is_a_bad_request(string query)
    {
        var answer = await _tenant.AskAsync("/v1.0/" + query);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Request_BadRequest", answer.ErrorCode);
    }

    [Theory]
    [InlineData("users")]
    [InlineData("groups")]
    [InlineData("devices")]
    [InlineData("servicePrincipals")]
    [InlineData("identity/conditionalAccess/policies")]
    [InlineData("identity/conditionalAccess/namedLocations")]
    public async Task A_thing_is_found_by_its_id_and_by_a_filter_on_it(string topic)
    {
        var id = (await _tenant.ReadAsync("/v1.0/" + topic)).Items().Last().Text("id");

        var single = await _tenant.ReadAsync($"/v1.0/{topic}/{id}");
        var filtered = await _tenant.ReadAsync($"/v1.0/{topic}?$filter=id eq '{id}'");

        Assert.Equal(id, single.Text("id"));
        Assert.Equal(id, Assert.Single(filtered.Items()).Text("id"));
    }

    [Fact]
    public async Task A_person_is_found_by_id_and_by_name()
    {
        var person = (await _tenant.ReadAsync("/v1.0/users?$top=1")).Items().Single();

        var byId = await _tenant.ReadAsync("/v1.0/users/" + person.Text("id"));
        var byName = await _tenant.ReadAsync("/v1.0/users/" + person.Text("userPrincipalName"));

        Assert.Equal(person.Text("displayName"), byId.Text("displayName"));
        Assert.Equal(person.Text("id"), byName.Text("id"));
    }
}
