using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>
/// The rules of the shipped playbook written a second time, as plainly as can be and from the file itself. Judges the
/// people that the sample tenant counts by their facts.
/// </summary>
/// <param name="expected">The tenant's own arithmetic.</param>
/// <param name="policies">The tenant's Conditional Access policies, as Graph lists them.</param>
internal sealed class NaiveVerdicts(JsonElement expected, JsonElement policies)
{
    private static readonly JsonElement Playbook =
        JsonElement.Parse(File.ReadAllText(Sources.File("src", "MeshReadiness.Playbooks", "Packs", "mesh.json")));

    private static readonly string[] BestFirst = ["ready", "unknown", "notReady", "notApplicable"];
    private static readonly string[] DecidingFirst = ["notReady", "unknown", "ready"];

    public static IEnumerable<string> Experiences => Playbook.GetProperty("experiences").EnumerateArray().Select(one => one.Text("id")!);

    private IEnumerable<JsonElement> Facts => expected.GetProperty("facts").EnumerateArray();

    /// <summary>Asks a tenant for what it takes.</summary>
    public static async Task<NaiveVerdicts> OfAsync(RunningTenant tenant) =>
        new(await tenant.ReadAsync("/_tenant/expected"), await tenant.ReadAsync("/v1.0/identity/conditionalAccess/policies"));

    /// <summary>How many people have this verdict on this experience.</summary>
    public int Count(string experience, string verdict) =>
        Facts.Where(person => Judge(Find("experiences", experience), person) == verdict).Sum(person => person.Number("people"));

    /// <summary>How many people have this verdict as their best.</summary>
    public int CountBest(string verdict) => Facts.Where(person => Best(person) == verdict).Sum(person => person.Number("people"));

    private string Best(JsonElement person)
    {
        var verdicts = Experiences.Select(id => Judge(Find("experiences", id), person)).ToList();

        return BestFirst.First(verdicts.Contains);
    }

    private string Judge(JsonElement experience, JsonElement person)
    {
        var audience = experience.Text("audience");
        var type = person.Text("userType");

        if ((audience, type) is ("members", "Guest") or ("guests", "Member"))
        {
            return "notApplicable";
        }

        var answers = experience.GetProperty("requires").EnumerateArray()
            .Select(id => Meets(Find("requirements", id.GetString()!), person))
            .Append(person.GetProperty("accountEnabled").ValueKind switch
            {
                JsonValueKind.True => "ready",
                JsonValueKind.False => "notReady",
                _ => "unknown",
            })
            .Append(audience != "everyone" && type is null ? "unknown" : "ready")
            .Append(audience == "guests" ? Accepted(person) : "ready")
            .Append(experience.Text("notEvaluated") is null ? "ready" : "unknown")
            .Append(experience.TryGetProperty("admittedBy", out var ways) ? Admitted(ways, person) : "ready")
            .ToList();

        return DecidingFirst.First(answers.Contains);
    }

    private static string Accepted(JsonElement person) => (person.Text("userType"), person.Text("externalUserState")) switch
    {
        ("Guest", "Accepted") => "ready",
        ("Guest", "PendingAcceptance") => "notReady",
        _ => "unknown",
    };

    private string Admitted(JsonElement ways, JsonElement person) => Admitted(ways, person, policies);

    /// <summary>Whether somebody is let in by one of these scenarios.</summary>
    public static string Admitted(JsonElement ways, JsonElement person, JsonElement policies)
    {
        var outcomes = ways.EnumerateArray().Select(way => NaiveScenario.Outcome(Find("scenarios", way.GetString()!), person, policies)).ToList();

        return outcomes.Exists(outcome => outcome is "allowed" or "blockedUnlessControlsMet") ? "ready" : outcomes.Contains("unknown") ? "unknown" : "notReady";
    }

    private static string Meets(JsonElement requirement, JsonElement person)
    {
        var states = requirement.GetProperty("anyOf").EnumerateArray()
            .Select(plan => person.GetProperty("plans").Text(plan.GetString()!))
            .OfType<string>()
            .ToList();

        return states.Exists(state => state is "Enabled" or "Warning") ? "ready"
            : states.Exists(state => state is not ("Suspended" or "LockedOut" or "Deleted")) ? "unknown"
            : "notReady";
    }

    private static JsonElement Find(string list, string id) =>
        Playbook.GetProperty(list).EnumerateArray().Single(one => one.Text("id") == id);
}
