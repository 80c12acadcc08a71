using System.Collections.Immutable;
using System.Security.Claims;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Authorization;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>A part of the population with its verdicts.</summary>
/// <param name="Value">
/// The department, country, office, user type or product id as the tenant has it, empty for people without one;
/// <see langword="null"/> for small groups shown as one.
/// </param>
/// <param name="Name">What to call it.</param>
/// <param name="People">Everybody in it, also those whom an experience isn't for.</param>
/// <param name="Anyone">Its people by the best verdict that they have.</param>
/// <param name="Experiences">Its people by verdict for each experience, in the playbook's order.</param>
/// <param name="Merged">How many small groups are shown as one here; 0 for a group that is shown on its own.</param>
public sealed record BreakdownGroup(
    string? Value, string Name, int People, VerdictCounts Anyone, ImmutableArray<ExperienceCounts> Experiences, int Merged = 0)
{
    /// <summary>Its people by their verdict on one experience, or by the best one.</summary>
    public VerdictCounts For(string experienceId) =>
        Experiences.FirstOrDefault(counts => counts.ExperienceId == experienceId)?.Counts ?? Anyone;

    /// <summary>
    /// Groups in the order in which a list about one experience shows them: by how many of their people it is for, and small
    /// ones that are shown as one behind all others. With a text, only those whose name contains it.
    /// </summary>
    public static IEnumerable<BreakdownGroup> Ranked(IEnumerable<BreakdownGroup> groups, string experienceId, string? find = null) => groups
        .Where(group => string.IsNullOrWhiteSpace(find) || group.Name.Contains(find.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderBy(group => group.Merged > 0).ThenByDescending(group => group.For(experienceId).Audience);
}

/// <summary>
/// Takes the population apart, by what the last scan counted. Pages, programs and files all ask here, so that nobody who
/// may see no names is told about a small group.
/// </summary>
public sealed class ReadinessBreakdown(SnapshotStore store, ProductCatalogue catalogue, IAuthorizationService authorization)
{
    /// <summary>The groups of a snapshot, the largest first.</summary>
    /// <param name="view">The snapshot.</param>
    /// <param name="dimension">By what to take people apart.</param>
    /// <param name="visitor">Who looks: small groups are merged for whoever may not find people.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<ImmutableArray<BreakdownGroup>> GroupsAsync(
        SnapshotView view, Dimension dimension, ClaimsPrincipal visitor, CancellationToken cancellationToken)
    {
        var groups = ReadinessGroup.Of(
            await store.BreakdownAsync(view.Head.Id, dimension, cancellationToken), [.. view.Report.Experiences.Select(counts => counts.ExperienceId)]);

        if (!(await authorization.AuthorizeAsync(visitor, null, Policies.FindPeople)).Succeeded)
        {
            groups = SmallGroups.Merge(groups, overlap: dimension is Dimension.Product);
        }

        return
        [
            .. groups.Select(group => new BreakdownGroup(group.Value, Name(view, dimension, group), group.People, group.Anyone, group.Experiences, group.Merged))
                .OrderBy(group => group.Merged > 0).ThenByDescending(group => group.People).ThenBy(group => group.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private string Name(SnapshotView view, Dimension dimension, ReadinessGroup group) => group.Value is { } value
        ? Name(view, dimension, value)
        : $"Groups under five people ({Format.Count(group.Merged, "group", "groups")})";

    private string Name(SnapshotView view, Dimension dimension, string value) => dimension switch
    {
        Dimension.Product when Guid.TryParse(value, out var skuId) => view.ProductName(skuId, catalogue),
        Dimension.UserType => value switch { nameof(UserType.Member) => "Members", nameof(UserType.Guest) => "Guests", _ => "User type not told" },
        _ => value.Length == 0 ? DimensionWords.Without(dimension) : string.IsNullOrWhiteSpace(value) ? "Only spaces" : value,
    };
}
