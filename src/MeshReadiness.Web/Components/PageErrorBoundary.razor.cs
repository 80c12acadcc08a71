namespace MeshReadiness.Web.Components;

/// <summary>Keeps a failing page from taking the frame with it: logs once, and shows a reference to quote.</summary>
public sealed partial class PageErrorBoundary(ILogger<PageErrorBoundary> logger)
{
    private string? _reference;

    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Guid.CreateVersion7().ToString("N")[^8..];
        LogFailed(exception, _reference);
        return Task.CompletedTask;
    }

    [LoggerMessage(3001, LogLevel.Error, "A page failed, reference {Reference}")]
    private partial void LogFailed(Exception error, string reference);
}
