using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>The population taken apart, for programs and spreadsheets.</summary>
internal static class BreakdownEndpoints
{
    private static readonly Problem NoDimension = new(
        ProblemKind.Invalid, "dimension must be department, country, office, userType or product, for example ?dimension=department.");

    public static void MapBreakdown(this RouteGroupBuilder api)
    {
        var breakdown = api.MapGroup("/snapshot").RequireAuthorization(Policies.ReadNumbers).WithTags("Readiness");
        breakdown.MapGet("/breakdown", AnswerAsync).Produces<BreakdownAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        breakdown.MapGet("/breakdown.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> AnswerAsync(
        string? dimension, ClaimsPrincipal user, CurrentSnapshot snapshots, ReadinessBreakdown breakdown, CancellationToken cancellationToken)
    {
        if (DimensionWords.Parse(dimension) is not { } asked)
        {
            return NoDimension.ToHttp();
        }

        return await snapshots.GetAsync(cancellationToken) is { } view
            ? Results.Ok(new BreakdownAnswer(view.Head.Id, view.Head.EndedAt, asked, await breakdown.GroupsAsync(view, asked, user, cancellationToken)))
            : SnapshotsFeature.None.ToHttp();
    }

    private static async Task<IResult> ExportAsync(
        string? dimension, string? experience, string? find, ClaimsPrincipal user,
        CurrentSnapshot snapshots, ReadinessBreakdown breakdown, Playbook playbook, CancellationToken cancellationToken)
    {
        if (DimensionWords.Parse(dimension) is not { } asked)
        {
            return NoDimension.ToHttp();
        }

        var wanted = experience ?? ReasonCount.Anywhere;

        if (wanted != ReasonCount.Anywhere && playbook.Experiences.All(one => one.Id != wanted))
        {
            return new Problem(ProblemKind.Invalid, $"experience must be {ReasonCount.Anywhere} or the id of one: "
                + $"{string.Join(", ", playbook.Experiences.Select(one => one.Id))}.").ToHttp();
        }

        return await snapshots.GetAsync(cancellationToken) is { } view
            ? Csv.File(
                $"readiness-by-{DimensionWords.Name(asked).ToLowerInvariant()}.csv",
                Columns(asked),
                BreakdownGroup.Ranked(await breakdown.GroupsAsync(view, asked, user, cancellationToken), wanted, find).Select(group => Cells(asked, group, group.For(wanted))))
            : SnapshotsFeature.None.ToHttp();
    }

    private static IEnumerable<string> Columns(Dimension dimension) =>
    [
        DimensionWords.One(dimension), .. dimension is Dimension.Product ? (string[])["SKU id"] : [], "Ready", "Not ready", "Unknown", "Of", "Not for them",
    ];

    private static IEnumerable<string> Cells(Dimension dimension, BreakdownGroup group, VerdictCounts counts) =>
    [
        group.Name, .. dimension is Dimension.Product ? (string[])[group.Value ?? ""] : [],
        Number(counts.Ready), Number(counts.NotReady), Number(counts.Unknown), Number(counts.Audience), Number(counts.NotApplicable),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The population taken apart, as programs get it.</summary>
/// <param name="Snapshot">The snapshot's id.</param>
/// <param name="AsOf">The moment that it speaks of, in UTC.</param>
/// <param name="Dimension">By what.</param>
/// <param name="Groups">The groups, the largest first.</param>
internal sealed record BreakdownAnswer(Guid Snapshot, DateTimeOffset? AsOf, Dimension Dimension, ImmutableArray<BreakdownGroup> Groups);
