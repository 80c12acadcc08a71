using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Lists of people, for programs.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this RouteGroupBuilder api)
    {
        var lists = api.MapGroup("/eligibility").RequireAuthorization(Policies.FindPeople).WithTags("People");
        lists.MapPost("/bulk", async (BulkQuestion? question, HttpContext context, ListLookup lookup, CancellationToken cancellationToken) =>
            (await FindAsync(question, context, lookup, cancellationToken)).ToHttp()).Produces<ListAnswer>();
        lists.MapPost("/bulk.csv", async (BulkQuestion? question, HttpContext context, ListLookup lookup, Playbook playbook, CancellationToken cancellationToken) =>
            await FindAsync(question, context, lookup, cancellationToken) is var found && found.TryGet(out var answer)
                ? Csv.File(ListSheet.Name, ListSheet.Columns(playbook), ListSheet.Rows(answer, playbook))
                : found.Problem.ToHttp());
    }

    private static async Task<Result<ListAnswer>> FindAsync(BulkQuestion? question, HttpContext context, ListLookup lookup, CancellationToken cancellationToken) =>
        question?.People is not { IsDefault: false } people
            ? new Problem(ProblemKind.Invalid, "The body must be {\"people\": [\"ada@contoso.com\", …]}: names, mail addresses, sign-in names or object ids.")
            : ListedLines.Check(people.Select(line => line ?? "")) is var read && read.TryGet(out var lines)
                ? await lookup.FindAsync(lines, context.User.ToActor(), cancellationToken)
                : read.Problem;

    /// <summary>Whom to look up.</summary>
    /// <param name="People">Names, mail addresses, sign-in names or object ids.</param>
    internal sealed record BulkQuestion(ImmutableArray<string?> People);
}
