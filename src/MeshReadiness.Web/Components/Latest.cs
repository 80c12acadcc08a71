namespace MeshReadiness.Web.Components;

/// <summary>Work of which only the latest counts: beginning it again ends what was begun before, and so does leaving.</summary>
internal sealed class Latest : IDisposable
{
    private CancellationTokenSource _current = new();

    /// <summary>Ends the work before and gives the token of the new one.</summary>
    public CancellationToken Begin()
    {
        var before = _current;
        _current = new();
        before.Cancel();
        before.Dispose();

        return _current.Token;
    }

    public void Dispose()
    {
        _current.Cancel();
        _current.Dispose();
    }
}
