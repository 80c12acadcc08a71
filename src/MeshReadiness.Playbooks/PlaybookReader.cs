using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>Reads a playbook file. What comes out keeps every promise that Core makes about playbooks; what doesn't is refused.</summary>
public static class PlaybookReader
{
    /// <summary>The playbook, or one sentence that says where the file is broken and what was expected there.</summary>
    /// <param name="name">The file's name, for that sentence.</param>
    /// <param name="json">The file's text.</param>
    public static Result<Playbook> Read(string name, string json) => JsonFile.Read(name, json, root => new PlaybookMap().Read(root));
}
