namespace MeshReadiness.Playbooks.Reading;

/// <summary>The files that are built into this project.</summary>
internal static class Packs
{
    public static Stream Open(string name) => typeof(Packs).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} isn't built in.");
}
