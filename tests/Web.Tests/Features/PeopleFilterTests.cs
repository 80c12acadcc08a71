using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Web.Features.Dashboard;
using MeshReadiness.Web.Features.HelpDesk;
using Microsoft.AspNetCore.WebUtilities;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>The address holds the filter, and nothing of it is lost on the way there and back.</summary>
public sealed class PeopleFilterTests
{
    public static TheoryData<PeopleFilter> Filters =>
    [
        new PeopleFilter(null, null, null, null, null, 1),
        new PeopleFilter("Zoë & Łukasz + 50% #1?", null, null, null, null, 1),
        new PeopleFilter("anna", "avatars", Verdict.NotReady, "teams:missing", null, 3),
        new PeopleFilter(null, "mesh-quest", Verdict.Unknown, "not-evaluated", new Guid("06ebc4ee-1bb5-47dd-8120-11324bc54e06"), 1),
        new PeopleFilter("山田 太郎", null, null, null, null, 2),
        new PeopleFilter(null, "avatars", Verdict.Ready, null, null, 1) { Within = new(Dimension.Office, "Kraków & Co = 100%") },
        new PeopleFilter("anna", null, null, null, null, 1) { Within = new(Dimension.Department, "") },
    ];

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_filter_comes_back_from_its_address(PeopleFilter filter)
    {
        var query = QueryHelpers.ParseQuery(new Uri(new("http://localhost"), filter.Address).Query);
        string? Read(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;

        Assert.Equal(filter, new(
            Read("text"),
            Read("experience"),
            Read("verdict") is { } verdict ? Enum.Parse<Verdict>(verdict) : null,
            Read("reason"),
            Read("product") is { } product ? Guid.Parse(product) : null,
            Read("page") is { } page ? int.Parse(page, System.Globalization.CultureInfo.InvariantCulture) : 1)
        {
            Within = DimensionWords.SetOf(Read("department"), Read("country"), Read("office"))!,
        });
    }

    [Fact]
    public void No_filter_has_the_plain_address() => Assert.Equal("/help-desk", new PeopleFilter(null, null, null, null, null, 1).Address);

    [Fact]
    public void The_third_page_begins_after_two_pages() =>
        Assert.Equal((2 * PeopleFilter.PageSize, PeopleFilter.PageSize), Window(new("a", null, null, null, null, 3)));

    private static (int Skip, int Take) Window(PeopleFilter filter) => (filter.ToQuery().Skip, filter.ToQuery().Take);
}
