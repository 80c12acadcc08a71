using System.Data.Common;
using System.Diagnostics;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Web.Features.Scans;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>
/// How long a scan that has all its people waits for the rest of the tenant. Conditional Access may be asked once a second,
/// policies first and named locations after them, beside the reading of people: small tenants are done with these earlier.
/// From the first word of the judging to the transaction that saves the tenant.
/// </summary>
internal sealed class HeldUp : DbTransactionInterceptor
{
    private long _since;

    public TimeSpan Time { get; private set; }

    public void Watch(Product product)
    {
        var coordinator = product.Get<ScanCoordinator>();
        coordinator.Changed += () =>
        {
            if (_since == 0 && coordinator.Progress?.Phase is ScanPhase.Judging)
            {
                _since = Stopwatch.GetTimestamp();
            }
        };
    }

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        if (_since != 0 && Time == TimeSpan.Zero)
        {
            Time = Stopwatch.GetElapsedTime(_since);
        }

        return ValueTask.FromResult(result);
    }
}
