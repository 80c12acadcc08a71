using System.Globalization;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Dashboard;
using Microsoft.AspNetCore.Http.Extensions;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Which people to list.</summary>
/// <param name="Text">Words that begin a name or address, or an object id.</param>
/// <param name="Experience">The experience's id that verdict and reason are about.</param>
/// <param name="Verdict">Only people with this verdict.</param>
/// <param name="Reason">Only people with this reason's code.</param>
/// <param name="Product">Only people who hold the product with this id.</param>
/// <param name="Page">From 1 on.</param>
public sealed record PeopleFilter(string? Text, string? Experience, Verdict? Verdict, string? Reason, Guid? Product, int Page)
{
    /// <summary>Only people of this department, country or office.</summary>
    public PeopleSet Within { get; init; } = PeopleSet.Everybody;

    /// <summary>How many people a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The last page that an address can name; a directory has fewer.</summary>
    private const int LastPage = 1_000_000;

    /// <summary>A page as an address writes it; the first one for everything that is none.</summary>
    public static int ReadPage(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1;

    /// <summary>Whether it would list everybody.</summary>
    public bool IsEmpty => Text is null && !Narrows;

    /// <summary>Whether it asks for more than a text.</summary>
    public bool Narrows => Experience is not null || Verdict is not null || Reason is not null || Product is not null || Within.By is not null;

    /// <summary>The page's address with this filter.</summary>
    public string Address
    {
        get
        {
            var query = new QueryBuilder();

            void Add(string name, string? value)
            {
                if (!string.IsNullOrEmpty(value))
                {
                    query.Add(name, value);
                }
            }

            Add("text", Text);
            Add("experience", Experience);
            Add("verdict", Verdict?.ToString());
            Add("reason", Reason);
            Add("product", Product?.ToString());

            if (Within.By is { } by)
            {
                query.Add(DimensionWords.Name(by), Within.Value);
            }

            Add("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
            return "/help-desk" + query.ToQueryString();
        }
    }

    /// <summary>The question to the store.</summary>
    public PeopleQuery ToQuery() => new(Text, Experience, Verdict, Reason, Product, (Page - 1) * PageSize, PageSize, OrNear: true) { Within = Within };
}
