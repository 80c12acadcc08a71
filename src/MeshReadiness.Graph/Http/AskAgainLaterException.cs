namespace MeshReadiness.Graph.Http;

/// <summary>Graph wants to be left alone for longer than a reading can wait. Caught where problems are made.</summary>
/// <param name="at">When it may be asked again, in UTC.</param>
internal sealed class AskAgainLaterException(DateTimeOffset at) : Exception
{
    public DateTimeOffset At => at;
}
