using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>A playbook with one task of each sort, and a rollout of it that wants meetings only.</summary>
internal static class SmallRollout
{
    public static readonly Actor Ada = new("ada", "Ada");
    public static readonly Actor Bob = new("bob", "Bob");
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly Playbook Playbook = SmallPlaybook.It with
    {
        Steps =
        [
            new(1, "Team", "Find people.",
            [
                Task("sponsor", Severity.Important, EvidenceKind.Attest, fresh: 300, before: 60),
                Task("admin", Severity.Blocker, EvidenceKind.Auto, fresh: 7, before: 50, "sponsor"),
            ]),
            new(2, "Licences", "Buy and assign.",
            [
                Task("seats", Severity.Blocker, EvidenceKind.Auto, fresh: 7, before: 30, "admin"),
                Task("production", Severity.Important, EvidenceKind.AutoHint, fresh: 60, before: 40),
                Task("events", Severity.Blocker, EvidenceKind.Auto, fresh: 7, before: 20) with { Gates = ["event"] },
                Task("people", Severity.Advice, EvidenceKind.Upload, fresh: 30, before: 10, "seats", "production"),
            ]),
        ],
    };

    public static readonly Rollout It = new(Guid.Empty, "Headquarters", "small", 1, ["meet"], new DateOnly(2026, 6, 1), false, 1);

    public static Moment At(double days, Actor? by = null) => new(by ?? Ada, Start.AddDays(days));

    private static PlaybookTask Task(string id, Severity severity, EvidenceKind evidence, int fresh, int before, params ImmutableArray<string> dependsOn) =>
        SmallPlaybook.Task(id, severity, evidence is EvidenceKind.Auto or EvidenceKind.AutoHint ? "any" : null, evidence) with
        {
            DependsOn = dependsOn, FreshDays = fresh, DaysBefore = before,
        };
}
