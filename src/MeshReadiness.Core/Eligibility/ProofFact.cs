using System.Text.Json.Serialization;

namespace MeshReadiness.Core.Eligibility;

/// <summary>One fact behind a reason, readable on its own.</summary>
/// <param name="Text">The fact, in Graph's own words where it has some, for example "accountEnabled is false".</param>
/// <param name="Origin">Which answer of Graph tells it.</param>
public sealed record ProofFact(string Text, FactOrigin Origin = FactOrigin.User)
{
    /// <summary>Whether the fact was read with the person rather than with the tenant, and so may be younger than the snapshot.</summary>
    [JsonIgnore]
    public bool IsPersonal => Origin is FactOrigin.User or FactOrigin.LicenceDetails or FactOrigin.Memberships;

    /// <summary>The address in Graph that tells the fact.</summary>
    public string Address => Origin switch
    {
        FactOrigin.User => "/users/{id}",
        FactOrigin.LicenceDetails => "/users/{id}/licenseDetails",
        FactOrigin.Memberships => "/users/{id}/transitiveMemberOf",
        FactOrigin.Organization => "/organization",
        FactOrigin.Products => "/subscribedSkus",
        FactOrigin.Policies => "/identity/conditionalAccess/policies",
        FactOrigin.PolicyMembers => "/groups/{id}/transitiveMembers",
        _ => "/groupSettings",
    };

    /// <inheritdoc />
    public override string ToString() => Text;
}

/// <summary>The answers of Graph that facts about a person's eligibility come from.</summary>
public enum FactOrigin
{
    /// <summary>The person.</summary>
    User,

    /// <summary>The person's licences, plan by plan.</summary>
    LicenceDetails,

    /// <summary>The groups that the person is in.</summary>
    Memberships,

    /// <summary>The tenant itself.</summary>
    Organization,

    /// <summary>The tenant's products and seats.</summary>
    Products,

    /// <summary>The tenant's group settings.</summary>
    GroupSettings,

    /// <summary>The Conditional Access policies.</summary>
    Policies,

    /// <summary>The members of groups that policies name.</summary>
    PolicyMembers,
}
