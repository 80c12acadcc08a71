namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>Where the programs are, told from where this one was built to.</summary>
internal static class Sources
{
    // .../tests/Benchmarks/bin/Release/net10.0/
    private static readonly DirectoryInfo BuiltTo = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    /// <summary>This program.</summary>
    public static string Itself { get; } = typeof(Sources).Assembly.Location;

    /// <summary>A program of ours, in the same configuration as this one.</summary>
    public static string Program(string project)
    {
        var program = Path.Combine(Root(), "src", project, "bin", BuiltTo.Parent!.Name, BuiltTo.Name, project + ".dll");
        return File.Exists(program) ? program : throw new InvalidOperationException($"{project} isn't built. Build it first: dotnet build -c {BuiltTo.Parent!.Name} src/{project}.");
    }

    private static string Root()
    {
        var folder = BuiltTo;

        while (!File.Exists(Path.Combine(folder.FullName, "MeshReadiness.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No MeshReadiness.sln stands above {BuiltTo.FullName}.");
        }

        return folder.FullName;
    }
}
