using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Benchmarks.ConditionalAccess;

/// <summary>
/// Everybody by all policies in all scenarios: ours, the same where no two people are alike, a change that somebody tries (before and
/// after), what is found to be wrong (judged are the findings), and one person after the other. The last way takes a share of the people, and has to come to the same for each of them.
/// </summary>
internal sealed class Everybody(int people, int policies)
{
    private const int OneByOne = 500;

    private readonly ImmutableArray<SignInScenario> _scenarios = PlaybookLibrary.Mesh.Scenarios;

    public TextTable Measure(int rounds)
    {
        var sample = new PolicySample(7);
        var tenant = sample.Policies(policies);
        var directory = sample.People(people);
        var (classes, alone) = (Count(directory), ImmutableArray.CreateRange(directory.Select(person => new ClassCount(person, 1))));
        Check(tenant, directory);

        var table = new TextTable("way", "people", "judged", "seconds", "ns per person and scenario", "MB allocated");
        Add("ours", people, () => Rules(tenant).Judge(Count(directory), _scenarios).Footprints);
        Add("ours, nobody counted together", people, () => Rules(tenant).Judge(alone, _scenarios).Footprints);
        Add("a change, before and after", people, () => Rules(tenant).Judge(classes, _scenarios).Footprints
            + Rules(tenant.SetItem(0, tenant[0] with { State = PolicyState.Disabled })).Judge(classes, _scenarios).Footprints);
        Add("findings", people, () => FindingRules.Find(tenant, ConditionalAccessApps.Shipped, new() { People = classes }).Length);
        Add("one by one", OneByOne, () => directory.Take(OneByOne).Sum(person => Outcomes(tenant, person).Count(outcome => outcome is not null)));
        return table;

        void Add(string name, int counted, Func<int> run)
        {
            List<double> times = [];
            var (judged, bytes) = (0, 0L);

            for (var round = 0; round < rounds; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                judged = run();
                times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            }

            var median = times.Order().ElementAt(rounds / 2);
            table.Add(name, Text(counted, "0"), Text(judged, "0"), Text(median, "0.000"), Text(median * 1e9 / counted / _scenarios.Length, "0"), Text(bytes / 1e6, "0"));
        }
    }

    private static PopulationRules Rules(ImmutableArray<ConditionalAccessPolicy> tenant) => new(tenant, ConditionalAccessApps.Shipped, SignIn.SetOf([]));

    private static ImmutableArray<ClassCount> Count(ImmutableArray<PersonClass> directory) =>
        [.. directory.CountBy(person => person).Select(one => new ClassCount(one.Key, one.Value))];

    private void Check(ImmutableArray<ConditionalAccessPolicy> tenant, ImmutableArray<PersonClass> directory)
    {
        ImmutableArray<PersonClass> some = [.. directory.Take(OneByOne)];
        var ours = Rules(tenant).Judge([.. some.Select(person => new ClassCount(person, 1))], _scenarios);

        for (var index = 0; index < some.Length; index++)
        {
            if (!ours.Scenarios.Select(scenario => scenario.Outcomes[index]).SequenceEqual(Outcomes(tenant, some[index])))
            {
                throw new InvalidOperationException($"Person {index} comes to something else one by one.");
            }
        }
    }

    private IEnumerable<SignInOutcome?> Outcomes(ImmutableArray<ConditionalAccessPolicy> tenant, PersonClass person)
    {
        var rules = new SignInRules(tenant, ConditionalAccessApps.Shipped);
        return _scenarios.Select(scenario => scenario.IsFor(person) ? rules.Judge(person.As(scenario.SignIn, SignIn.SetOf([]))).Outcome : (SignInOutcome?)null);
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
