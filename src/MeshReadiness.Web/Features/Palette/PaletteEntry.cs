namespace MeshReadiness.Web.Features.Palette;

/// <summary>Something that the palette can take somebody to.</summary>
/// <param name="Kind">Page, step, task, contact or person.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Detail">What tells it from others of the same name.</param>
/// <param name="Address">Where it is.</param>
public sealed record PaletteEntry(string Kind, string Text, string? Detail, string Address);
