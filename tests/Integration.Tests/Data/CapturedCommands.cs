using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Remembers every command. Without a server, it also keeps them from being sent and answers for it.</summary>
/// <param name="isSent">Whether there is a server.</param>
/// <param name="answer">What is found by a query that comes for the first time; afterwards, and without this, nothing is found.</param>
public sealed class CapturedCommands(bool isSent = true, Func<DbDataReader>? answer = null) : DbCommandInterceptor, IDbConnectionInterceptor
{
    private const int MostColumns = 64;
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Remember(command, result, () => 1);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Remember(command, result, () => 1));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => Remember(command, result, () => (object)1);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Remember(command, result, () => (object)1));

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Remember(command, result, Answer(command));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Remember(command, result, Answer(command)));

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        isSent ? result : InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(isSent ? result : InterceptionResult.Suppress());

    private Func<DbDataReader> Answer(DbCommand command) => answer is null || _texts.Contains(command.CommandText) ? Nothing : answer;

    private static DbDataReader Nothing()
    {
        using var table = new DataTable();

        for (var column = 0; column < MostColumns; column++)
        {
            table.Columns.Add();
        }

        return table.CreateDataReader();
    }

    private InterceptionResult<T> Remember<T>(DbCommand command, InterceptionResult<T> result, Func<T> nothing)
    {
        _texts.Add(command.CommandText);
        return isSent ? result : InterceptionResult<T>.SuppressWithResult(nothing());
    }
}
