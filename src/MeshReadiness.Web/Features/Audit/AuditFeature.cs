using System.Collections.Immutable;
using System.Text;
using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Audit;

/// <summary>The audit record, for programs and for keeping.</summary>
internal static class AuditFeature
{
    private const int MostAtOnce = 1_000;

    public static void MapAudit(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization(Policies.Administer).WithTags("Audit");
        audit.MapGet("/", AnswerAsync).Produces<ImmutableArray<AuditAnswer>>().ProducesProblem(StatusCodes.Status400BadRequest);
        audit.MapGet("/export.jsonl", (AuditStore store) => Results.Stream(
            stream => WriteAsync(store, stream), "application/jsonl", "audit.jsonl"));
    }

    private static async Task<IResult> AnswerAsync(
        Guid? rollout, string? subject, string? actor, string? action, long? before, int? take, AuditStore store, CancellationToken cancellationToken)
    {
        if (take is < 1 or > MostAtOnce)
        {
            return new Problem(ProblemKind.Invalid, $"take must be a number from 1 to {MostAtOnce}.").ToHttp();
        }

        var lines = await store.FindAsync(new(rollout, subject, actor, action, before, take ?? 100), cancellationToken);
        return Results.Ok(lines.Select(line => new AuditAnswer(
            line.Number, line.Entry.At, line.Entry.Actor.ObjectId, line.Entry.Actor.DisplayName, line.Entry.Action, line.Entry.Subject,
            line.Entry.Detail, line.Entry.RolloutId, line.Entry.Before, line.Entry.After, line.Hash)));
    }

    // Line by line, so that its size doesn't matter.
    private static async Task WriteAsync(AuditStore store, Stream stream)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };

        await foreach (var line in store.AllAsync(CancellationToken.None))
        {
            await writer.WriteLineAsync(AuditFile.Write(line));
        }
    }

    private sealed record AuditAnswer(
        long Number, DateTimeOffset At, string ActorId, string ActorName, string Action, string Subject, string? Detail, Guid? RolloutId, string? Before, string? After, string Hash);
}
