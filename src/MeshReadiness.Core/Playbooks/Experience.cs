using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>Something that people want to do, and what a person needs for it.</summary>
/// <param name="Id">Stable id, for example <c>mesh-pc</c>.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Summary">One sentence on what it is.</param>
/// <param name="Gate">The gate word by which tasks name it.</param>
/// <param name="Audience">Who it is for.</param>
/// <param name="Requires">The ids of the requirements that a person must meet, all of them.</param>
/// <param name="NotEvaluated">
/// Something else that decides and that no rule looks at yet, as one sentence; it keeps the verdict at unknown.
/// </param>
public sealed record Experience(
    string Id,
    string Name,
    string Summary,
    string Gate,
    Audience Audience,
    ImmutableArray<string> Requires,
    string? NotEvaluated)
{
    /// <summary>
    /// The scenarios of which one has to let the person in, the one that asks least first; none where how somebody signs in doesn't matter.
    /// </summary>
    public ImmutableArray<string> AdmittedBy { get; init; } = [];

    /// <summary>What programs call it, in camelCase. The id, unless the playbook gives another name.</summary>
    public string ApiName
    {
        get => field ?? ApiNames.Of(Id);
        init;
    }
}

/// <summary>Who an experience is for.</summary>
public enum Audience
{
    /// <summary>The organisation's own people. Guests don't count in it.</summary>
    Members,

    /// <summary>Guests only.</summary>
    Guests,

    /// <summary>Both.</summary>
    Everyone,
}

/// <summary>Something that a person's licences must give.</summary>
/// <param name="Id">Stable id, for example <c>teams</c>.</param>
/// <param name="Name">What people call it, as it reads inside a sentence.</param>
/// <param name="AnyOf">The service plans of which one is enough.</param>
/// <param name="Remedy">What to do when it is missing, one sentence.</param>
/// <param name="Role">The Entra role that can do it.</param>
/// <param name="Source">The page that asks for it.</param>
public sealed record PlanRequirement(
    string Id, string Name, ImmutableArray<Guid> AnyOf, string Remedy, string Role, string Source);
