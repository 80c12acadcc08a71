using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>Something that people do with the product, and the access that it takes.</summary>
/// <param name="Id">Stable id, for example <c>create-collection</c>.</param>
/// <param name="Action">What they do, in a few words.</param>
/// <param name="Requires">The ids of the requirements that their licences must meet, all of them.</param>
/// <param name="Rights">What else they must be allowed to do; <see langword="null"/> when licences are enough.</param>
/// <param name="Otherwise">What they meet when the access is missing, one sentence.</param>
/// <param name="Task">The id of the task that proves it.</param>
/// <param name="Source">The page that says so.</param>
public sealed record ActionAccess(
    string Id, string Action, ImmutableArray<string> Requires, string? Rights, string Otherwise, string Task, string Source)
{
    /// <summary>The right that <see cref="Rights"/> puts into words, where a rule looks at it.</summary>
    public AccessRight? Right { get; init; }

    /// <summary>Who may do it at all.</summary>
    public Audience Audience { get; init; } = Audience.Everyone;

    /// <summary>What programs call it.</summary>
    public string ApiName => ApiNames.Of(Id);
}

/// <summary>The rights that rules look at.</summary>
public enum AccessRight
{
    /// <summary>To create Microsoft 365 groups.</summary>
    CreateGroups,

    /// <summary>To be in Microsoft 365 groups.</summary>
    JoinGroups,

    /// <summary>A guest's account whose invitation was accepted.</summary>
    AcceptedGuest,
}
