using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using Microsoft.AspNetCore.Http.Extensions;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>What is asked of a breakdown, and the page that shows it. Stands in that page's address.</summary>
/// <param name="Page">The page's path.</param>
/// <param name="By">By what people are taken apart.</param>
/// <param name="Experience">For which experience; <see cref="ReasonCount.Anywhere"/> for the best that each person can do.</param>
/// <param name="Find">Only groups whose name contains this.</param>
/// <param name="All">Whether a long list is shown to its end.</param>
/// <param name="Beside">What else the page's address says, as one name and value.</param>
public sealed record BreakdownPlace(
    string Page, Dimension By, string Experience, string? Find = null, bool All = false, (string Name, string Value)? Beside = null)
{
    private const string WholeList = "all";

    /// <summary>What an address asks; what it can't ask is as if it weren't there.</summary>
    public static BreakdownPlace Read(string page, Playbook playbook, string? by, string? experience, string? find, string? groups) => new(
        page,
        DimensionWords.Parse(by) ?? Dimension.Department,
        playbook.Experiences.FirstOrDefault(one => one.Id == experience)?.Id ?? ReasonCount.Anywhere,
        string.IsNullOrWhiteSpace(find) ? null : find.Trim(),
        groups == WholeList);

    /// <summary>The address that asks this.</summary>
    public string Address
    {
        get
        {
            var query = new QueryBuilder();

            if (Beside is { } beside)
            {
                query.Add(beside.Name, beside.Value);
            }

            if (By is not Dimension.Department)
            {
                query.Add("by", DimensionWords.Name(By));
            }

            if (Experience != ReasonCount.Anywhere)
            {
                query.Add("experience", Experience);
            }

            if (!string.IsNullOrWhiteSpace(Find))
            {
                query.Add("find", Find);
            }

            if (All)
            {
                query.Add("groups", WholeList);
            }

            return Page + query.ToQueryString();
        }
    }

    /// <summary>The same groups as a file.</summary>
    public string File
    {
        get
        {
            var query = new QueryBuilder { { "dimension", DimensionWords.Name(By) }, { "experience", Experience } };

            if (!string.IsNullOrWhiteSpace(Find))
            {
                query.Add("find", Find);
            }

            return "/api/v1/snapshot/breakdown.csv" + query.ToQueryString();
        }
    }
}
