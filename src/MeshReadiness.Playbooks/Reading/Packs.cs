namespace MeshReadiness.Playbooks.Reading;

/// <summary>The files that are built into this project.</summary>
internal static class Packs
{
    public static byte[] Read(string name)
    {
        using var pack = typeof(Packs).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} isn't built in.");
        var bytes = new byte[pack.Length];
        pack.ReadExactly(bytes);
        return bytes;
    }
}
