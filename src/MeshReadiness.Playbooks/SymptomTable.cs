using System.Collections.Immutable;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads what people report and what can be behind it.</summary>
public static class SymptomTable
{
    private const string FileName = "symptoms.json";

    private static readonly Lazy<ImmutableArray<Symptom>> ShippedTable =
        new(() => JsonFile.Read(FileName, Packs.Read(FileName), root => new SymptomMap(PlaybookLibrary.All).Read(root)).Value);

    /// <summary>The table that comes with the product. A test reads it, so asking for it never fails.</summary>
    public static ImmutableArray<Symptom> Shipped => ShippedTable.Value;

    /// <summary>The symptoms in a file, or one sentence that says where it is broken.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    /// <param name="playbooks">Where the experiences, contacts and tasks are that it names.</param>
    public static Result<ImmutableArray<Symptom>> Read(string name, string json, ImmutableArray<Playbook> playbooks) =>
        JsonFile.Read(name, json, root => new SymptomMap(playbooks).Read(root));
}
