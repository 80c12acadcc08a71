using MeshReadiness.Core.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Answers whether the database can be read right now, for the readiness probe.</summary>
/// <param name="contexts">Opens contexts.</param>
/// <param name="problems">Puts failures into words.</param>
public sealed class DatabaseProbe(IDbContextFactory<MeshReadinessDbContext> contexts, StorageProblems problems)
{
    /// <summary>Opens a connection, without trying again, and reads one row at most.</summary>
    public Task<Result<Done>> CheckAsync(CancellationToken cancellationToken) => problems.CatchAsync<Done>(
        async () =>
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);

            // Opened underneath EF, which would try again and keep the probe waiting.
            await db.Database.GetDbConnection().OpenAsync(cancellationToken);
            await db.CurrentSnapshot.AnyAsync(cancellationToken);
            return Done.It;
        },
        cancellationToken);
}
