namespace MeshReadiness.Integration.Tests;

/// <summary>Finds files of the repository from where the tests were built.</summary>
internal static class Sources
{
    private static readonly string Root = Find(new(AppContext.BaseDirectory));
    private static readonly DirectoryInfo BuiltTo = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>The configuration that these tests were built in.</summary>
    public static string Configuration => BuiltTo.Parent!.Name;

    /// <summary>The framework that they were built for, as a folder.</summary>
    public static string Framework => BuiltTo.Name;

    /// <summary>A file by its path from the root.</summary>
    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>What a project was built into, beside these tests and in the same configuration.</summary>
    public static string Output(string project, string file) => File("src", project, "bin", Configuration, Framework, file);

    private static string Find(DirectoryInfo folder) =>
        System.IO.File.Exists(Path.Combine(folder.FullName, "MeshReadiness.sln"))
            ? folder.FullName
            : Find(folder.Parent ?? throw new InvalidOperationException("The tests don't run from inside the repository."));
}
