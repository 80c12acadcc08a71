using System.Security.Cryptography;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Files;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Imports;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>Looks at files before they become evidence: what they are, and what an export says about the task.</summary>
public sealed class EvidenceIntake
{
    private readonly CurrentSnapshot _snapshots;
    private readonly TimeProvider _time;

    internal EvidenceIntake(CurrentSnapshot snapshots, TimeProvider time) => (_snapshots, _time) = (snapshots, time);

    /// <summary>The file as evidence, or why it can't be any.</summary>
    public Result<FiledEvidence> Accept(string name, byte[] content)
    {
        var clean = FileCheck.CleanName(name);
        return FileCheck.Look(clean, content).Map(kind => new FiledEvidence(
            Guid.CreateVersion7(_time.GetUtcNow()), clean, kind.ContentType, Convert.ToHexStringLower(SHA256.HashData(content)), content));
    }

    /// <summary>What an export answers to its task, or where it is broken.</summary>
    public async Task<Result<ImportReading>> ReadAsync(PlaybookTask task, FiledEvidence file, CancellationToken cancellationToken)
    {
        if (task.Import is not { } import)
        {
            return new Problem(ProblemKind.Invalid, $"The task {task.Title} takes no export. Hand {file.Name} in as a file.");
        }

        var read = ExportReader.Read(import, file.Name, file.Content, _time.GetUtcNow());

        if (!read.TryGet(out var export))
        {
            return read.Problem;
        }

        var snapshot = await _snapshots.GetAsync(cancellationToken);
        var answer = ImportRules.Run(
            task, export, snapshot?.Tenant.Inventory.TeamsApps ?? new Problem(ProblemKind.NotFound, "The tenant's app catalogue hasn't been read yet. Scan first, then choose the export again."));

        // What was tried on a day is proof from that day on, whenever it is handed in.
        return new ImportReading(answer, (export as ProbeExport)?.Probes.Min(probe => probe.At));
    }

    /// <summary>The change that hands a file in.</summary>
    /// <param name="task">The task.</param>
    /// <param name="seen">The work as the visitor saw it.</param>
    /// <param name="file">The file.</param>
    /// <param name="reading">What was read from it; <see langword="null"/> for a file that people read.</param>
    public static TaskWish HandIn(PlaybookTask task, TaskWork seen, FiledEvidence file, ImportReading? reading) => new(
        seen,
        reading is null ? "uploaded" : "imported",
        $"{task.Title}: {file.Name} handed in.",
        (work, moment) => TaskEdit.HandIn(work, new(
            file.EvidenceId, reading is null ? EvidenceSource.Upload : EvidenceSource.Import, reading?.At ?? moment.At, moment.By, file.Name, reading?.Answer)))
    {
        File = file,
    };
}

/// <summary>What was read from an export.</summary>
/// <param name="Answer">What it answers to the task.</param>
/// <param name="At">When it was true, in UTC, where the export says so.</param>
public sealed record ImportReading(CheckResult Answer, DateTimeOffset? At);
