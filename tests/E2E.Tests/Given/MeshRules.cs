using System.Text.Json;

namespace MeshReadiness.E2E.Tests.Given;

/// <summary>
/// The playbook's rules once more, slowly and straight from the file: one person, one experience, one word.
/// Shares nothing with the product, so that both can't be wrong in the same way.
/// </summary>
internal sealed record MeshRules(IReadOnlyList<MeshRequirement> Requirements, IReadOnlyList<MeshExperience> Experiences)
{
    private static readonly string[] Works = ["ENABLED", "WARNING"];
    private static readonly string[] Fails = ["SUSPENDED", "LOCKEDOUT", "DELETED"];

    /// <summary>Those experiences that licences and the account decide alone. What Conditional Access decides is recounted over HTTP.</summary>
    public static MeshRules Read()
    {
        var rules = JsonSerializer.Deserialize<MeshRules>(File.ReadAllText(Sources.Playbook), JsonSerializerOptions.Web)!;
        return rules with { Experiences = [.. rules.Experiences.Where(experience => experience.AdmittedBy is null)] };
    }

    /// <summary>People by verdict word.</summary>
    public int Count(MeshExperience experience, string verdict, Expected expected) => expected.Facts
        .Where(fact => Verdict(experience, fact.AccountEnabled, fact.UserType, fact.ExternalUserState, fact.Plans.ToLookup(plan => plan.Key, plan => plan.Value)) == verdict)
        .Sum(fact => fact.People);

    public string Verdict(MeshExperience experience, bool? accountEnabled, string? userType, string? externalUserState, ILookup<Guid, string> plans)
    {
        if ((experience.Audience == "members" && userType == "Guest") || (experience.Audience == "guests" && userType == "Member"))
        {
            return "Not for this person";
        }

        var standings = experience.Requires.Select(id => Standing(Requirements.Single(one => one.Id == id), plans)).ToList();

        var invitation = experience.Audience != "guests" ? "Accepted" : userType is null ? null : externalUserState;

        if (accountEnabled == false || invitation == "PendingAcceptance" || standings.Contains("Not ready"))
        {
            return "Not ready";
        }

        var unclear = accountEnabled is null || invitation is null || (userType is null && experience.Audience != "everyone")
            || experience.NotEvaluated is not null || standings.Contains("Unknown");
        return unclear ? "Unknown" : "Ready";
    }

    private static string Standing(MeshRequirement requirement, ILookup<Guid, string> plans)
    {
        var states = requirement.AnyOf.SelectMany(plan => plans[plan]).Select(state => state.ToUpperInvariant()).ToList();
        return states.Exists(Works.Contains) ? "Ready" : states.Exists(state => !Fails.Contains(state)) ? "Unknown" : "Not ready";
    }
}

/// <summary>What a person's licences must give.</summary>
internal sealed record MeshRequirement(string Id, IReadOnlyList<Guid> AnyOf);

/// <summary>What people want to do.</summary>
internal sealed record MeshExperience(string Id, string Name, string Audience, IReadOnlyList<string> Requires, string? NotEvaluated, IReadOnlyList<string>? AdmittedBy = null);
