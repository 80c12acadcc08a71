using CsCheck;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Laws that hold for all rules and devices, and a second, plain evaluator that has to agree.</summary>
public sealed class FilterLawsTests
{
    [Fact]
    public void Parsing_what_was_printed_gives_the_same_tree() => GenerateFilters.Rule.Sample(
        rule => FilterParser.TryParse(rule.ToString(), out var again, out _) && again.Equals(rule) && again.ToString() == rule.ToString(), iter: 100_000);

    [Fact]
    public void Denying_twice_changes_nothing() => Gen.Select(GenerateFilters.Rule, GenerateFilters.Device).Sample(
        (rule, device) => Match(new FilterNot(new FilterNot(rule)), device) == Match(rule, device), iter: 100_000);

    [Fact]
    public void De_Morgan_holds() => Gen.Select(GenerateFilters.Rule, GenerateFilters.Rule, GenerateFilters.Device, Gen.Bool).Sample(
        (one, other, device, isAnd) => Match(new FilterNot(new FilterGroup(isAnd, [one, other])), device)
            == Match(new FilterGroup(!isAnd, [new FilterNot(one), new FilterNot(other)]), device),
        iter: 100_000);

    [Fact]
    public void A_plain_second_evaluator_agrees_on_a_million_rules() => Gen.Select(GenerateFilters.Rule, GenerateFilters.Device).Sample(
        (rule, device) => Word(Match(rule, device)) == new NaiveFilter(rule.ToString(), device).Evaluate(), iter: 1_000_000);

    [Fact]
    public void What_becomes_known_never_turns_yes_into_no() => Gen.Select(GenerateFilters.Rule, GenerateFilters.Device, GenerateFilters.Device).Sample((rule, some, more) =>
    {
        // Everything that the first leaves open, the second tells.
        var told = new FilterDevice(
            some.IsRegistered is Truth.Unknown ? more.IsRegistered : some.IsRegistered,
            some.IsManaged is Truth.Unknown ? more.IsManaged : some.IsManaged,
            more.Properties.SetItems(some.Properties));

        Assert.True(Match(rule, some) is Truth.Unknown || Match(rule, some) == Match(rule, told), $"{rule}: {Match(rule, some)}, then {Match(rule, told)}");
    }, iter: 100_000);

    private static Truth Match(FilterRule rule, FilterDevice device) => FilterEvaluation.Of(rule, device).Match;

    private static string Word(Truth truth) => truth.ToString().ToLowerInvariant();
}
