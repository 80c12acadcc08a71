using System.CommandLine;
using System.Text.Json;
using MeshReadiness.Core.Audit;

namespace MeshReadiness.Cli;

/// <summary><c>meshready audit verify</c>: tells whether an exported audit record is what was written.</summary>
internal static class AuditCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The export, one JSON object on each line." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var verify = new Command("verify", "Name the first line that isn't what was written.") { file, json };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetRequiredValue(file), parsed.GetValue(json), cancellationToken));
        return new Command("audit", "Look at an exported audit record.") { verify };
    }

    private static async Task<int> VerifyAsync(string path, bool json, CancellationToken cancellationToken)
    {
        List<AuditLine> lines = [];

        try
        {
            var number = 0;

            await foreach (var text in File.ReadLinesAsync(path, cancellationToken))
            {
                number++;

                if (string.IsNullOrWhiteSpace(text))
                {
                    continue;
                }

                var read = AuditFile.Read(text, number);

                if (!read.TryGet(out var line))
                {
                    await Console.Error.WriteLineAsync($"{path}: {read.Problem.Detail}");
                    return ExitCodes.Wrong;
                }

                lines.Add(line);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{path} can't be read: {error.Message.TrimEnd('.')}. Give the file that the portal's page Audit exports.");
            return ExitCodes.Wrong;
        }

        if (lines.Count == 0)
        {
            await Console.Error.WriteLineAsync($"{path} holds no lines. Give the file that the portal's page Audit exports.");
            return ExitCodes.Wrong;
        }

        var broken = AuditChain.FindBreak(lines, lines[0].Number == 1 ? AuditChain.Beginning : null);
        await Console.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { lines = lines.Count, first = lines[0].Number, last = lines[^1].Number, firstBroken = broken?.Number, sentence = broken?.Sentence })
            : broken?.Sentence ?? $"All {lines.Count} lines, {lines[0].Number} to {lines[^1].Number}, are what was written. The last hash is {lines[^1].Hash}.");
        return broken is null ? ExitCodes.Done : ExitCodes.NotReady;
    }
}
