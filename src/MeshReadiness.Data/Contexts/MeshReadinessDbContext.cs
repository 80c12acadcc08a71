using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// The one model. Its sealed children add what a provider needs and own that provider's migrations; everybody else
/// asks for <see cref="IDbContextFactory{TContext}"/> of this class.
/// </summary>
/// <param name="options">The options of the provider.</param>
public abstract class MeshReadinessDbContext(DbContextOptions options) : DbContext(options)
{
    private const int WordLength = 32;

    internal DbSet<SnapshotRecord> Snapshots => Set<SnapshotRecord>();

    internal DbSet<CurrentSnapshotRecord> CurrentSnapshot => Set<CurrentSnapshotRecord>();

    internal DbSet<ReadingRecord> Readings => Set<ReadingRecord>();

    internal DbSet<TenantPartRecord> TenantParts => Set<TenantPartRecord>();

    internal DbSet<SubscribedSkuRecord> SubscribedSkus => Set<SubscribedSkuRecord>();

    internal DbSet<GroupRecord> Groups => Set<GroupRecord>();

    internal DbSet<PolicyRecord> Policies => Set<PolicyRecord>();

    internal DbSet<NamedLocationRecord> NamedLocations => Set<NamedLocationRecord>();

    internal DbSet<PersonRecord> People => Set<PersonRecord>();

    internal DbSet<PersonIdRecord> PeopleById => Set<PersonIdRecord>();

    internal DbSet<PersonNameRecord> PeopleByName => Set<PersonNameRecord>();

    internal DbSet<NameWordRecord> NameWords => Set<NameWordRecord>();

    internal DbSet<LabelRecord> Labels => Set<LabelRecord>();

    internal DbSet<ProfileRecord> Profiles => Set<ProfileRecord>();

    internal DbSet<HoldingsRecord> Holdings => Set<HoldingsRecord>();

    internal DbSet<MembershipsRecord> Memberships => Set<MembershipsRecord>();

    internal DbSet<HoldingsSkuRecord> HoldingsSkus => Set<HoldingsSkuRecord>();

    internal DbSet<ScanCheckpointRecord> ScanCheckpoints => Set<ScanCheckpointRecord>();

    internal DbSet<SnapshotProfileRecord> SnapshotProfiles => Set<SnapshotProfileRecord>();

    internal DbSet<GroupCountRecord> GroupCounts => Set<GroupCountRecord>();

    internal DbSet<GroupVerdictsRecord> GroupVerdicts => Set<GroupVerdictsRecord>();

    internal DbSet<FootprintRecord> Footprints => Set<FootprintRecord>();

    internal DbSet<FootprintVerdictRecord> FootprintVerdicts => Set<FootprintVerdictRecord>();

    internal DbSet<ReportRecord> Reports => Set<ReportRecord>();

    internal DbSet<ExperienceCountRecord> ExperienceCounts => Set<ExperienceCountRecord>();

    internal DbSet<ReasonCountRecord> ReasonCounts => Set<ReasonCountRecord>();

    internal DbSet<CheckResultRecord> CheckResults => Set<CheckResultRecord>();

    internal DbSet<AuditRecord> AuditEntries => Set<AuditRecord>();

    internal DbSet<AuditEndRecord> AuditEnd => Set<AuditEndRecord>();

    internal DbSet<RolloutRecord> Rollouts => Set<RolloutRecord>();

    internal DbSet<TaskWorkRecord> TaskWork => Set<TaskWorkRecord>();

    internal DbSet<EvidenceRecord> Evidence => Set<EvidenceRecord>();

    internal DbSet<EvidenceFileRecord> EvidenceFiles => Set<EvidenceFileRecord>();

    internal DbSet<TaskCommentRecord> TaskComments => Set<TaskCommentRecord>();

    internal DbSet<RolloutNoteRecord> RolloutNotes => Set<RolloutNoteRecord>();

    internal DbSet<PlaybookEditionRecord> PlaybookEditions => Set<PlaybookEditionRecord>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MeshReadinessDbContext).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        Words<ScanTrigger>();
        Words<ScanState>();
        Words<ScanKind>();
        Words<ScanStage>();
        Words<Dimension>();
        Words<ProblemKind>();
        Words<TenantTopic>();
        Words<PolicyState>();
        Words<UserType>();
        Words<InvitationState>();
        Words<Verdict>();
        Words<CheckOutcome>();
        Words<TaskIntent>();
        Words<EvidenceSource>();

        void Words<T>() where T : struct, Enum =>
            configurationBuilder.Properties<T>().HaveConversion<string>().HaveMaxLength(WordLength);
    }
}
