namespace MeshReadiness.Playbooks;

/// <summary>A playbook as it lies in a folder.</summary>
/// <param name="Name">The file's name, for sentences about it.</param>
/// <param name="Json">The file's text.</param>
public sealed record PlaybookFile(string Name, string Json);
