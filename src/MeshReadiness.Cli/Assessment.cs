using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;

namespace MeshReadiness.Cli;

/// <summary>A tenant's readiness, judged while it was read. Of people it keeps ids alone, to count each once.</summary>
internal sealed record Assessment(
    Playbook Playbook, ProductCatalogue Catalogue, TenantFacts Tenant, ImmutableArray<TopicReading> Readings, ReadinessReport Report)
{
    public ImmutableArray<StepStanding> Steps => StepStanding.Of(Playbook, Report.Checks);

    public bool IsBlocked => Steps.Any(step => step.State is TaskState.Blocked);

    public static async Task<Result<Assessment>> MakeAsync(
        ITenantReader tenant, Playbook playbook, ProductCatalogue catalogue, TimeProvider time, CancellationToken cancellationToken)
    {
        var survey = await TenantSurvey.ReadAsync(tenant, time, cancellationToken);

        if (survey.Fatal is { } fatal)
        {
            return fatal;
        }

        var rules = new EligibilityRules(playbook, survey.Facts, catalogue);
        var population = await CountAsync(tenant, rules, cancellationToken);

        if (!population.Succeeded && TenantSurvey.EndsReading(population.Problem))
        {
            return population.Problem;
        }

        return new Assessment(
            playbook,
            catalogue,
            survey.Facts,
            [.. survey.Readings, TenantSurvey.Reading(TenantTopic.Users, population.Map(people => people.People), time)],
            ReadinessReport.Make(playbook, survey.Facts, population, rules, catalogue));
    }

    private static async Task<Result<PopulationFacts>> CountAsync(ITenantReader tenant, EligibilityRules rules, CancellationToken cancellationToken)
    {
        var tally = new PopulationTally();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        await foreach (var read in TenantSurvey.ReadPeopleAsync(tenant, cancellationToken))
        {
            if (!read.TryGet(out var page))
            {
                return read.Problem;
            }

            foreach (var user in page.Users.Where(user => seen.Add(user.Id)))
            {
                tally.Add(user, rules.FootprintOf(user));
            }
        }

        return tally.ToFacts();
    }
}
