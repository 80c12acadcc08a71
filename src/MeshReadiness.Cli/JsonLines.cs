using System.Text;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Cli;

/// <summary>Reads a file with one JSON object on each line, one after the other. Empty lines don't count.</summary>
internal static class JsonLines
{
    /// <summary>Hands on what each line holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hint">What to give, for the sentence when a line is broken.</param>
    /// <param name="map">Makes something of a line's object, or says what is wrong with it.</param>
    /// <param name="take">Takes it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What is wrong, with the line; <see langword="null"/> when nothing is.</returns>
    public static async Task<Problem?> ReadAsync<T>(
        string path, string hint, Func<JsonElement, Result<T>> map, Func<T, Task> take, CancellationToken cancellationToken)
    {
        var number = 0;

        try
        {
            using var reader = Open(path);

            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                number++;

                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                var read = Read(JsonElement.Parse(line), map);

                if (!read.TryGet(out var one))
                {
                    return new(ProblemKind.Invalid, $"{path}, line {number}: {read.Problem.Detail} {hint}");
                }

                await take(one);
            }
        }
        catch (JsonException error)
        {
            return new(ProblemKind.Invalid, $"{path}, line {number}, column {error.BytePositionInLine + 1}: this isn't valid JSON. {hint}");
        }
        catch (Exception error) when (InputFile.IsAboutTheFile(error))
        {
            return InputFile.Unreadable(path, error);
        }

        return null;
    }

    private static Result<T> Read<T>(JsonElement line, Func<JsonElement, Result<T>> map)
    {
        try
        {
            return map(line);
        }
        catch (InvalidOperationException)
        {
            // JSON by its grammar, but no text.
            return new Problem(ProblemKind.Invalid, "It holds half a character.");
        }
    }

    // JSON begins with a plain character, so without a byte order mark the first zero tells UTF-16. A pipe can't be looked into.
    private static StreamReader Open(string path)
    {
        var file = File.OpenRead(path);
        var begin = new byte[2];
        var encoding = !file.CanSeek || file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) < begin.Length ? Encoding.UTF8 : begin switch
        {
            [not 0, 0] => Encoding.Unicode,
            [0, not 0] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };

        if (file.CanSeek)
        {
            file.Position = 0;
        }

        return new(file, encoding);
    }
}
