using System.Globalization;

namespace MeshReadiness.Imports.Reading;

/// <summary>What is wrong with an export, and where. Never leaves this project.</summary>
internal sealed class BrokenExportException(Place? place, string sentence) : Exception(sentence)
{
    /// <summary>As it stands after the file's name.</summary>
    public string Where => place is { } at ? at.ToString() : "";
}

/// <summary>A place in a file, counted from one.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The letter in the line; 0 where a column is known by its name only.</param>
/// <param name="Name">The column's or property's name; <see langword="null"/> for none.</param>
internal readonly record struct Place(long Line, long Column = 0, string? Name = null)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $", line {Line}")
        + (Column > 0 ? string.Create(CultureInfo.InvariantCulture, $", column {Column}") : "")
        + (Name is null ? "" : Column > 0 ? $" ({Name})" : $", column {Name}");
}
