namespace MeshReadiness.Benchmarks.Surroundings;

/// <summary>The program that started this one, as this one sees it.</summary>
internal static class Parent
{
    private const int Orphaned = 3;

    /// <summary>Ends this process with its parent, and passes on what the parent tells until then.</summary>
    public static void Heed(Action<string>? told = null) => _ = Task.Run(async () =>
    {
        while (await Console.In.ReadLineAsync() is { } line)
        {
            told?.Invoke(line);
        }

        Environment.Exit(Orphaned);
    });
}
