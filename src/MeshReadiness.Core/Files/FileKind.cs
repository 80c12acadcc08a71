using System.Collections.Immutable;

namespace MeshReadiness.Core.Files;

/// <summary>A kind of file that can be handed in.</summary>
/// <param name="Words">What it is, as it reads inside a sentence: <c>a PDF document</c>.</param>
/// <param name="ContentType">What browsers and programs are told.</param>
/// <param name="Endings">What names of such files end in.</param>
public sealed record FileKind(string Words, string ContentType, ImmutableArray<string> Endings)
{
    internal static readonly FileKind Pdf = new("a PDF document", "application/pdf", [".pdf"]);
    internal static readonly FileKind Png = new("a PNG image", "image/png", [".png"]);
    internal static readonly FileKind Jpeg = new("a JPEG image", "image/jpeg", [".jpg", ".jpeg"]);
    internal static readonly FileKind Text = new("plain text", "text/plain", [".txt", ".log"]);
    internal static readonly FileKind Csv = new("a CSV table", "text/csv", [".csv"]);
    internal static readonly FileKind Json = new("a JSON document", "application/json", [".json"]);
    internal static readonly FileKind Workbook = new("an Excel workbook", $"{Office}.spreadsheetml.sheet", [".xlsx"]);
    internal static readonly FileKind Document = new("a Word document", $"{Office}.wordprocessingml.document", [".docx"]);
    internal static readonly FileKind Presentation = new("a PowerPoint presentation", $"{Office}.presentationml.presentation", [".pptx"]);

    internal const string Office = "application/vnd.openxmlformats-officedocument";

    /// <summary>All kinds. What isn't among them can't be handed in.</summary>
    public static ImmutableArray<FileKind> All { get; } = [Pdf, Png, Jpeg, Text, Csv, Json, Workbook, Document, Presentation];

    /// <summary>The endings of all kinds, for file pickers.</summary>
    public static string Accepted { get; } = string.Join(',', All.SelectMany(kind => kind.Endings));

    /// <summary>The kind that a name claims; <see langword="null"/> when it claims none of these.</summary>
    public static FileKind? ClaimedBy(string name) => All.FirstOrDefault(kind => kind.Endings.Contains(Path.GetExtension(name).ToLowerInvariant()));

    /// <summary>The kind with this content type; <see langword="null"/> when there is none.</summary>
    public static FileKind? Of(string contentType) => All.FirstOrDefault(kind => kind.ContentType == contentType);

    /// <summary>Text comes in three kinds that only names and, for JSON, the whole content tell apart.</summary>
    internal bool IsText => this == Text || this == Csv || this == Json;
}
