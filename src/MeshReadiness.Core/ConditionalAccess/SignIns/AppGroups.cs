using System.Collections.Immutable;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>What policies mean by words that stand for several apps. The lists come from a data file with a date and a source.</summary>
/// <param name="Office365">The app ids behind <c>Office365</c>.</param>
/// <param name="AdminPortals">The app ids behind <c>MicrosoftAdminPortals</c>.</param>
/// <param name="Dependencies">For an app id, the apps whose policies have to be met as well, before or soon after it opens.</param>
public sealed record AppGroups(
    ImmutableHashSet<string> Office365, ImmutableHashSet<string> AdminPortals, ImmutableDictionary<string, ImmutableArray<string>> Dependencies)
{
    /// <summary>No word stands for anything.</summary>
    public static AppGroups None { get; } = new([], [], ImmutableDictionary<string, ImmutableArray<string>>.Empty);
}
