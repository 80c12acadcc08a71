using MeshReadiness.Core.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Several saves as one. Each attempt gets a context of its own, so that a repeated one starts clean.</summary>
internal static class StorageTransactions
{
    /// <summary>Commits when the work succeeded and leaves no trace otherwise.</summary>
    /// <param name="factory">Opens the contexts.</param>
    /// <param name="work">What to save. May run again when the server was lost on the way.</param>
    /// <param name="committed">
    /// Asked when the server was lost while committing: whether the last attempt is in the database after all.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<Result<T>> InTransactionAsync<T>(
        this IDbContextFactory<MeshReadinessDbContext> factory,
        Func<MeshReadinessDbContext, CancellationToken, Task<Result<T>>> work,
        Func<MeshReadinessDbContext, T, CancellationToken, Task<bool>> committed,
        CancellationToken cancellationToken)
    {
        Result<T>? last = null;
        await using var outer = await factory.CreateDbContextAsync(cancellationToken);

        return await outer.Database.CreateExecutionStrategy().ExecuteAsync(
            factory,
            async (_, _, token) =>
            {
                last = null;
                await using var db = await factory.CreateDbContextAsync(token);
                await using var transaction = await db.Database.BeginTransactionAsync(token);
                var result = await work(db, token);

                if (result.Succeeded)
                {
                    last = result;
                    await transaction.CommitAsync(token);
                }

                return result;
            },
            async (_, _, token) =>
            {
                await using var db = await factory.CreateDbContextAsync(token);
                var isThere = last is not null && await committed(db, last.Value, token);
                return new(isThere, last!);
            },
            cancellationToken);
    }
}
