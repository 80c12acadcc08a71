using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Judging everybody at once comes to the same as judging one after the other.</summary>
public sealed class PopulationTests
{
    private static readonly string[] Ids = ["g1", "g2", "g3", "r1", "r2", "u1", "u2"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Everybody_at_once_is_everybody_one_by_one(int seed)
    {
        var random = new Random(seed);
        var (outcomes, doubtful) = (new HashSet<SignInOutcome>(), 0);

        for (var round = 0; round < 60; round++)
        {
            ImmutableArray<ConditionalAccessPolicy> policies = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => PolicyReader.Read(GenerateSignIns.Policy(random)).Value)];
            var uncertain = SignIn.SetOf(Ids.Where(_ => random.Next(6) == 0));
            ImmutableArray<SignInScenario> scenarios = [.. Enum.GetValues<Audience>().Select(audience => new SignInScenario(
                audience.ToString(), "", "", audience, ScenarioReader.ReadSignIn(GenerateSignIns.Scenario(random)).Value))];
            var people = People(random, 80);

            var result = new PopulationRules(policies, GenerateSignIns.Groups, uncertain).Judge(people, scenarios);

            foreach (var scenario in result.Scenarios)
            {
                var rules = new SignInRules(policies, GenerateSignIns.Groups);
                var expected = people.Select(count => scenario.Scenario.IsFor(count.Class) ? rules.Judge(count.Class.As(scenario.Scenario.SignIn, uncertain)) : null).ToList();

                Assert.Equal(expected.Select(one => one?.Outcome), scenario.Outcomes);
                Assert.All(scenario.People, outcome => Assert.Equal(people.Where((_, index) => expected[index]?.Outcome == outcome.Key).Sum(count => count.People), outcome.Value));

                for (var policy = 0; policy < policies.Length; policy++)
                {
                    Assert.Equal(
                        people.Zip(expected).Where(one => one.Second is not null).GroupBy(one => one.Second!.Policies[policy].Result, one => one.First.People)
                            .Where(group => group.Sum() > 0).Select(group => (group.Key, group.Sum())).Order(),
                        scenario.Policies[policy].People.Select(count => (count.Key, count.Value)));

                    // Judged alone, a policy tells whether it asks or blocks.
                    var alone = new SignInRules([policies[policy]], GenerateSignIns.Groups);
                    Assert.Equal(
                        people.Where(count => scenario.Scenario.IsFor(count.Class) && alone.Judge(count.Class.As(scenario.Scenario.SignIn, uncertain)).Outcome is SignInOutcome.BlockedUnlessControlsMet).Sum(count => count.People),
                        scenario.Policies[policy].Asked);
                }

                outcomes.UnionWith(expected.OfType<SignInResult>().Select(one => one.Outcome));
                doubtful += uncertain.Count;
            }

            foreach (var (policy, sure, maybe) in result.Reach)
            {
                var rules = new SignInRules([policy with { State = PolicyState.Enabled }], GenerateSignIns.Groups);
                var met = people.ToLookup(count => rules.Judge(count.Class.As(new(), uncertain)).Policies[0].Conditions.First(condition => condition.Condition == "users").Met, count => count.People);

                Assert.Equal((met[Truth.Yes].Sum(), met[Truth.Unknown].Sum()), (sure, maybe));
            }
        }

        Assert.Equal(Enum.GetValues<SignInOutcome>(), outcomes.Order());
        Assert.True(doubtful > 0);
    }

    [Fact]
    public void People_are_in_what_they_were_added_to_in_whatever_order_and_however_often()
    {
        var random = new Random(3);
        var people = Enumerable.Range(0, 300).Select(number => number % 3 == 0 ? $"person-{number}" : Guid.NewGuid().ToString()).ToArray();
        var (index, expected) = (new MembershipIndex(), people.ToDictionary(person => person, _ => new SortedSet<string>(StringComparer.Ordinal)));

        for (var page = 0; page < 500; page++)
        {
            // Nobody is two people.
            var id = Ids[random.Next(6)];
            var members = random.GetItems(people, random.Next(1, 20));
            index.Add(KindOf(id), id, members);
            Array.ForEach(members, person => expected[person].Add(id));
        }

        Assert.All(people, person => Assert.Equal(expected[person], All(index.Of(person))));
        Assert.All(people, person => Assert.Equal(expected[person], All(index.Of(person.ToUpperInvariant()))));
        Assert.Equal(expected.Count(person => person.Value.Count > 0), index.People);
        Assert.Equal(index.People, index.All.Count(one => expected[one.UserId].SetEquals(All(one.Memberships))));
        Assert.Equal(PolicyMemberships.None, index.Of(Guid.NewGuid().ToString()));
    }

    [Fact]
    public void Who_share_memberships_share_one_object()
    {
        var index = new MembershipIndex();
        index.Add(MembershipKind.Group, "g1", ["a", "b"]);
        index.Add(MembershipKind.Group, "g2", ["b"]);
        index.Add(MembershipKind.Group, "g2", ["a", "a"]);
        index.Add(MembershipKind.Group, "g3", ["c"]);
        index.Add(MembershipKind.Group, "g1", ["c"]);

        Assert.Same(index.Of("a"), index.Of("b"));
        Assert.Equal(["g1", "g3"], index.Of("c").GroupIds);
    }

    [Fact]
    public void What_policies_name_are_ids_and_no_words()
    {
        var random = new Random(5);
        var json = Enumerable.Range(0, 400).Select(_ => GenerateSignIns.Policy(random)).ToList();

        var named = NamedByPolicies.Of(json.Select(policy => PolicyReader.Read(policy).Value));

        Assert.Equal(["g1", "g2", "g3"], named.GroupIds);
        Assert.Equal(["r1", "r2"], named.RoleTemplateIds);
        Assert.Equal(["u1"], named.UserIds);
    }

    private static IEnumerable<string> All(PolicyMemberships memberships) =>
        [.. memberships.GroupIds, .. memberships.RoleTemplateIds, .. memberships.UserId is { } id ? [id] : ImmutableArray<string>.Empty];

    private static MembershipKind KindOf(string id) => id[0] switch { 'g' => MembershipKind.Group, 'r' => MembershipKind.Role, _ => MembershipKind.User };

    private static ImmutableArray<ClassCount> People(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        UserType? type = random.Next(5) switch { 0 => null, 1 => UserType.Guest, _ => UserType.Member };
        return new ClassCount(
            new(
                new([.. Ids[..3].Where(_ => random.Next(3) == 0)], [.. Ids[3..5].Where(_ => random.Next(4) == 0)], random.Next(9) == 0 ? "u1" : null),
                type,
                type is UserType.Guest && random.Next(2) == 0 ? InvitationState.Accepted : null),
            random.Next(4));
    })];
}
