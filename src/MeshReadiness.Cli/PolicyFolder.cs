using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph.Files;

namespace MeshReadiness.Cli;

/// <summary>Reads policies from a file, or from all JSON files of a folder in the order of their paths.</summary>
internal static class PolicyFolder
{
    public static async Task<Result<ImmutableArray<ConditionalAccessPolicy>>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(path))
        {
            return await InputFile.ReadAsync(path, PolicyFiles.Read, cancellationToken);
        }

        var all = ImmutableArray.CreateBuilder<ConditionalAccessPolicy>();

        try
        {
            var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToLookup(IsJson);

            if (!files.Contains(true))
            {
                return new Problem(ProblemKind.Invalid, $"{path} holds no .json file. Give a folder of policies, or one file.");
            }

            foreach (var file in files[true])
            {
                var read = await InputFile.ReadAsync(file, PolicyFiles.Read, cancellationToken);

                if (!read.TryGet(out var policies))
                {
                    return read.Problem;
                }

                all.AddRange(policies);
            }

            if (files.Contains(false))
            {
                await Console.Error.WriteLineAsync(TerminalText.Harmless($"Left out, because they aren't .json: {string.Join(", ", files[false].Select(Path.GetFileName))}."));
            }
        }
        catch (Exception error) when (InputFile.IsAboutTheFile(error))
        {
            return InputFile.Unreadable(path, error);
        }

        return all.ToImmutable();
    }

    private static bool IsJson(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}
