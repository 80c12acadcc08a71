using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Writes into the audit record who is told about people. An answer without its line isn't given.</summary>
public sealed class LookupRecord(AuditStore audit, StorageProblems storage)
{
    /// <summary>Gives the answer once its line is stored.</summary>
    /// <param name="answer">What is told.</param>
    /// <param name="actor">Who is told.</param>
    /// <param name="action">The audit record's word for it.</param>
    /// <param name="subject">An object id or a snapshot's id, and never a name.</param>
    /// <param name="detail">How many people it tells of, and never what was typed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Result<T>> TellAsync<T>(
        T answer, Actor actor, string action, string subject, string? detail, CancellationToken cancellationToken)
    {
        try
        {
            await audit.AppendAsync(actor, action, subject, detail, cancellationToken);
            return answer;
        }
        catch (Exception error) when (storage.Find(error) is { } problem)
        {
            return problem with { Detail = $"Nobody is told about people without a line in the audit record, and it can't be written now. {problem.Detail}" };
        }
    }
}
