using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Files;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Imports;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Evidence as files, for programs and for the page's links.</summary>
internal static class EvidenceEndpoints
{
    private const string AsUpload = "upload", AsImport = "import";

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        var evidence = api.MapGroup("").RequireAuthorization(Policies.Administer).WithTags("Evidence");
        evidence.MapPost("/rollouts/{id:guid}/tasks/{taskId}/evidence", HandInAsync).Produces<HandedIn>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        evidence.MapPost("/rollouts/{id:guid}/tasks/{taskId}/evidence/reading", ReadAsync).Produces<CheckResult>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        evidence.MapGet("/rollouts/{id:guid}/evidence/{evidenceId:guid}/file", DownloadAsync).ProducesProblem(StatusCodes.Status404NotFound);
        evidence.MapGet("/imports/samples/{name}", Sample).ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Where a file is downloaded.</summary>
    public static string FileAddress(Guid rolloutId, Guid evidenceId) => $"/api/v1/rollouts/{rolloutId}/evidence/{evidenceId}/file";

    /// <summary>Where a sample is downloaded.</summary>
    public static string SampleAddress(string name) => $"/api/v1/imports/samples/{name}";

    private static async Task<IResult> HandInAsync(
        Guid id, string taskId, string name, int version, string? @as,
        HttpContext context, RolloutDesk desk, EvidenceIntake intake, CancellationToken cancellationToken)
    {
        if (@as is not (null or AsUpload or AsImport))
        {
            return new Problem(ProblemKind.Invalid, $"\"as\" must be {AsUpload}, for a file that people read, or {AsImport}, for an export that the portal reads.").ToHttp();
        }

        var (task, file, problem) = await TakeAsync(id, taskId, name, context, desk, intake, cancellationToken);

        if (problem is not null)
        {
            return problem.ToHttp();
        }

        var reading = @as is AsImport ? await intake.ReadAsync(task!, file!, cancellationToken) : null;

        if (reading is { Succeeded: false })
        {
            return reading.Problem.ToHttp();
        }

        var wish = EvidenceIntake.HandIn(task!, TaskWork.Untouched(taskId), file!, reading?.Value);
        var changed = await desk.EditAsync(new(id, taskId, version), wish.Action, wish.Edit, file, context.User.ToActor(), cancellationToken);
        return changed.TryGet(out var change)
            ? Results.Created(
                FileAddress(id, file!.EvidenceId),
                new HandedIn(file.EvidenceId, change.Work.Version, file.Name, file.ContentType, file.Content.Length, file.Hash, reading?.Value.Answer))
            : changed.Problem.ToHttp();
    }

    private static async Task<IResult> ReadAsync(
        Guid id, string taskId, string name, HttpContext context, RolloutDesk desk, EvidenceIntake intake, CancellationToken cancellationToken)
    {
        var (task, file, problem) = await TakeAsync(id, taskId, name, context, desk, intake, cancellationToken);
        return problem is not null ? problem.ToHttp() : (await intake.ReadAsync(task!, file!, cancellationToken)).Map(reading => reading.Answer).ToHttp();
    }

    private static async Task<IResult> DownloadAsync(
        Guid id, Guid evidenceId, HttpContext context, EvidenceFileStore files, CancellationToken cancellationToken) =>
        await files.FindAsync(id, evidenceId, cancellationToken) is { } file
            ? Attachment(context, file.Content, FileKind.Of(file.ContentType), file.Name)
            : new Problem(ProblemKind.NotFound, "There is no such file, or its evidence was taken back.").ToHttp();

    private static IResult Sample(string name, HttpContext context) => ImportGuide.Sample(name) is { } content
        ? Attachment(context, content, FileKind.ClaimedBy(name), name)
        : new Problem(ProblemKind.NotFound, $"There is no sample {name}.").ToHttp();

    private static IResult Attachment(HttpContext context, byte[] content, FileKind? kind, string name)
    {
        context.Quarantine();
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(content, kind?.ContentType ?? "application/octet-stream", FileCheck.CleanName(name));
    }

    private static async Task<(PlaybookTask? Task, FiledEvidence? File, Problem? Problem)> TakeAsync(
        Guid id, string taskId, string name, HttpContext context, RolloutDesk desk, EvidenceIntake intake, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(id, cancellationToken);

        if (!opened.TryGet(out var view))
        {
            return (null, null, opened.Problem);
        }

        if (view.Playbook.Tasks.FirstOrDefault(one => one.Id == taskId) is not { } task)
        {
            return (null, null, new(ProblemKind.NotFound, $"The playbook {view.Playbook.Id} has no task {taskId}."));
        }

        var body = await BodyAsync(context.Request, cancellationToken);
        var accepted = body is null ? FileCheck.TooLarge(FileCheck.CleanName(name), context.Request.ContentLength) : intake.Accept(name, body);
        return accepted.TryGet(out var file) ? (task, file, null) : (null, null, accepted.Problem);
    }

    // Nothing when it is too large: then the rest isn't even read.
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > FileCheck.Largest)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[81_920];

        while (await request.Body.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (body.Length + read > FileCheck.Largest)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private sealed record HandedIn(Guid EvidenceId, int Version, string Name, string ContentType, long Size, string Hash, CheckResult? Answer);
}
