namespace MeshReadiness.Cli;

/// <summary>How a command ends when what it was given is wrong.</summary>
internal static class Answer
{
    /// <summary>Says what is wrong on standard error.</summary>
    public static async Task<int> WrongAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(TerminalText.Harmless(sentence));
        return ExitCodes.Wrong;
    }
}
