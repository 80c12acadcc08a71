using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class MalformedAnswerTests
{
    private const string Plan = "57ff2da0-773e-42df-b2af-ffb7a2317929";

    public static TheoryData<string> Endpoints => Asking.Endpoints;

    [Theory]
    [MemberData(nameof(Endpoints))]
    public Task What_is_no_JSON_is_a_problem(string endpoint) => IsMalformedAsync(endpoint, "<html>Proxy sign-in</html>");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public Task An_empty_body_is_a_problem(string endpoint) => IsMalformedAsync(endpoint, "");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public Task An_answer_without_a_value_is_a_problem(string endpoint) => IsMalformedAsync(endpoint, """{"@odata.context":"x"}""", "value");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public Task A_value_that_is_no_list_is_a_problem(string endpoint) => IsMalformedAsync(endpoint, """{"value":{"id":"x"}}""", "value");

    [Theory]
    [MemberData(nameof(Endpoints))]
    public Task A_list_instead_of_an_object_is_a_problem(string endpoint) => IsMalformedAsync(endpoint, """[{"id":"x"}]""");

    [Theory]
    [InlineData("/organization", """{"value":[]}""", "value[0].id")]
    [InlineData("/subscribedSkus", """{"value":[{"skuId":"no guid","skuPartNumber":"A","consumedUnits":1}]}""", "value[0]")]
    [InlineData("/subscribedSkus", """{"value":[{"skuId":"57ff2da0-773e-42df-b2af-ffb7a2317929","consumedUnits":1}]}""", "value[0].skuPartNumber")]
    [InlineData("/subscribedSkus", """{"value":[{"skuId":"57ff2da0-773e-42df-b2af-ffb7a2317929","skuPartNumber":"A"}]}""", "value[0].consumedUnits")]
    [InlineData("/identity/conditionalAccess/policies", """{"value":[{"id":"a"},{"displayName":"b"}]}""", "value[1].id")]
    [InlineData("/identity/conditionalAccess/policies", """{"value":[17]}""", "value[0].id")]
    [InlineData("/identity/conditionalAccess/policies", """{"value":[{"id":"a","conditions":{"users":{"includeGroups":[7]}}}]}""", "String")]
    [InlineData("/identity/conditionalAccess/namedLocations", """{"value":[{"id":4}]}""", "value[0].id")]
    [InlineData("/groups", """{"value":[{"displayName":"a"}]}""", "value[0].id")]
    [InlineData("/groups", """{"value":[{"id":"a","assignedLicenses":[{"skuId":"x"}]}]}""", "value[0].assignedLicenses[0].skuId should be a GUID")]
    [InlineData("/groups", """{"value":[{"id":"a","licenseProcessingState":"done"}]}""", "value[0].licenseProcessingState should be an object")]
    [InlineData("/users", """{"value":[{"id":"a"},{"displayName":"b"}]}""", "value[1].id")]
    [InlineData("/users", """{"value":["a"]}""", "value[0]")]
    [InlineData("/users", """{"value":[{"id":17}]}""", "value[0].id")]
    [InlineData("/users", """{"value":[{"id":"a","accountEnabled":"yes"}]}""", "value[0].accountEnabled")]
    [InlineData("/users", """{"value":[{"id":"a","displayName":"\ud800"}]}""", "value[0].displayName")]
    [InlineData("/users", """{"value":[{"id":"a","assignedLicenses":"E5"}]}""", "value[0].assignedLicenses")]
    [InlineData("/users", """{"value":[{"id":"a","assignedLicenses":[{"skuId":"E5"}]}]}""", "value[0].assignedLicenses[0].skuId")]
    [InlineData("/users", """{"value":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d","assignedPlans":[{"servicePlanId":7}]}]}""", "value[3].assignedPlans[0].servicePlanId")]
    [InlineData("/users", """{"value":[{"id":"a","licenseAssignmentStates":[{"state":"Active"}]}]}""", "value[0].licenseAssignmentStates[0].skuId")]
    [InlineData("/users", """{"value":[{"id":"a"}],"@odata.nextLink":17}""", "@odata.nextLink")]
    [InlineData("/users", """{"value":[{"id":"a"}]""", "JSON")]
    public Task A_wrong_value_is_named_by_its_place(string endpoint, string body, string place) => IsMalformedAsync(endpoint, body, place);

    [Theory]
    [InlineData("/identity/conditionalAccess/policies")]
    [InlineData("/groups")]
    public Task A_next_link_that_is_no_address_is_a_problem(string endpoint) =>
        IsMalformedAsync(endpoint, """{"value":[{"id":"a"}],"@odata.nextLink":"somewhere"}""", "@odata.nextLink");

    [Fact]
    public async Task A_link_to_go_on_from_that_is_no_address_is_as_good_as_expired()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(Answers.OneUser));

        var page = await graph.Reader.FirstPageAsync("somewhere", TestContext.Current.CancellationToken);

        Assert.Equal(ProblemKind.Expired, page.Problem.Kind);
    }

    [Fact]
    public async Task Null_lists_are_empty_lists()
    {
        var user = await ReadAsync("""{"id":"a","assignedLicenses":null,"assignedPlans":null,"licenseAssignmentStates":null,"displayName":null}""");

        Assert.Equal((0, 0, 0), (user.AssignedLicenses.Length, user.AssignedPlans.Length, user.LicenseAssignmentStates.Length));
        Assert.Null(user.DisplayName);
    }

    [Fact]
    public async Task Properties_that_nobody_asked_for_are_skipped()
    {
        var user = await ReadAsync("""{"new":{"id":"no","value":[[1,{"id":"no"}]]},"id":"a","newer":[{}],"newest":null,"displayName":"Ada"}""");

        Assert.Equal(("a", "Ada"), (user.Id, user.DisplayName));
    }

    [Fact]
    public async Task Words_that_this_version_does_not_know_are_kept()
    {
        var user = await ReadAsync($$"""
            {"id":"a","userType":"Robot","externalUserState":"Dreaming",
             "assignedPlans":[{"servicePlanId":"{{Plan}}","capabilityStatus":"PendingXyz"},{"servicePlanId":"{{Plan}}","capabilityStatus":"0"}],
             "licenseAssignmentStates":[{"skuId":"{{Plan}}","state":"Hovering","error":"BrandNewViolation"}]}
            """);

        Assert.Null(user.UserType);
        Assert.Null(user.Invitation);
        Assert.Equal([(CapabilityStatus.Unrecognised, "PendingXyz"), (CapabilityStatus.Unrecognised, "0")],
            user.AssignedPlans.Select(plan => (plan.Status, plan.StatusText)));
        Assert.Equal(("Hovering", "BrandNewViolation"), (user.LicenseAssignmentStates[0].State, user.LicenseAssignmentStates[0].Error));
    }

    [Fact]
    public async Task A_user_type_that_is_a_number_means_nothing() =>
        Assert.Null((await ReadAsync("""{"id":"a","userType":"1"}""")).UserType);

    private static async Task<UserFacts> ReadAsync(string user)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json($$"""{"value":[{{user}}]}"""));

        return await graph.Reader.OnlyUserAsync();
    }

    private static async Task IsMalformedAsync(string endpoint, string body, string place = "")
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(body));

        var problem = await graph.Reader.ProblemAsync(endpoint);

        Assert.Equal(ProblemKind.Malformed, problem.Kind);
        Assert.Contains($"GET {endpoint}", problem.Detail, StringComparison.Ordinal);
        Assert.Contains(place, problem.Detail, StringComparison.Ordinal);
    }
}
