using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>
/// What <see cref="EvaluationWay"/> is measured against: the same people from the same rows, each of them judged anew over all
/// experiences, as a loop that knows nothing of footprints does it. Nothing is counted but verdicts.
/// </summary>
internal static class OneByOneWay
{
    public static async Task<Measured> MeasureAsync(Uri graph, string folder, CancellationToken cancellationToken)
    {
        await using var product = await Product.OpenAsync(graph, folder);
        var head = await product.Get<SnapshotStore>().CurrentAsync(cancellationToken) ?? throw new InvalidOperationException("There is no snapshot to judge.");
        var tenant = (await product.Get<SnapshotStore>().TenantAsync(head.Id, cancellationToken))!;
        var (playbook, catalogue) = (product.Get<Playbook>(), product.Get<ProductCatalogue>());

        return await Stopwatched.RunAsync(async () =>
        {
            var rules = new EligibilityRules(playbook, tenant, catalogue);
            await using var db = await product.Get<IDbContextFactory<MeshReadinessDbContext>>().CreateDbContextAsync(cancellationToken);
            var scope = (await SnapshotScope.FindAsync(db, head.Id, cancellationToken))!;
            var stored = await db.Profiles.AsNoTracking().Join(db.Holdings, profile => profile.HoldingsId, holdings => holdings.Id, (profile, holdings) => new { profile, holdings.Json })
                .ToListAsync(cancellationToken);
            var profiles = stored.ToDictionary(row => row.profile.Id, row => new PersonProfile(
                StoredHoldings.Read(row.Json), row.profile.UserType, row.profile.AccountEnabled, row.profile.Invitation, row.profile.HasUsageLocation));
            var counts = new int[playbook.Experiences.Length, Enum.GetValues<Verdict>().Length];
            var people = 0;

            foreach (var profileId in scope.Of(db.People.AsNoTracking()).Select(person => person.ProfileId))
            {
                var verdicts = rules.Judge(rules.FootprintOf(profiles[profileId]));

                for (var experience = 0; experience < verdicts.Length; experience++)
                {
                    counts[experience, (int)verdicts[experience].Verdict]++;
                }

                people++;
            }

            return new(people, 0);
        });
    }
}
