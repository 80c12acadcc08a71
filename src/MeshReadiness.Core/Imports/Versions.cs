namespace MeshReadiness.Core.Imports;

/// <summary>Versions of apps, of which some leave the last numbers out.</summary>
public static class Versions
{
    /// <summary>The version with all four numbers; <see langword="null"/> when the text is none.</summary>
    public static Version? Read(string text) => Version.TryParse(text.Trim(), out var version)
        ? new(version.Major, version.Minor, Math.Max(version.Build, 0), Math.Max(version.Revision, 0))
        : null;
}
