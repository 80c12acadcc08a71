using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Random sign-ins and policies: a plain second evaluator that reads the same JSON has to agree.</summary>
public sealed class SignInLawsTests
{
    private const int SignIns = 1_000_000, Lanes = 64, PolicyPool = 3_000, ScenarioPool = 3_000;

    [Fact]
    public void A_plain_second_evaluator_agrees_on_a_million_sign_ins()
    {
        var random = new Random(11);
        var policies = Enumerable.Range(0, PolicyPool).Select(_ => GenerateSignIns.Policy(random)).Select(json => (Json: json, Read: PolicyReader.Read(json).Value)).ToArray();
        var scenarios = Enumerable.Range(0, ScenarioPool).Select(_ => GenerateSignIns.Scenario(random)).Select(json => (Json: json, Read: ScenarioReader.ReadSignIn(json).Value)).ToArray();
        Assert.All(policies, policy => Assert.Empty(policy.Read.Unmodelled));
        var met = new int[4];

        Parallel.For(0, Lanes, lane =>
        {
            var own = new Random(lane);

            for (var round = 0; round < SignIns / Lanes; round++)
            {
                var scenario = scenarios[own.Next(scenarios.Length)];
                var chosen = Enumerable.Range(0, own.Next(1, 4)).Select(_ => policies[own.Next(policies.Length)]).ToArray();
                var result = new SignInRules([.. chosen.Select(policy => policy.Read)], GenerateSignIns.Groups).Judge(scenario.Read);
                var naive = new NaiveSignIn(scenario.Json, GenerateSignIns.Groups.Office365, GenerateSignIns.Groups.AdminPortals);
                var expected = $"{naive.Outcome(chosen.Select(policy => policy.Json))}: {string.Join(' ', chosen.Select(policy => naive.Applies(policy.Json)))}";
                var found = $"{JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString())}: {string.Join(' ', result.Policies.Select(policy => policy.Applies.ToString().ToLowerInvariant()))}";
                Interlocked.Increment(ref met[(int)result.Outcome]);

                if (expected != found)
                {
                    Assert.Fail($"{expected} expected, {found} found\n{scenario.Json}\n{string.Join('\n', chosen.Select(policy => policy.Json))}");
                }
            }
        });

        // Every outcome came often enough to be tested.
        Assert.All(met, count => Assert.True(count > SignIns / 200, string.Join(' ', met)));
    }
}
