using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Benchmarks.ConditionalAccess;

/// <summary>
/// Measures Conditional Access: judging everybody, taking filters apart, and counting on how many devices they hold. Everything is compared within one run.
/// </summary>
internal static class PoliciesCommand
{
    private const int Kinds = 500;
    private const int Counted = 10;

    public static Command Create()
    {
        var rules = new Option<int>("--rules") { Description = "How many rules are parsed.", DefaultValueFactory = _ => 10_000 };
        var devices = new Option<int>("--devices") { Description = "How many devices rules are counted over.", DefaultValueFactory = _ => 100_000 };
        var rounds = new Option<int>("--rounds") { Description = "How often each way is measured; the median counts.", DefaultValueFactory = _ => 5 };
        var people = new Option<int>("--people") { Description = "How many people are judged.", DefaultValueFactory = _ => 200_000 };
        var policies = new Option<int>("--policies") { Description = "By how many policies.", DefaultValueFactory = _ => 100 };
        var command = new Command("policies", "Judge everybody by Conditional Access, parse device filters, and count the devices that they hold on.")
        {
            people, policies, rules, devices, rounds,
        };
        command.SetAction(parsed => Console.WriteLine(
            $"{Machine.This}\n\n{new Everybody(parsed.GetValue(people), parsed.GetValue(policies)).Measure(parsed.GetValue(rounds))}\n\n"
            + $"{Parsing(parsed.GetValue(rules), parsed.GetValue(rounds))}\n\n{Counting(parsed.GetValue(devices), parsed.GetValue(rounds))}"));
        return command;
    }

    private static TextTable Parsing(int count, int rounds)
    {
        var rules = new RuleSample(7).Rules(count);

        return Compare("rule", count, rounds,
        [
            new("limit", () => rules.Sum(Letters), IsSame: false),
            new("ours", () => rules.Sum(rule => FilterParser.TryParse(rule, out var tree, out _) ? tree.Comparisons.Count() : throw new InvalidOperationException(rule))),
            new("usual", () => rules.Sum(UsualRules.Comparisons)),
        ]);
    }

    private static TextTable Counting(int count, int rounds)
    {
        var sample = new RuleSample(11);
        var kinds = sample.Kinds(Kinds);
        var devices = Enumerable.Range(0, count).Select(_ => sample.Any(kinds)).ToList();
        var counter = new DeviceShapeCounter();
        devices.ForEach(device => counter.Add(isManaged: true, device));
        var shapes = counter.Count();
        var each = devices.ConvertAll(RuleSample.Device);
        var rules = sample.Rules(Counted).Select(rule => FilterParser.TryParse(rule, out var tree, out _) ? tree : throw new InvalidOperationException(rule)).ToList();

        return Compare("device and rule", count * Counted, rounds,
        [
            new("ours", () => rules.Sum(rule => shapes.Count(rule).Yes)),
            new("one by one", () => rules.Sum(rule => each.Count(device => FilterEvaluation.Of(rule, device).Match is Truth.Yes))),
        ]);
    }

    // Looking at every letter is the least that any reader of rules does.
    private static int Letters(string rule)
    {
        var quotes = 0;

        foreach (var letter in rule)
        {
            quotes += letter is '"' ? 1 : 0;
        }

        return quotes;
    }

    private static TextTable Compare(string unit, int count, int rounds, Way[] ways)
    {
        var times = ways.ToDictionary(way => way.Name, _ => new List<double>());
        var bytes = new Dictionary<string, long>();
        // Whoever is faster has to come to the same result. This is also what warms everything up.
        var results = ways.Where(way => way.IsSame).Select(way => way.Run()).Distinct().ToList();

        if (results.Count != 1)
        {
            throw new InvalidOperationException($"The ways come to different results: {string.Join(", ", results)}.");
        }

        for (var round = 0; round < rounds; round++)
        {
            // Taken in turn, so that all meet the same machine.
            foreach (var way in ways)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var start = Stopwatch.GetTimestamp();
                way.Run();
                times[way.Name].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                bytes[way.Name] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        double Median(string name) => times[name].Order().ElementAt(rounds / 2);
        var table = new TextTable("way", "seconds", $"ns per {unit}", $"bytes per {unit}", "of ours");

        foreach (var way in ways)
        {
            table.Add(way.Name, Text(Median(way.Name), "0.0000"), Text(Median(way.Name) * 1e9 / count, "0.0"), Text((double)bytes[way.Name] / count, "0"), Text(Median(way.Name) / Median("ours"), "0.00") + " ×");
        }

        return table;
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Way(string Name, Func<int> Run, bool IsSame = true);
}
