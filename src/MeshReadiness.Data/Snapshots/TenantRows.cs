using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Stores and reads the parts of a tenant. A part that was not read keeps its problem.</summary>
internal static class TenantRows
{
    public static void Add(MeshReadinessDbContext db, Guid snapshotId, TenantFacts tenant)
    {
        AddPart(TenantTopic.Organization, tenant.Organization);

        AddMany(TenantTopic.SubscribedSkus, tenant.SubscribedSkus, (sku, position) => new SubscribedSkuRecord
        {
            SnapshotId = snapshotId,
            Position = position,
            SkuId = sku.SkuId,
            SkuPartNumber = sku.SkuPartNumber,
            CapabilityStatus = sku.CapabilityStatus,
            ConsumedUnits = sku.ConsumedUnits,
            Enabled = sku.PrepaidUnits.Enabled,
            Warning = sku.PrepaidUnits.Warning,
            Suspended = sku.PrepaidUnits.Suspended,
            LockedOut = sku.PrepaidUnits.LockedOut,
            ServicePlans = JsonSerializer.Serialize(sku.ServicePlans, StoredJson.Default.ImmutableArrayServicePlan),
        });

        AddMany(TenantTopic.Groups, tenant.Groups, (group, position) => new GroupRecord
        {
            SnapshotId = snapshotId,
            Position = position,
            Id = group.Id,
            DisplayName = group.DisplayName,
            IsMicrosoft365 = group.IsMicrosoft365,
            AssignedSkuIds = JsonSerializer.Serialize(group.AssignedSkuIds, StoredJson.Default.ImmutableArrayGuid),
            LicenseProcessingState = group.LicenseProcessingState,
            HasMembersWithLicenseErrors = group.HasMembersWithLicenseErrors,
        });

        AddMany(TenantTopic.Policies, tenant.Policies, (policy, position) => new PolicyRecord
        {
            SnapshotId = snapshotId,
            Position = position,
            Id = policy.Id,
            DisplayName = policy.DisplayName,
            State = policy.State,
            GroupIds = JsonSerializer.Serialize(policy.GroupIds, StoredJson.Default.ImmutableArrayString),
            Json = policy.Json,
        });

        AddMany(TenantTopic.NamedLocations, tenant.NamedLocations, (location, position) => new NamedLocationRecord
        {
            SnapshotId = snapshotId,
            Position = position,
            Id = location.Id,
            DisplayName = location.DisplayName,
            IsTrusted = location.IsTrusted,
            Json = location.Json,
        });

        InventoryRows.Add(db, snapshotId, tenant.Inventory);

        void AddMany<TFact, TRecord>(TenantTopic topic, Result<ImmutableArray<TFact>> part, Func<TFact, int, TRecord> toRecord)
            where TRecord : class
        {
            AddPart(topic, part);

            if (part.TryGet(out var facts))
            {
                db.Set<TRecord>().AddRange(facts.Select(toRecord));
            }
        }

        void AddPart<T>(TenantTopic topic, Result<T> part) => db.TenantParts.Add(TenantPartRecord.Of(snapshotId, topic, part));
    }

    public static async Task<TenantFacts?> ReadAsync(MeshReadinessDbContext db, SnapshotRecord snapshot, CancellationToken cancellationToken)
    {
        var parts = await db.TenantParts.AsNoTracking().Where(part => part.SnapshotId == snapshot.Id).ToListAsync(cancellationToken);

        if (parts.Count == 0)
        {
            return null;
        }

        var skus = await db.SubscribedSkus.AsNoTracking().Where(sku => sku.SnapshotId == snapshot.Id)
            .OrderBy(sku => sku.Position).ToListAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking().Where(group => group.SnapshotId == snapshot.Id)
            .OrderBy(group => group.Position).ToListAsync(cancellationToken);
        var policies = await db.Policies.AsNoTracking().Where(policy => policy.SnapshotId == snapshot.Id)
            .OrderBy(policy => policy.Position).ToListAsync(cancellationToken);
        var locations = await db.NamedLocations.AsNoTracking().Where(location => location.SnapshotId == snapshot.Id)
            .OrderBy(location => location.Position).ToListAsync(cancellationToken);

        return new(
            Part(TenantTopic.Organization, () => SnapshotHeads.ToOrganization(snapshot)!),
            Part(TenantTopic.SubscribedSkus, () => skus.Select(ToSku).ToImmutableArray()),
            Part(TenantTopic.Groups, () => groups.Select(ToGroup).ToImmutableArray()),
            Part(TenantTopic.Policies, () => policies.Select(ToPolicy).ToImmutableArray()),
            Part(TenantTopic.NamedLocations, () => locations
                .Select(location => new NamedLocationFacts(location.Id, location.DisplayName, location.IsTrusted, location.Json))
                .ToImmutableArray()))
        {
            Inventory = InventoryRows.Read(parts),
        };

        Result<T> Part<T>(TenantTopic topic, Func<T> read)
        {
            var part = parts.Single(item => item.Topic == topic);
            return SnapshotHeads.ToProblem(part.ProblemKind, part.ProblemDetail) is { } problem ? problem : read();
        }
    }

    private static SubscribedSku ToSku(SubscribedSkuRecord sku) => new(
        sku.SkuId,
        sku.SkuPartNumber,
        sku.CapabilityStatus,
        sku.ConsumedUnits,
        new(sku.Enabled, sku.Warning, sku.Suspended, sku.LockedOut),
        JsonSerializer.Deserialize(sku.ServicePlans, StoredJson.Default.ImmutableArrayServicePlan));

    private static GroupFacts ToGroup(GroupRecord group) => new(
        group.Id,
        group.DisplayName,
        group.IsMicrosoft365,
        JsonSerializer.Deserialize(group.AssignedSkuIds, StoredJson.Default.ImmutableArrayGuid),
        group.LicenseProcessingState,
        group.HasMembersWithLicenseErrors);

    private static ConditionalAccessPolicyFacts ToPolicy(PolicyRecord policy) => new(
        policy.Id,
        policy.DisplayName,
        policy.State,
        JsonSerializer.Deserialize(policy.GroupIds, StoredJson.Default.ImmutableArrayString),
        policy.Json);
}
