using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Web.Components;

/// <summary>The four status colours, and none. A colour never stands without its icon and its word.</summary>
public enum Tone
{
    /// <summary>No status.</summary>
    Neutral,

    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Known to be wrong.</summary>
    Bad,

    /// <summary>Needs somebody's attention.</summary>
    Warn,

    /// <summary>Could not be read or isn't evaluated.</summary>
    Unknown,

    /// <summary>Somebody is at it: the accent colour, and no judgement.</summary>
    Active,
}

/// <summary>The one place where the domain's states get their colours and words.</summary>
internal static class Tones
{
    public static (Tone Tone, string Word) Of(Verdict verdict) => verdict switch
    {
        Verdict.Ready => (Tone.Good, "Ready"),
        Verdict.NotReady => (Tone.Bad, "Not ready"),
        Verdict.Unknown => (Tone.Unknown, "Unknown"),
        _ => (Tone.Neutral, "Not for this person"),
    };

    public static (Tone Tone, string Word) Of(Likelihood likelihood) => likelihood switch
    {
        Likelihood.Likely => (Tone.Warn, "Likely"),
        Likelihood.Possible => (Tone.Unknown, "Possible"),
        _ => (Tone.Neutral, "Ruled out"),
    };

    public static (Tone Tone, string Word) Of(TaskState state) => state switch
    {
        TaskState.Done => (Tone.Good, "Done"),
        TaskState.Blocked => (Tone.Bad, "Blocked"),
        TaskState.Open => (Tone.Warn, "Open"),
        TaskState.Unknown => (Tone.Unknown, "Unknown"),
        TaskState.Waiting => (Tone.Neutral, "Waits for others"),
        TaskState.InProgress => (Tone.Active, "In progress"),
        TaskState.NeedsFreshProof => (Tone.Warn, "Needs fresh proof"),
        TaskState.AcceptedRisk => (Tone.Neutral, "Accepted risk"),
        _ => (Tone.Neutral, "Not applicable"),
    };

    public static (Tone Tone, string Word) Of(OutreachState state) => state switch
    {
        OutreachState.Asked => (Tone.Active, "Asked"),
        OutreachState.Waiting => (Tone.Warn, "Waiting"),
        OutreachState.Granted => (Tone.Good, "Granted"),
        OutreachState.Refused => (Tone.Bad, "Refused"),
        _ => (Tone.Neutral, "Not asked"),
    };

    public static (Tone Tone, string Word) Of(Severity severity) => severity switch
    {
        Severity.Blocker => (Tone.Bad, "Blocker"),
        Severity.Important => (Tone.Warn, "Important"),
        _ => (Tone.Neutral, "Advice"),
    };
}
