using System.Text;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>That pages of people are read right, and that what repeats in them costs nothing.</summary>
public sealed class UserParserTests
{
    private const string Sku = "57ff2da0-773e-42df-b2af-ffb7a2317929";
    private const string Other = "acbca54f-c771-423b-a476-6d7a98cbbcec";

    // Measured: 381 bytes, nearly all of them the person and the three texts that nobody else has.
    private const int MostBytesPerPerson = 800;

    [Fact]
    public void Who_holds_the_same_shares_one_object()
    {
        var holding = $$"""
            "assignedLicenses":[{"skuId":"{{Sku}}","disabledPlans":["{{Other}}"]}],"department":"Sales",
            "assignedPlans":[{"assignedDateTime":"2025-01-10T10:00:00Z","capabilityStatus":"Enabled","service":"x","servicePlanId":"{{Other}}"}],
            "licenseAssignmentStates":[{"skuId":"{{Sku}}","assignedByGroup":"g1","disabledPlans":[],"state":"Active","error":"None"}]
            """;
        var people = Parse($$"""{"id":"a",{{holding}}},{"id":"b"},{"id":"c",{{holding.Replace("2025", "2026", StringComparison.Ordinal)}}}""");

        Assert.Same(people[0].Holdings, people[2].Holdings);
        Assert.Same(people[0].Department, people[2].Department);
        Assert.Same(LicenceHoldings.None, people[1].Holdings);
        Assert.Equal(CapabilityStatus.Enabled, Assert.Single(people[0].AssignedPlans).Status);
    }

    [Theory]
    [InlineData("\"skuId\":\"" + Sku + "\"", "\"skuId\":\"" + Other + "\"")]
    [InlineData("\"assignedByGroup\":\"g1\"", "\"assignedByGroup\":\"g2\"")]
    [InlineData("\"assignedByGroup\":\"g1\"", "\"assignedByGroup\":null")]
    [InlineData("\"state\":\"Active\"", "\"state\":\"Error\"")]
    [InlineData("\"error\":\"None\"", "\"error\":\"CountViolation\"")]
    [InlineData("\"capabilityStatus\":\"Enabled\"", "\"capabilityStatus\":\"Deleted\"")]
    [InlineData("\"servicePlanId\":\"" + Other + "\"", "\"servicePlanId\":\"" + Sku + "\"")]
    [InlineData("\"disabledPlans\":[\"" + Other + "\"]", "\"disabledPlans\":[]")]
    [InlineData("\"disabledPlans\":[\"" + Other + "\"]", "\"disabledPlans\":[\"" + Other + "\",\"" + Sku + "\"]")]
    public void Who_holds_something_else_shares_nothing(string one, string other)
    {
        const string Person = $$"""
            {"id":"a","assignedLicenses":[{"skuId":"{{Sku}}","disabledPlans":["{{Other}}"]}],
            "assignedPlans":[{"capabilityStatus":"Enabled","servicePlanId":"{{Other}}"}],
            "licenseAssignmentStates":[{"skuId":"{{Sku}}","assignedByGroup":"g1","disabledPlans":["{{Other}}"],"state":"Active","error":"None"}]}
            """;

        var people = Parse($"{Person},{Person.Replace(one, other, StringComparison.Ordinal)},{Person}");

        Assert.NotEqual(people[0].Holdings, people[1].Holdings);
        Assert.Same(people[0].Holdings, people[2].Holdings);
    }

    [Fact]
    public void Plans_that_nobody_asked_for_are_none_and_an_empty_list_is_empty()
    {
        var people = Parse($$"""
            {"id":"a","assignedLicenses":[{"skuId":"{{Sku}}"}]},
            {"id":"b","assignedLicenses":[{"skuId":"{{Sku}}"}],"assignedPlans":[]}
            """);

        Assert.Equal([true, false], people.Select(person => person.Holdings.Plans.IsDefault));
        Assert.NotSame(people[0].Holdings, people[1].Holdings);
    }

    [Fact]
    public void Any_order_of_properties_reads_alike()
    {
        string[] properties =
        [
            "\"id\":\"a\"", "\"displayName\":\"Ada\"", "\"mail\":\"ada@contoso.example\"", "\"userPrincipalName\":\"ada@contoso.example\"",
            "\"accountEnabled\":true", "\"userType\":\"guest\"", "\"country\":\"NL\"", $"\"assignedLicenses\":[{{\"disabledPlans\":[],\"skuId\":\"{Sku}\"}}]",
        ];
        var reversed = properties.Reverse();

        var people = Parse($"{{{string.Join(',', properties)}}},{{{string.Join(',', reversed)}}},{{{string.Join(',', properties)}}}");

        Assert.Equal(people[0], people[1]);
        Assert.Equal(people[0], people[2]);
        Assert.Equal(UserType.Guest, people[1].UserType);
    }

    [Fact]
    public void Escaped_names_and_texts_are_understood()
    {
        var people = Parse("""{"\u0069d":"a","d\u0065partment":"K\u00fcche","jobTitle":"Küche"},{"id":"b","department":"K\u00fcche"}""");

        Assert.Equal(("a", "Küche", "Küche"), (people[0].Id, people[0].Department, people[0].JobTitle));
        Assert.Same(people[0].Department, people[1].Department);
    }

    [Theory]
    [InlineData($$"""{"id":"a"},{"id":"b","assignedLicenses":[{"skuId":"{{Sku}}"},{"skuId":"E5"}]}""", "value[1].assignedLicenses[1].skuId should be a GUID")]
    [InlineData($$"""{"id":"a","assignedLicenses":[{"skuId":"{{Sku}}","disabledPlans":[7]}]}""", "value[0].assignedLicenses[0].disabledPlans[0].the plan should be a GUID")]
    [InlineData("""{"id":"a","assignedPlans":[{"capabilityStatus":1}]}""", "value[0].assignedPlans[0].capabilityStatus should be text")]
    [InlineData("""{"id":"a","licenseAssignmentStates":[[]]}""", "value[0].licenseAssignmentStates[0].the item should be an object")]
    [InlineData("""{"id":"a","accountEnabled":"yes"}""", "value[0].accountEnabled should be true or false")]
    [InlineData("""{"displayName":"a"}""", "value[0].id should be the user's id")]
    [InlineData("""{"id":"a","department":"\ud800"}""", "value[0].department should be text")]
    public void A_complaint_names_the_place(string people, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<MalformedAnswerException>(() => Parse(people)).Message);

    [Fact]
    public void What_a_change_tells_is_what_stands_in_it()
    {
        var parser = new UserParser();
        var page = PageParser.Parse(
            """{"value":[{"id":"a","mail":null,"assignedPlans":[]},{"id":"b","@removed":{"reason":"changed"},"mail":"x"}],"@odata.deltaLink":"later"}"""u8,
            parser.ReadChange);

        Assert.Equal([UserProperties.Mail | UserProperties.Plans, UserProperties.None], page.Items.Select(change => change.Told));
        Assert.Equal([false, true], page.Items.Select(change => change.Facts is null));
        Assert.Equal("later", page.Mark);
    }

    [Theory]
    [InlineData("""{"@odata.nextLink":"http://next","value":[{"id":"a"},{"@odata.nextLink":"no"}]}""", "http://next")]
    [InlineData("""{"value":[{"@odata.nextLink":"no"}],"@odata.nextLink":"http:\/\/next"}""", "http://next")]
    [InlineData("""{"@odata.deltaLink":"no","value":[]}""", null)]
    [InlineData("""{"value":[]}""", null)]
    [InlineData("""{"@odata.nextLink":17,"value":[]}""", null)]
    [InlineData("""{"@odata.nextLink":null}""", null)]
    [InlineData("""["@odata.nextLink","no"]""", null)]
    [InlineData("""{"value":[{""", null)]
    [InlineData("", null)]
    public void The_next_link_is_found_without_reading_the_page(string body, string? next) =>
        Assert.Equal(next, PageParser.PeekNext(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Ten_thousand_people_take_little_more_memory_than_their_names()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 10000");
        var pages = new List<byte[]>();

        await foreach (var page in tenant.PagesAsync(
            "/v1.0/users?$top=999&$select=displayName,userPrincipalName,mail,jobTitle,officeLocation,country," + RunningTenant.UserFacts,
            TestContext.Current.CancellationToken))
        {
            pages.Add(Encoding.UTF8.GetBytes(page.GetRawText()));
        }

        var parser = new UserParser();
        PageParser.Parse(pages[0], parser.ReadUser);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var people = pages.Skip(1).Sum(page => PageParser.Parse(page, parser.ReadUser).Items.Length);
        var perPerson = (GC.GetAllocatedBytesForCurrentThread() - before) / people;

        TestContext.Current.TestOutputHelper!.WriteLine($"{perPerson} bytes per person");
        Assert.InRange(perPerson, 1, MostBytesPerPerson);
    }

    private static List<UserFacts> Parse(string people) =>
        [.. PageParser.Parse(Encoding.UTF8.GetBytes($$"""{"value":[{{people}}]}"""), new UserParser().ReadUser).Items];
}
