using MeshReadiness.Core.Outcomes;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Data;

/// <summary>
/// The one place that knows how databases fail. What can be expected (locked, read-only, full, unreachable, no database)
/// becomes one sentence that names the database and what to do; everything else stays an exception.
/// </summary>
public sealed class StorageProblems
{
    private readonly DatabaseLocation _location;

    /// <summary>Speaks about the configured database.</summary>
    /// <param name="options">Which database is used.</param>
    public StorageProblems(IOptions<DatabaseOptions> options)
        : this(new DatabaseLocation(options))
    {
    }

    internal StorageProblems(DatabaseLocation location) => _location = location;

    /// <summary>The problem behind an exception; <see langword="null"/> when it is none that a database is expected to have.</summary>
    public Problem? Find(Exception error)
    {
        for (var inner = error; inner is not null; inner = inner.InnerException)
        {
            if (Sentence(inner) is { } sentence)
            {
                return new(ProblemKind.Storage, $"{_location.Name} {sentence}");
            }
        }

        return null;
    }

    internal async Task<Result<T>> CatchAsync<T>(Func<Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && Find(error) is { } problem)
        {
            return problem;
        }
        catch (SqlException error) when (cancellationToken.IsCancellationRequested)
        {
            // SqlClient reports a cancelled command as a failed one.
            throw new OperationCanceledException(error.Message, error, cancellationToken);
        }
    }

    private static string? Sentence(Exception error) => error switch
    {
        SqliteException sqlite => SqliteSentences.Of(sqlite.SqliteErrorCode),
        SqlException server => SqlServerSentences.Of(server),
        UnauthorizedAccessException => "can't be reached: the portal may not use its folder. Give the portal's account the right to read and write there.",
        IOException io => $"can't be used: {io.Message.TrimEnd('.')}. Check Database:Folder and the disk, then start again.",
        _ => null,
    };
}
