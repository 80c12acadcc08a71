using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

/// <summary>
/// The same rules once more, as a bookkeeper would keep them: a page per task on which everything that happens is written
/// down in plain words, and a list of questions that is asked from the top, without anything of the code under test.
/// </summary>
internal sealed class RolloutModel
{
    private readonly Dictionary<string, Page> _pages = SmallRollout.Playbook.Tasks.ToDictionary(task => task.Id, _ => new Page());

    public void Scanned(string task, CheckOutcome outcome, DateTimeOffset at)
    {
        var page = _pages[task];
        page.Since = page.Tenant == outcome ? page.Since : at;
        (page.Tenant, page.ReadAt) = (outcome, at);
    }

    public void Attested(string task, DateTimeOffset at)
    {
        _pages[task].Words.Add(at);
        _pages[task].Says = _pages[task].Says == TaskIntent.InProgress ? TaskIntent.Open : _pages[task].Says;
    }

    public void TookBackLast(string task) => _pages[task].Words.RemoveAt(_pages[task].Words.Count - 1);

    public bool HasWords(string task) => _pages[task].Words.Count > 0;

    public void Said(string task, TaskIntent intent) => _pages[task].Says = intent;

    public void AskedForRisk(string task, string who, DateOnly until) => (_pages[task].Asker, _pages[task].RiskUntil, _pages[task].IsAgreed) = (who, until, false);

    public bool MayApprove(string task, string who, DateOnly today) =>
        _pages[task] is { Asker: { } asker, IsAgreed: false } page && asker != who && today <= page.RiskUntil;

    public void Approved(string task) => _pages[task].IsAgreed = true;

    public bool HasRisk(string task) => _pages[task].Asker is not null;

    public void WithdrewRisk(string task) => (_pages[task].Asker, _pages[task].IsAgreed) = (null, false);

    public TaskState StateOf(string id, DateTimeOffset now)
    {
        var task = SmallRollout.Playbook.Tasks.Single(one => one.Id == id);
        var page = _pages[id];
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var word = page.Words.Count == 0 ? (DateTimeOffset?)null : page.Words.Max();
        var isHint = task.Evidence == EvidenceKind.AutoHint;
        bool IsOld(DateTimeOffset at) => (now - at).TotalDays > task.FreshDays;

        if (id == "events" || page.Says == TaskIntent.NotApplicable || page.Tenant == CheckOutcome.NotApplicable)
        {
            return TaskState.NotApplicable;
        }

        // What the one who is believed says, and from when: the tenant itself, else a person, else nobody.
        var says = "nothing";
        var from = now;

        if (!isHint && (page.Tenant == CheckOutcome.Pass || page.Tenant == CheckOutcome.Fail))
        {
            (says, from) = (page.Tenant == CheckOutcome.Pass ? "done" : "not done", page.ReadAt);
        }
        else if (word is { } told && !(isHint && page.Tenant == CheckOutcome.Fail && told < page.Since))
        {
            (says, from) = ("done", told);
        }
        else if (page.Tenant == CheckOutcome.Unknown)
        {
            says = "can't tell";
        }

        if (says == "done" && !IsOld(from))
        {
            return TaskState.Done;
        }

        if (page.Asker is not null && page.IsAgreed && today <= page.RiskUntil)
        {
            return TaskState.AcceptedRisk;
        }

        if (says == "not done" && task.Severity == Severity.Blocker)
        {
            return TaskState.Blocked;
        }

        if (page.Says == TaskIntent.Blocked)
        {
            return TaskState.Blocked;
        }

        if (says == "done")
        {
            return TaskState.NeedsFreshProof;
        }

        if (says == "can't tell")
        {
            return TaskState.Unknown;
        }

        // What the tenant says is told as it is, whether or not its turn has come.
        foreach (var first in says == "nothing" ? task.DependsOn : [])
        {
            if (StateOf(first, now) is not (TaskState.Done or TaskState.NotApplicable or TaskState.AcceptedRisk))
            {
                return TaskState.Waiting;
            }
        }

        return page.Says == TaskIntent.InProgress ? TaskState.InProgress : TaskState.Open;
    }

    private sealed class Page
    {
        public CheckOutcome? Tenant { get; set; }

        public DateTimeOffset ReadAt { get; set; }

        public DateTimeOffset Since { get; set; }

        public List<DateTimeOffset> Words { get; } = [];

        public TaskIntent Says { get; set; }

        public string? Asker { get; set; }

        public DateOnly RiskUntil { get; set; }

        public bool IsAgreed { get; set; }
    }
}
