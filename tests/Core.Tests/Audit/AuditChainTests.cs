using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Core.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_untouched_chain_has_no_break_wherever_one_begins_to_read()
    {
        var lines = Lines(50);

        Assert.Null(AuditChain.FindBreak(lines, AuditChain.Beginning));
        Assert.All(Enumerable.Range(0, lines.Count), skipped => Assert.Null(AuditChain.FindBreak(lines.Skip(skipped))));
    }

    [Fact]
    public void Whatever_is_changed_in_a_line_is_found_at_that_line()
    {
        var lines = Lines(20);

        foreach (var change in Changes())
        {
            for (var index = 0; index < lines.Count; index++)
            {
                var line = lines[index] with { Entry = change(lines[index].Entry) };
                Assert.Equal(line.Number, AuditChain.FindBreak([.. lines[..index], line, .. lines[(index + 1)..]], AuditChain.Beginning)?.Number);
            }
        }
    }

    [Fact]
    public void A_line_that_is_missing_doubled_or_moved_is_found()
    {
        var lines = Lines(20);

        Assert.Equal(7, AuditChain.FindBreak([.. lines[..5], .. lines[6..]])!.Number);
        Assert.Equal(5, AuditChain.FindBreak([.. lines[..5], lines[4], .. lines[5..]])!.Number);
        Assert.Equal(7, AuditChain.FindBreak([.. lines[..5], lines[6], lines[5], .. lines[7..]])!.Number);
    }

    [Fact]
    public void A_line_written_anew_with_a_fitting_hash_is_found_at_the_next_one()
    {
        var lines = Lines(20);
        var forged = lines[4].Entry with { Subject = "something else" };
        var line = new AuditLine(5, forged, AuditChain.HashOf(lines[3].Hash, 5, forged));

        Assert.Equal(6, AuditChain.FindBreak([.. lines[..4], line, .. lines[5..]], AuditChain.Beginning)!.Number);
    }

    [Fact]
    public void Letters_that_wander_from_one_text_to_the_next_change_the_hash()
    {
        var entry = new AuditEntry(Start, new("a", "b"), "task.assigned", "seats", "more");

        Assert.NotEqual(AuditChain.HashOf("", 1, entry), AuditChain.HashOf("", 1, entry with { Action = "task.assigneds", Subject = "eats" }));
        Assert.NotEqual(AuditChain.HashOf("", 1, entry with { Before = null }), AuditChain.HashOf("", 1, entry with { Before = "" }));
    }

    private static IEnumerable<Func<AuditEntry, AuditEntry>> Changes() =>
    [
        entry => entry with { At = entry.At.AddTicks(1) },
        entry => entry with { Actor = entry.Actor with { ObjectId = "mallory" } },
        entry => entry with { Actor = entry.Actor with { DisplayName = "Mallory" } },
        entry => entry with { Action = "task.undone" },
        entry => entry with { Subject = "other" },
        entry => entry with { Detail = "other" },
        entry => entry with { RolloutId = Guid.NewGuid() },
        entry => entry with { Before = "{}" },
        entry => entry with { After = "{}" },
    ];

    private static List<AuditLine> Lines(int count)
    {
        List<AuditLine> lines = [];

        for (var number = 1; number <= count; number++)
        {
            var entry = new AuditEntry(Start.AddMinutes(number), new Actor($"id{number % 3}", "Ada"), "task.assigned", $"task-{number}", number % 2 == 0 ? null : "words");
            lines.Add(new(number, entry, AuditChain.HashOf(lines.Count == 0 ? AuditChain.Beginning : lines[^1].Hash, number, entry)));
        }

        return lines;
    }
}
