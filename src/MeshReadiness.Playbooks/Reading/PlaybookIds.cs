namespace MeshReadiness.Playbooks.Reading;

/// <summary>All ids of one playbook, so that each part of it can name the others.</summary>
internal sealed class PlaybookIds
{
    public const string EveryGate = "all";

    public Ids Requirements { get; } = new("requirement");

    public Ids Experiences { get; } = new("experience");

    public Ids Tools { get; } = new("tool");

    public Ids Contacts { get; } = new("contact");

    public Ids Tasks { get; } = new("task");

    public HashSet<string> Gates { get; } = [EveryGate];
}
