using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Dashboard;
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
    public static Result<NeedQuestion> Read(Playbook playbook, string? experience, string? department, string? country, string? office, string? verdict)
    {
        if (playbook.Experiences.FirstOrDefault(one => one.Id == experience) is not { } wanted)
        {
            return new Problem(ProblemKind.Invalid, $"experience must be the id of one: {string.Join(", ", playbook.Experiences.Select(one => one.Id))}.");
        }

        if (DimensionWords.SetOf(department, country, office) is not { } people)
        {
            return new Problem(ProblemKind.Invalid, "department, country and office can't be asked for together; give one of them, for example ?department=Sales.");
        }

        var asked = VerdictWords.Parse(verdict);

        return !string.IsNullOrEmpty(verdict) && asked is null
            ? new Problem(ProblemKind.Invalid, "verdict must be ready, notReady, unknown or notApplicable, for example ?verdict=notReady.")
            : new NeedQuestion(wanted, people, asked);
    }

    /// <summary>The page with this question.</summary>
    public string Page => "/licences/needs" + Query(null);

    /// <summary>The list of the people behind one number.</summary>
    public string People(NeedPart part) => "/api/v1/licences/needs/people.csv" + Query(part);

    private string Query(NeedPart? part)
    {
        var query = new QueryBuilder { { "experience", Experience.Id } };

        if (Set.By is { } by)
        {
            query.Add(DimensionWords.Name(by), Set.Value);
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
