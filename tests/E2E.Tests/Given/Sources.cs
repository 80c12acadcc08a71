namespace MeshReadiness.E2E.Tests.Given;

/// <summary>Where the sources and their builds are, told from where these tests were built to.</summary>
internal static class Sources
{
    // .../tests/E2E.Tests/bin/Debug/net10.0/
    private static readonly DirectoryInfo BuiltTo = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
    private static readonly string Root = FindRoot();

    /// <summary>The playbook as people edit it, not as the product reads it.</summary>
    public static string Playbook { get; } = Path.Combine(Root, "src", "MeshReadiness.Playbooks", "Packs", "mesh.json");

    /// <summary>A program of ours, in the same configuration as these tests.</summary>
    public static string Program(string project) =>
        Path.Combine(Root, "src", project, "bin", BuiltTo.Parent!.Name, BuiltTo.Name, project + ".dll");

    private static string FindRoot()
    {
        var folder = BuiltTo;

        while (!File.Exists(Path.Combine(folder.FullName, "MeshReadiness.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No MeshReadiness.sln stands above {BuiltTo.FullName}.");
        }

        return folder.FullName;
    }
}
