using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Cli;

/// <summary>Reads a file that an argument names, or says in one sentence why it can't be read.</summary>
internal static class InputFile
{
    public static async Task<Result<T>> ReadAsync<T>(string path, Func<string, byte[], Result<T>> read, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            return new Problem(ProblemKind.Invalid, $"{path} is a directory. Give a file.");
        }

        try
        {
            return read(path, await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception error) when (IsAboutTheFile(error))
        {
            return Unreadable(path, error);
        }
    }

    /// <summary>Whether an error is about a file that isn't there or may not be read.</summary>
    public static bool IsAboutTheFile(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>What to tell about it.</summary>
    public static Problem Unreadable(string path, Exception error) =>
        new(ProblemKind.Invalid, $"{path} can't be read: {error.Message.TrimEnd('.')}. Give a file that is there and may be read.");
}
