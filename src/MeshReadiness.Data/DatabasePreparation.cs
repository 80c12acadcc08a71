using MeshReadiness.Core.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Makes the database ready before the portal serves anybody. An SQLite file is made and brought up to date; SQL Server is
/// only looked at. Whatever is wrong with it, nothing that is there is deleted or overwritten.
/// </summary>
public sealed class DatabasePreparation
{
    private readonly IDbContextFactory<MeshReadinessDbContext> _contexts;
    private readonly DatabaseLocation _location;
    private readonly StorageProblems _problems;

    internal DatabasePreparation(IDbContextFactory<MeshReadinessDbContext> contexts, DatabaseLocation location, StorageProblems problems)
    {
        _contexts = contexts;
        _location = location;
        _problems = problems;
    }

    /// <summary>Makes the database ready, or says in one sentence what is wrong with it and what to do.</summary>
    public Task<Result<Done>> PrepareAsync(CancellationToken cancellationToken) => _problems.CatchAsync<Done>(
        async () =>
        {
            if (_location.FilePath is { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            }

            await using var db = await _contexts.CreateDbContextAsync(cancellationToken);

            if (_location.Provider is DatabaseProvider.SqlServer)
            {
                // Opening names a server or database that isn't there; EF would take it for an empty one.
                await db.Database.OpenConnectionAsync(cancellationToken);
            }

            if (await UpdateAsync(db, cancellationToken) is { } problem)
            {
                return problem;
            }

            return Done.It;
        },
        cancellationToken);

    private async Task<Problem?> UpdateAsync(MeshReadinessDbContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);

        if (applied.Any(migration => !known.Contains(migration)))
        {
            return new(ProblemKind.Storage, $"{_location.Name} was written by a newer version of the portal. Start that version, or use another database.");
        }

        if (!(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return null;
        }

        if (_location.Provider is DatabaseProvider.SqlServer)
        {
            return new(ProblemKind.Storage,
                $"{_location.Name} is not up to date, and the portal doesn't change a server's schema by itself. "
                + "Run deploy/sql-server.sql on it, then start again.");
        }

        if (!applied.Any() && await HoldsTablesAsync(db, cancellationToken))
        {
            return new(ProblemKind.Storage,
                $"{_location.Name} holds another program's tables. Nothing was changed; point Database:Folder or Database:ConnectionString elsewhere.");
        }

        // A start that was killed while it migrated leaves a row behind that the next one would wait for without end.
        await db.Database.ExecuteSqlRawAsync(
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); "
            + "DELETE FROM \"__EFMigrationsLock\";",
            cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
        return null;
    }

    private static async Task<bool> HoldsTablesAsync(MeshReadinessDbContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>(
            $"""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT LIKE '~_~_EF%' ESCAPE '~'""")
            .SingleAsync(cancellationToken) > 0;
}
