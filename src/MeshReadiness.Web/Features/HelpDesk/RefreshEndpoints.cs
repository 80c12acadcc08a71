using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>One person read anew, and what changed for them, for programs.</summary>
internal static class RefreshEndpoints
{
    public static void MapRefresh(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people/{userId}").RequireAuthorization(Policies.FindPeople).WithTags("People");
        people.MapPost("/refresh", RefreshAsync).Produces<RefreshAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
        people.MapGet("/changes", ChangesAsync).Produces<ChangesAnswer>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> RefreshAsync(
        string userId, HttpContext context, CurrentSnapshot snapshots, PersonRefresh refresh, Playbook playbook, ProductCatalogue catalogue,
        CancellationToken cancellationToken)
    {
        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return SnapshotsFeature.None.ToHttp();
        }

        var read = await refresh.ReadAsync(view, userId, context.User.ToActor(), cancellationToken);
        return read.TryGet(out var fresh) ? Results.Ok(RefreshAnswer.Of(fresh, view, playbook, catalogue)) : read.Problem.ToHttp();
    }

    private static async Task<IResult> ChangesAsync(
        string userId, HttpContext context, CurrentSnapshot snapshots, PersonLookup lookup, PersonHistoryLookup history, CancellationToken cancellationToken)
    {
        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return SnapshotsFeature.None.ToHttp();
        }

        var found = await lookup.FindAsync(view, userId, context.User.ToActor(), cancellationToken);

        if (!found.TryGet(out var person))
        {
            return found.Problem.ToHttp();
        }

        var (changes, oldest) = await history.FindAsync(view, person.User.Id, null, cancellationToken);
        return Results.Ok(new ChangesAnswer(oldest, changes));
    }

    /// <summary>What changed for a person.</summary>
    /// <param name="Since">The oldest snapshot that is kept; <see langword="null"/> when there is one only.</param>
    /// <param name="Changes">The changes, newest first.</param>
    internal sealed record ChangesAnswer(DateTimeOffset? Since, ImmutableArray<PersonChanges> Changes);

    /// <summary>A person as the tenant tells them now.</summary>
    /// <param name="ReadAt">When the person was read.</param>
    /// <param name="TenantReadAt">When products and settings were read.</param>
    /// <param name="Person">The verdicts.</param>
    /// <param name="Groups">The groups that matter.</param>
    /// <param name="GroupsUnknown">Why groups aren't known; <see langword="null"/> when they are.</param>
    /// <param name="Devices">The registered devices.</param>
    /// <param name="DevicesUnknown">Why devices aren't known; <see langword="null"/> when they are.</param>
    internal sealed record RefreshAnswer(
        DateTimeOffset ReadAt, DateTimeOffset TenantReadAt, PersonDocument Person, ImmutableArray<GroupLine> Groups, string? GroupsUnknown,
        ImmutableArray<DeviceLine> Devices, string? DevicesUnknown)
    {
        public static RefreshAnswer Of(FreshPerson fresh, SnapshotView view, Playbook playbook, ProductCatalogue catalogue) => new(
            fresh.ReadAt,
            view.Head.AsOf,
            PersonDocument.Of(fresh.Person, playbook),
            GroupLine.All(fresh.Facts, view, catalogue),
            Untold(fresh.Facts.Groups),
            fresh.Devices.TryGet(out var devices) ? [.. devices.Select(DeviceLine.Of)] : [],
            Untold(fresh.Devices));

        private static string? Untold<T>(Result<T> read) => read.Succeeded ? null : read.Problem.Detail;
    }
}
