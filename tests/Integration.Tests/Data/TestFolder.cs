using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>A folder of its own, gone after the test.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("meshreadiness-").FullName;

    public string DatabaseFile => In("meshreadiness.db");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
