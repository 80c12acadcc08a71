using MeshReadiness.Core.Outcomes;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Whom a change that is tried moves, for spreadsheets.</summary>
internal static class ChangeEndpoints
{
    /// <summary>Where the file is.</summary>
    public const string Address = "/api/v1/conditional-access/change/people.csv";

    private static readonly string[] Columns = ["Object id", "Name", "Sign-in name", "Mail", "Department", "Country", "Before", "After"];

    public static void MapConditionalAccess(this RouteGroupBuilder api) => api.MapGet("/conditional-access/change/people.csv", ExportAsync)
        .RequireAuthorization(Policies.Administer).WithTags("Conditional Access")
        .Produces(StatusCodes.Status200OK, contentType: "text/csv")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ExportAsync(
        string? draft, string? who, HttpContext context, CurrentSnapshot snapshots, PolicyShelf shelf, MovedPeople people, CancellationToken cancellationToken)
    {
        if (draft is null || MoveQuestion.Read(who) is not { } question)
        {
            return new Problem(ProblemKind.Invalid, "A list needs the change as draft, as the page Try a change has it in its address, and who, for example ?who=quest-unregistered.gain.").ToHttp();
        }

        var read = ChangeCode.Read(draft);

        if (!read.TryGet(out var change))
        {
            return read.Problem.ToHttp();
        }

        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return SnapshotsFeature.None.ToHttp();
        }

        if (!shelf.Of(view).TryGet(out var tenant))
        {
            return shelf.Of(view).Problem.ToHttp();
        }

        if (question.RowIn(await shelf.TryAsync(view, tenant, change, cancellationToken)) is not { } row)
        {
            return new Problem(ProblemKind.NotFound, $"There is no way of signing in with the id {question.WayId}.").ToHttp();
        }

        var told = await people.AllAsync(view, [.. question.MovesIn(row)], context.User.ToActor(), cancellationToken);
        return told.TryGet(out var batches)
            ? Csv.Stream($"change-{question.WayId}-{(question.Gains ? "gain" : "lose")}.csv", Columns, batches.Select(batch => batch.Select(Cells)))
            : told.Problem.ToHttp();
    }

    private static IEnumerable<string> Cells(MovedPerson moved) =>
    [
        moved.Person.Id, moved.Person.DisplayName ?? "", moved.Person.UserPrincipalName ?? "", moved.Person.Mail ?? "", moved.Person.Department ?? "",
        moved.Person.Country ?? "", OutcomeWords.Of(moved.Move.Before).Word, OutcomeWords.Of(moved.Move.After).Word,
    ];
}
