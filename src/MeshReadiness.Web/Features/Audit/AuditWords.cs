using System.Collections.Frozen;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Licences;

namespace MeshReadiness.Web.Features.Audit;

/// <summary>The actions of the audit record in words that go on from the name of who did it.</summary>
internal static class AuditWords
{
    /// <summary>The action of a comment.</summary>
    public const string Comment = CommentStore.Added;

    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        [PeopleLookup.Action] = "searched for people",
        [PersonLookup.Action] = "opened a person",
        [NeedsEndpoints.Action] = "took a list of people out",
        [ListLookup.Action] = "looked a list of people up",
        [PersonRefresh.Action] = "had a person read anew",
        [PersonRefresh.DevicesAction] = "had a person's devices read",
        ["scan.started"] = "started a scan",
        ["scan.joined"] = "joined a scan that ran already",
        ["scan.cancelled"] = "cancelled a scan",
        ["rollout.created"] = "began a rollout",
        ["rollout.changed"] = "changed a rollout",
        ["rollout.archived"] = "archived a rollout",
        ["rollout.restored"] = "took a rollout out of the archive",
        ["rollout.imported"] = "imported a rollout",
        ["rollout.cloned"] = "copied a rollout",
        ["rollout.moved"] = "moved on from a rollout of an earlier product",
        ["rollout.migrated"] = "brought a rollout up to its playbook's edition",
        ["check.reopened"] = "saw in the tenant that it isn't done any more",
        ["check.closed"] = "saw in the tenant that it is done",
        [Comment] = "commented",
        [CommentStore.TakenBack] = "took a comment back",
        ["task.assigned"] = "changed who owns it",
        ["task.due"] = "changed when it is due",
        ["task.said"] = "said how it goes",
        ["task.edited"] = "edited it",
        ["task.attested"] = "gave their word",
        ["task.handedIn"] = "handed in evidence",
        ["task.uploaded"] = "handed in a file",
        ["task.imported"] = "handed in an export",
        ["task.takenBack"] = "took evidence back",
        ["task.riskAsked"] = "asked to accept the risk",
        ["task.riskApproved"] = "approved the risk",
        ["task.riskWithdrawn"] = "took the risk back",
        ["task.decided"] = "recorded the decision that proves it",
        ["task.undecided"] = "took back the decision that proved it",
        ["decision.answered"] = "answered questions",
        ["decision.taken"] = "recorded the decision",
        ["decision.revisited"] = "revisited the decision",
        ["decision.reopened"] = "took the decision back",
        ["decision.undone"] = "undid the change before",
        ["task.undone"] = "undid the change before",
        ["contact.named"] = "said who speaks for it",
        ["contact.asked"] = "asked them",
        ["contact.said"] = "said how far it has come",
        ["contact.due"] = "changed when the answer is needed",
        ["contact.edited"] = "edited it",
        ["contact.undone"] = "undid the change before",
    }.ToFrozenDictionary();

    /// <summary>What lists can be narrowed to: the beginning of an action, and its words.</summary>
    public static (string Action, string Text)[] Groups { get; } =
        [
            ("", "Everything"), ("task.", "Tasks"), ("contact.", "Contacts"), ("check.", "Checks"), ("comment.", "Comments"), ("decision.", "Decisions"),
            ("rollout.", "Rollouts"), ("scan.", "Scans"), ("people.", "Searches and lists"), ("person.", "People opened"),
        ];

    /// <summary>An action in words; as it is when there are none for it.</summary>
    public static string Of(string action) => action.StartsWith(RolloutTransfer.Elsewhere, StringComparison.Ordinal)
        ? $"{Of(action[RolloutTransfer.Elsewhere.Length..])}, before the rollout came here"
        : Known.GetValueOrDefault(action, action);
}
