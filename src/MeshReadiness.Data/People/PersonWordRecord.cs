namespace MeshReadiness.Data;

/// <summary>On SQL Server, a word that one person is found by.</summary>
internal sealed class PersonWordRecord
{
    public string Word { get; init; } = "";

    public long Key { get; init; }
}
