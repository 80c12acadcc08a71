using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>A playbook that fits on a screen, with every sort of experience that there is.</summary>
internal static class SmallPlaybook
{
    public const string Page = "https://example.org/page";

    public static readonly Playbook It = new(
        "small", 1, "Small", "A small playbook.", Page, Lifecycle: null,
        new TenantSignals(
            [new("304767db-7d23-49e8-a945-4a7eb65f9f28")], ["_GOV", "USGOV"],
            [new("63038b2c-28d0-45f6-bc36-33062963b498")], ["_FACULTY"], Page),
        [
            Requirement("teams", "Microsoft Teams", Plans.Teams),
            Requirement("mesh", "the Mesh plan", Plans.Mesh),
            Requirement("storage", "storage in SharePoint or OneDrive", Plans.SharePoint, Plans.OneDrive),
        ],
        [
            new("meet", "Meeting", "Meeting.", "meet", Audience.Members, ["teams"], NotEvaluated: null),
            new("event", "Events", "Events.", "event", Audience.Members, ["teams", "mesh", "storage"], NotEvaluated: null),
            new("visit", "Visiting", "Visiting.", "visit", Audience.Guests, ["teams", "mesh"], NotEvaluated: null),
            new("lounge", "The lounge", "The lounge.", "lounge", Audience.Everyone, ["storage"], NotEvaluated: null),
            new("headset", "Headsets", "Headsets.", "headset", Audience.Members, ["teams"], "Headsets are not evaluated yet."),
        ],
        []);

    public static Experience Experience(string id) => It.Experiences.Single(experience => experience.Id == id);

    public static PlaybookTask Task(string id, Severity severity, string? check = null, EvidenceKind evidence = EvidenceKind.Attest) => new(
        id, id, "Done when.", "Why.", "Lead", null, evidence, "Note.", ["all"], severity, Page,
        check is null ? null : new CheckReference(check, ImmutableDictionary<string, string>.Empty))
    {
        FreshDays = 30,
        DaysBefore = 30,
    };

    private static PlanRequirement Requirement(string id, string name, params Guid[] plans) =>
        new(id, name, [.. plans], $"Assign {name}.", "License Administrator", Page);
}
