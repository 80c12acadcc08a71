using MeshReadiness.Core.Files;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Imports.Reading;

namespace MeshReadiness.Imports;

/// <summary>Reads exports that admins hand in: JSON or CSV, as PowerShell, Graph and inventories write them.</summary>
public static class ExportReader
{
    /// <summary>What the export tells, or one sentence: file, line and column, what was found, what was expected, what to do.</summary>
    /// <param name="reference">What the task asks for.</param>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="content">The file.</param>
    /// <param name="now">The moment of reading: nothing was tried later than that.</param>
    public static Result<ImportedExport> Read(ImportReference reference, string name, byte[] content, DateTimeOffset now)
    {
        if (content.Length > FileCheck.Largest)
        {
            return FileCheck.TooLarge(name, content.Length);
        }

        if (PlainText.Read(content) is not { } text)
        {
            return Refused($"{name} isn't text. Hand in the export as JSON or CSV, in UTF-8 or as Windows PowerShell writes it.");
        }

        try
        {
            return ReadText(reference, name, text, now);
        }
        catch (BrokenExportException broken)
        {
            return Refused($"{name}{broken.Where}: {broken.Message}");
        }
    }

    private static Result<ImportedExport> ReadText(ImportReference reference, string name, string text, DateTimeOffset now)
    {
        var isJson = text.AsSpan().TrimStart() is ['{' or '[', ..];

        if (reference.Kind is ImportKind.NetworkProbe)
        {
            return isJson ? ProbeMap.Read(JsonTree.Read(text), now) : Refused($"{name} isn't JSON. The result of a network probe is a JSON document, as the sample shows.");
        }

        var table = isJson ? JsonTable.Read(JsonTree.Read(text)) : CsvTable.Read(text);
        var columns = ImportRules.All[reference.Rule].Columns(new(reference.Parameters));
        return reference.Kind is ImportKind.DeviceInventory ? InventoryMap.Read(table, columns) : PolicyMap.Read(reference.Kind, table, columns);
    }

    private static Problem Refused(string sentence) => new(ProblemKind.Invalid, sentence);
}
