using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tests.Audit;

public sealed class AuditFileTests
{
    private static readonly AuditEntry Entry = new(
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, 456, TimeSpan.FromHours(2)), new("ada", "Ada \"the\" Ž <b>"), "task.assigned", "seats", "two\nlines", Guid.NewGuid(), "{\"a\":1}", "");

    [Fact]
    public void A_line_comes_back_with_the_same_hash()
    {
        foreach (var entry in new[] { Entry, Entry with { Detail = null, RolloutId = null, Before = null, After = null } })
        {
            var line = new AuditLine(7, entry, AuditChain.HashOf("before", 7, entry));
            var text = AuditFile.Write(line);
            var read = AuditFile.Read(text, 1).Value;

            Assert.DoesNotContain('\n', text);
            Assert.Equal(line with { Entry = entry with { At = entry.At.ToUniversalTime() } }, read);
            Assert.Equal(line.Hash, AuditChain.HashOf("before", 7, read.Entry));
        }
    }

    [Theory]
    [InlineData("", "Line 3 is no line of an audit record")]
    [InlineData("null", "it holds no moment")]
    [InlineData("{\"number\":1}", "Line 3 is no line of an audit record")]
    [InlineData("{\"number\":1,", "at position")]
    [InlineData("{\"number\":1,\"at\":\"yesterday\",\"actorId\":\"\",\"actorName\":\"\",\"action\":\"\",\"subject\":\"\",\"hash\":\"\"}", "it holds no moment under \"at\"")]
    public void What_is_no_line_is_told_with_its_place(string text, string sentence)
    {
        var problem = AuditFile.Read(text, 3).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Contains(sentence, problem.Detail, StringComparison.Ordinal);
    }
}
