using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>The engine's words for people, with the colour that each has.</summary>
internal static class OutcomeWords
{
    /// <summary>What comes of a sign-in.</summary>
    public static (Tone Tone, string Word) Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Allowed => (Tone.Good, "Gets in"),
        SignInOutcome.BlockedUnlessControlsMet => (Tone.Warn, "Asked for more"),
        SignInOutcome.Blocked => (Tone.Bad, "Blocked"),
        _ => (Tone.Unknown, "Unknown"),
    };

    /// <summary>What a policy does about a sign-in.</summary>
    public static (Tone Tone, string Word) Of(PolicyResult result) => result.Result switch
    {
        PolicyOutcome.Failure when result.Grant?.Range.Worst is GrantLevel.Prompt => (Tone.Warn, "Asks"),
        PolicyOutcome.Success when result.Grant is null => (Tone.Neutral, "Demands nothing"),
        var word => Of(word),
    };

    /// <summary>The sign-in log's word for what a policy does.</summary>
    public static (Tone Tone, string Word) Of(PolicyOutcome outcome) => outcome switch
    {
        PolicyOutcome.Success => (Tone.Good, "Met"),
        PolicyOutcome.Failure => (Tone.Bad, "Blocks"),
        PolicyOutcome.NotApplied => (Tone.Neutral, "Doesn't apply"),
        PolicyOutcome.NotEnabled => (Tone.Neutral, "Disabled"),
        PolicyOutcome.ReportOnlySuccess => (Tone.Neutral, "Only reported: met"),
        PolicyOutcome.ReportOnlyFailure => (Tone.Active, "Only reported: would block"),
        PolicyOutcome.ReportOnlyInterrupted => (Tone.Active, "Only reported: would ask"),
        PolicyOutcome.ReportOnlyNotApplied => (Tone.Neutral, "Doesn't apply"),
        _ => (Tone.Unknown, "Unknown"),
    };

    /// <summary>Whether a policy is enforced.</summary>
    public static (Tone Tone, string Word) Of(PolicyState state) => state switch
    {
        PolicyState.Enabled => (Tone.Good, "Enforced"),
        PolicyState.ReportOnly => (Tone.Active, "Only reported"),
        PolicyState.Disabled => (Tone.Neutral, "Disabled"),
        _ => (Tone.Unknown, "State unknown"),
    };

    /// <summary>Whether a control is met.</summary>
    public static (Truth Met, string Word) Of(GrantRange range) => (range.Best, range.Worst) switch
    {
        (_, GrantLevel.Pass) => (Truth.Yes, "met"),
        (GrantLevel.Pass, _) => (Truth.Unknown, "met or not, a fact is missing"),
        (GrantLevel.Prompt, GrantLevel.Prompt) => (Truth.No, "not met yet; the person is asked for it"),
        _ => (Truth.No, "not met, and nothing at the sign-in helps"),
    };

    /// <summary>A condition's name for people.</summary>
    public static string Condition(string name) => name switch
    {
        "users" => "People",
        "resources" => "What is asked for",
        "clientAppTypes" => "Client",
        "platforms" => "Platform",
        "locations" => "Place",
        "deviceFilter" => "Device filter",
        "signInRisk" => "Risk of the sign-in",
        "userRisk" => "Risk of the person",
        "insiderRisk" => "Insider risk",
        "authenticationFlows" => "How the session began",
        "workload" => "Workload identities",
        _ => name,
    };
}
