using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Symptoms, for programs.</summary>
internal static class SymptomEndpoints
{
    /// <summary>Longer than any message that somebody pastes.</summary>
    private const int MostLetters = 4000;

    public static void MapSymptoms(this RouteGroupBuilder api)
    {
        api.MapGet("/symptoms", Find)
            .RequireAuthorization(Policies.FindPeople).WithTags("Symptoms").Produces<SymptomsDocument>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/people/{userId}/symptoms", AnswerAsync)
            .RequireAuthorization(Policies.FindPeople).WithTags("Symptoms").Produces<SymptomsDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Find(string? text, SymptomFinder finder, Playbook playbook) =>
        IsTooLong(text) is { } problem ? problem.ToHttp()
        : Results.Ok(SymptomsDocument.Of(string.IsNullOrWhiteSpace(text) ? new(finder.All, []) : finder.Find(text), playbook));

    private static async Task<IResult> AnswerAsync(
        string userId, string? text, HttpContext context, SymptomFinder finder, Playbook playbook, CurrentSnapshot snapshots, PersonLookup lookup,
        CancellationToken cancellationToken)
    {
        if (IsTooLong(text) is { } problem)
        {
            return problem.ToHttp();
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new Problem(ProblemKind.Invalid, "Say what the person sees, for example ?text=AADSTS50199.").ToHttp();
        }

        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return SnapshotsFeature.None.ToHttp();
        }

        return (await lookup.FindAsync(view, userId, context.User.ToActor(), cancellationToken))
            .Map(person => SymptomsDocument.Of(finder.Find(text), playbook, new PersonSigns(person, playbook, view.Head.AsOf)))
            .ToHttp();
    }

    private static Problem? IsTooLong(string? text) => text?.Length > MostLetters
        ? new(ProblemKind.Invalid, $"text may have {MostLetters} letters at most; send the part with the error.")
        : null;
}
