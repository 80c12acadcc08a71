using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>What kind of tenant this is: who works there, what was bought, what is closed to the caller.</summary>
internal sealed record Scenario(string Name)
{
    public string OrganizationName { get; init; } = "Contoso";

    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];

    public required Weighted<PersonKind> Kinds { get; init; }

    public IReadOnlyDictionary<PersonKind, Weighted<Recipe>> Licences { get; init; } = new Dictionary<PersonKind, Weighted<Recipe>>();

    /// <summary>Small products that some licensed people hold beside their own.</summary>
    public Weighted<Recipe> Extras { get; init; } = Weighted<Recipe>.Always(Recipe.Of());

    public int MissingUsageLocationPerMille { get; init; }

    /// <summary>Whether devices, guests and settings are all as they should be.</summary>
    public bool IsTidy { get; init; }

    public bool HasQuirks { get; init; }

    public bool HasPeople { get; init; } = true;

    public PolicySet Policies { get; init; } = PolicySet.Mixed;

    /// <summary>First path segments, or pairs of them, that nobody consented to.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>The product that the change named assign gives.</summary>
    public Subscription? Grant { get; init; }
}

/// <summary>Which Conditional Access policies a tenant has.</summary>
internal enum PolicySet
{
    None, Calm, Mixed, QuestBlocked,
}
