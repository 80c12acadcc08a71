using System.Collections.Frozen;

namespace MeshReadiness.Web.Features.Audit;

/// <summary>The actions of the audit record in words.</summary>
internal static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["scan.started"] = "Started a scan",
        ["scan.joined"] = "Joined a scan that ran already",
        ["scan.cancelled"] = "Cancelled a scan",
        ["rollout.created"] = "Began a rollout",
        ["rollout.changed"] = "Changed a rollout",
        ["rollout.archived"] = "Archived a rollout",
        ["rollout.restored"] = "Took a rollout out of the archive",
        ["check.reopened"] = "The tenant reopened a task",
        ["check.closed"] = "The tenant closed a task",
        ["comment.added"] = "Commented",
        ["task.assigned"] = "Changed the owner",
        ["task.due"] = "Changed the due date",
        ["task.said"] = "Changed the state",
        ["task.attested"] = "Gave their word",
        ["task.handedIn"] = "Handed in evidence",
        ["task.takenBack"] = "Took evidence back",
        ["task.riskAsked"] = "Asked to accept a risk",
        ["task.riskApproved"] = "Approved a risk",
        ["task.riskWithdrawn"] = "Took a risk back",
        ["task.undone"] = "Undid a change",
    }.ToFrozenDictionary();

    /// <summary>What lists can be narrowed to: the beginning of an action, and its words.</summary>
    public static (string Action, string Text)[] Groups { get; } =
        [("", "Everything"), ("task.", "Tasks"), ("check.", "Checks"), ("comment.", "Comments"), ("rollout.", "Rollouts"), ("scan.", "Scans")];

    /// <summary>An action in words; as it is when there are none for it.</summary>
    public static string Of(string action) => Known.GetValueOrDefault(action, action);
}
