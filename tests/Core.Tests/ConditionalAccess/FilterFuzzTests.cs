using System.Text;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Whatever is typed is a rule or is refused at a place that exists.</summary>
public sealed class FilterFuzzTests
{
    private const int Texts = 10_000_000;
    private const int Lanes = 64;

    private static readonly string[] Pieces =
    [
        "device.", "device.model", "device.isCompliant", "device.physicalIds", "device.extensionAttribute7", "-eq", "ne", "-startsWith", "-notIn", "-in", "contains",
        "-not", "-and", "or", "(", ")", "[", "]", ",", "\"", "'", "`", "\"x\"", "'y'", "True", "false", "null", " ", "\t", "-", "--", ".", "é", "\ud83d", "\ude00", "\0", "9", "_",
    ];

    [Fact]
    public void Ten_million_texts_are_rules_or_refused()
    {
        var rules = 0;
        Parallel.For(0, Lanes, lane =>
        {
            var random = new Random(lane);
            var text = new StringBuilder();
            var found = 0;

            for (var round = 0; round < Texts / Lanes; round++)
            {
                text.Clear();

                for (var pieces = random.Next(9); pieces >= 0; pieces--)
                {
                    text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(3) == 0 ? " " : "");
                }

                found += Check(text.ToString()) ? 1 : 0;
            }

            Interlocked.Add(ref rules, found);
        });

        // Some of them happen to be rules, or nothing but refusals would be tested.
        Assert.InRange(rules, 100, Texts / 2);
    }

    private static bool Check(string text)
    {
        if (FilterParser.TryParse(text, out var rule, out var error))
        {
            return FilterParser.TryParse(rule.ToString(), out var again, out _) && again.Equals(rule) ? true : throw new InvalidOperationException(text);
        }

        return error.Column >= 1 && error.Column <= text.Length + 1 ? false : throw new InvalidOperationException($"{text}: column {error.Column}");
    }
}
