using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;

namespace MeshReadiness.Cli;

/// <summary>A tenant's readiness, judged while it was read.</summary>
internal sealed record Assessment(
    Playbook Playbook, ProductCatalogue Catalogue, TenantFacts Tenant, ImmutableArray<TopicReading> Readings, ReadinessReport Report)
{
    public ImmutableArray<StepStanding> Steps => StepStanding.Of(Playbook, Report.Checks);

    public bool IsBlocked => Steps.Any(step => step.State is TaskState.Blocked);

    public static async Task<Result<Assessment>> MakeAsync(
        ITenantReader tenant, Playbook playbook, ProductCatalogue catalogue, TimeProvider time, CancellationToken cancellationToken)
    {
        var basics = await TenantSurvey.ReadBasicsAsync(tenant, time, cancellationToken);

        if (basics.Fatal is { } unreachable)
        {
            return unreachable;
        }

        // Policies, locations, groups and the inventory are read while the people are.
        var policies = new PolicyQuestion(tenant);
        var rest = TenantSurvey.ReadRestAsync(tenant, basics, policies, time, cancellationToken);
        var members = new PolicyMemberReading(tenant);
        var membersRead = await members.ReadAsync(await policies.AskAsync(cancellationToken), cancellationToken);
        var people = new PeopleReading(tenant, new(basics.SubscribedSkus, playbook), members.Index);
        var read = await people.ReadAsync(cancellationToken);
        var survey = (await rest).With(membersRead, time);

        if (survey.Fatal is { } fatal)
        {
            return fatal;
        }

        if (!membersRead.Succeeded && TenantSurvey.EndsReading(membersRead.Problem))
        {
            return membersRead.Problem;
        }

        if (!read.Succeeded && TenantSurvey.EndsReading(read.Problem))
        {
            return read.Problem;
        }

        var rules = new EligibilityRules(playbook, survey.Facts, catalogue);
        var population = read.Map(_ => people.Count(rules));

        return new Assessment(
            playbook,
            catalogue,
            survey.Facts,
            [.. survey.Readings, TenantSurvey.Reading(TenantTopic.Users, population.Map(counted => counted.People), time)],
            ReadinessReport.Make(playbook, survey.Facts, population, rules, catalogue, time.GetUtcNow()));
    }
}
