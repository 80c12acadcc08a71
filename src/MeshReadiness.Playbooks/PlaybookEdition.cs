using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks;

/// <summary>One version of a playbook with the text that it was read from.</summary>
/// <param name="Playbook">The playbook.</param>
/// <param name="Text">The file's text.</param>
public sealed record PlaybookEdition(Playbook Playbook, string Text);
