using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Components;

/// <summary>
/// Keeps a failing page from taking the frame with it. A database that can't be used says so itself;
/// anything else is logged once, and the visitor gets a reference to quote.
/// </summary>
public sealed partial class PageErrorBoundary(StorageProblems storage, ILogger<PageErrorBoundary> logger)
{
    private Problem? _problem;
    private string? _reference;

    protected override Task OnErrorAsync(Exception exception)
    {
        _problem = storage.Find(exception);
        _reference = Guid.CreateVersion7().ToString("N")[^8..];
        LogFailed(exception, _reference);
        return Task.CompletedTask;
    }

    [LoggerMessage(3001, LogLevel.Error, "A page failed, reference {Reference}")]
    private partial void LogFailed(Exception error, string reference);
}
