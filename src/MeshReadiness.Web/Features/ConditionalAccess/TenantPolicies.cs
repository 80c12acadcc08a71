using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using Attempt = MeshReadiness.Core.ConditionalAccess.SignIns.SignIn;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>A tenant's policies as the rules take them.</summary>
/// <param name="Policies">Those that could be read, in their order.</param>
/// <param name="Unread">Those that nobody here understands.</param>
/// <param name="Apps">What words for several apps mean.</param>
/// <param name="Known">What else is known of the tenant, but its people.</param>
/// <param name="Places">The named locations.</param>
/// <param name="Scenarios">The ways of signing in that everybody is judged by.</param>
/// <param name="Devices">All registered devices, in kinds.</param>
public sealed record TenantPolicies(
    ImmutableArray<ConditionalAccessPolicy> Policies, ImmutableArray<UnreadPolicy> Unread, AppGroups Apps, KnownTenant Known,
    Result<ImmutableArray<NamedLocationFacts>> Places, ImmutableArray<SignInScenario> Scenarios, Result<DeviceShapes> Devices)
{
    // More can't be chosen from in a list.
    private const int MostKinds = 60;

    private Result<ImmutableArray<DeviceKind>>? _kinds;

    /// <summary>Names for ids.</summary>
    public IdNames Names { get; } = IdNames.Of(Known.Names);

    /// <summary>The facts of a device by which these policies tell devices apart: what filters and controls ask for.</summary>
    public ImmutableArray<string> AskedOfDevices { get; } =
        [.. DescribedDevice.AskedBy(Policies.Select(policy => policy.Filter?.Rule).OfType<FilterRule>()).Append("isCompliant").Append("trustType").Distinct()];

    /// <summary>The facts of a real device: those that policies ask for, and those by which people know it.</summary>
    public ImmutableArray<string> ToldOfDevices => [.. AskedOfDevices.Union(DescribedDevice.Identity, StringComparer.OrdinalIgnoreCase)];

    /// <summary>The kinds of registered devices, as far as policies and people tell them apart; the scan's problem when devices weren't read.</summary>
    public Result<ImmutableArray<DeviceKind>> DeviceKinds => _kinds ??= Devices.Map(devices => DeviceKind.Of(devices, ToldOfDevices, MostKinds));

    /// <summary>Groups and roles of which nobody knows who is in them.</summary>
    public ImmutableHashSet<string> Uncertain => Known.Uncertain;

    /// <summary>Judges sign-ins by these policies.</summary>
    public SignInRules Rules { get; } = new(Policies, Apps);

    /// <summary>Reads stored policies.</summary>
    /// <param name="snapshot">What is known of the tenant.</param>
    /// <param name="stored">Its policies.</param>
    /// <param name="playbook">The scenarios.</param>
    /// <param name="options">Whom somebody has named as kept for emergencies.</param>
    public static TenantPolicies Of(
        SnapshotView snapshot, ImmutableArray<ConditionalAccessPolicyFacts> stored, Playbook playbook, ConditionalAccessOptions options)
    {
        var tenant = snapshot.Tenant;
        var read = stored.Select(one => (Stored: one, Policy: PolicyReader.Read(one))).ToList();
        ImmutableArray<ConditionalAccessPolicy> policies = [.. read.Where(one => one.Policy.Succeeded).Select(one => one.Policy.Value)];
        var (named, names) = (NamedByPolicies.Of(policies), NamesOf(snapshot));
        var signIns = TenantSignIns.Of(tenant, playbook.Apps).TryGet(out var whole) ? whole : null;

        return new(
            policies,
            [.. read.Where(one => !one.Policy.Succeeded).Select(one => new UnreadPolicy(one.Stored.DisplayName ?? one.Stored.Id, one.Stored.State, one.Policy.Problem))],
            playbook.Apps,
            (signIns is not null ? TenantKnowledge.Of(tenant, signIns, null, names)
                : new() { Names = TenantKnowledge.Name(tenant, names), Uncertain = Attempt.SetOf([.. named.GroupIds, .. named.RoleTemplateIds]) }) with
            {
                // In a snapshot without people nobody is known to be gone.
                UserIds = snapshot.Head.Readings.Any(reading => reading is { Topic: TenantTopic.Users, Problem: null }) ? Attempt.SetOf(snapshot.Named.Select(person => person.Id)) : null,
                EmergencyIds = Attempt.SetOf(options.EmergencyIds),
            },
            tenant.NamedLocations,
            [.. playbook.Scenarios.Select(scenario => signIns?.Here(scenario) ?? scenario)],
            tenant.Inventory.Devices);
    }

    // Names that every tenant shares, and those of this tenant's own apps and of the people whom policies name.
    private static PolicyNames NamesOf(SnapshotView snapshot)
    {
        var shipped = ConditionalAccessNames.Shipped;
        var apps = snapshot.Tenant.Inventory.Applications.TryGet(out var read) ? read : [];

        return shipped with
        {
            Apps = shipped.Apps.SetItems(apps.Where(app => app.DisplayName is not null).Select(app => KeyValuePair.Create(app.AppId, app.DisplayName!))),
            Users = PolicyNames.None.SetItems(snapshot.Named.Select(person => KeyValuePair.Create(person.Id, person.DisplayName ?? person.UserPrincipalName ?? person.Id))),
        };
    }
}

/// <summary>A policy that could not be read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Whether it is enforced.</param>
/// <param name="Problem">Why.</param>
public sealed record UnreadPolicy(string Name, PolicyState State, Problem Problem);
