using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.HelpDesk;
using Microsoft.AspNetCore.Http.Extensions;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>For what, and for whom, it is asked what it would take.</summary>
/// <param name="Experience">What the people should be ready for.</param>
/// <param name="Set">The people.</param>
/// <param name="Verdict">Only those of them with this verdict.</param>
public sealed record NeedQuestion(Experience Experience, PeopleSet Set, Verdict? Verdict)
{
    /// <summary>The question as an address writes it, or what is wrong with it.</summary>
    public static Result<NeedQuestion> Read(Playbook playbook, string? experience, string? department, string? country, string? verdict)
    {
        if (playbook.Experiences.FirstOrDefault(one => one.Id == experience) is not { } wanted)
        {
            return new Problem(ProblemKind.Invalid, $"experience must be the id of one: {string.Join(", ", playbook.Experiences.Select(one => one.Id))}.");
        }

        if (department is not null && country is not null)
        {
            return new Problem(ProblemKind.Invalid, "department and country can't be asked for together; give one of them, for example ?department=Sales.");
        }

        var asked = VerdictWords.Parse(verdict);

        return !string.IsNullOrEmpty(verdict) && asked is null
            ? new Problem(ProblemKind.Invalid, "verdict must be ready, notReady, unknown or notApplicable, for example ?verdict=notReady.")
            : new NeedQuestion(wanted, SetOf(department, country), asked);
    }

    /// <summary>The page with this question.</summary>
    public string Page => "/licences/needs" + Query(null);

    /// <summary>The list of the people behind one number.</summary>
    public string People(NeedPart part) => "/api/v1/licences/needs/people.csv" + Query(part);

    private static PeopleSet SetOf(string? department, string? country) => (department, country) switch
    {
        ({ } value, _) => new(Dimension.Department, value),
        (_, { } value) => new(Dimension.Country, value),
        _ => PeopleSet.Everybody,
    };

    private string Query(NeedPart? part)
    {
        var query = new QueryBuilder { { "experience", Experience.Id } };

        if (Set.By is { } by)
        {
            query.Add(by is Dimension.Department ? "department" : "country", Set.Value);
        }

        if (Verdict is { } verdict)
        {
            query.Add("verdict", verdict.ToString());
        }

        if (part is { } one)
        {
            query.Add("part", one.ToString());
        }

        return query.ToString();
    }
}
