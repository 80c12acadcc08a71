using System.Collections.Immutable;
using MeshReadiness.Core.Audit;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The history of one thing as a page shows it: the latest lines at first, and as many as a page can take on request.</summary>
/// <param name="audit">The audit record.</param>
internal sealed class ShownHistory(AuditStore audit)
{
    private const int AtFirst = 20, Most = 1000;

    private int _take = AtFirst;

    /// <summary>The lines, newest first.</summary>
    public ImmutableArray<AuditLine> Lines { get; private set; } = [];

    /// <summary>Whether there are earlier lines.</summary>
    public bool IsMore { get; private set; }

    /// <summary>Shows nothing until another thing's history is read.</summary>
    public void Forget() => (_take, Lines, IsMore) = (AtFirst, [], false);

    /// <summary>Shows more from the next reading on.</summary>
    public void ShowMore() => _take = Most;

    /// <summary>Reads it.</summary>
    public async Task LoadAsync(Guid rolloutId, string subject, CancellationToken cancellationToken)
    {
        var take = _take;
        var lines = await audit.FindAsync(new(rolloutId, Subject: subject, Take: take + 1), cancellationToken);

        if (!cancellationToken.IsCancellationRequested)
        {
            (Lines, IsMore) = ([.. lines.Take(take)], lines.Length > take);
        }
    }
}
