using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Fails once, at a statement or commit that is told by its number, and remembers that it did.</summary>
public sealed class FailingStatement : DbCommandInterceptor, IDbTransactionInterceptor
{
    private int? _left;

    public bool HasFailed { get; private set; }

    public void FailAt(int number) => (_left, HasFailed) = (number, false);

    public void Heal() => _left = null;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Pass(result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => Pass(result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Pass(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Pass(result);

    private ValueTask<T> Pass<T>(T result)
    {
        if (_left-- == 0)
        {
            HasFailed = true;
            throw new IOException("The disk went away.");
        }

        return ValueTask.FromResult(result);
    }
}
