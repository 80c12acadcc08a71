using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Benchmarks.Chaos;

/// <summary>Tells of every checkpoint that is safe in the database. Each is a transaction of its own, so commits are what is seen.</summary>
internal abstract class CheckpointWatch : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) => PassedAsync();

    protected abstract Task PassedAsync();
}
