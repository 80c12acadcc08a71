namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>A folder that goes with its owner.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("meshreadiness-benchmarks-");

    public string Path => _folder.FullName;

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            _folder.Delete(recursive: true);
        }
    }
}
