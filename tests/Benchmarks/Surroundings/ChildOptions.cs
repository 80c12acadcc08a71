using System.CommandLine;

namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>What child processes are told on their command line.</summary>
internal static class ChildOptions
{
    /// <summary>The address of a tenant's Graph.</summary>
    public static Option<Uri> Graph(string name = "--graph") =>
        new(name) { Required = true, CustomParser = result => new(result.Tokens[0].Value) };

    /// <summary>The folder of the database.</summary>
    public static Option<string> Folder() => new("--folder") { Required = true };
}
