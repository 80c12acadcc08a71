namespace MeshReadiness.Integration.Tests.Chaos;

/// <summary>
/// Scans that are killed, starved and confused store what an undisturbed scan stores, row by row. The long version of these
/// programs, and what they are, stands in docs/reliability.md.
/// </summary>
[Collection(nameof(ChaosCollection))]
public sealed class QuickChaosTests(QuickChaos chaos) : IClassFixture<QuickChaos>
{
    [Theory]
    [InlineData("killed at every checkpoint")]
    [InlineData("killed at random moments")]
    [InlineData("mixes of faults")]
    [InlineData("tenant changes meanwhile")]
    [InlineData("disk full")]
    [InlineData("database locked for ten seconds")]
    [InlineData("database gone for ten seconds")]
    [InlineData("link to the next page expired")]
    public void Nothing_is_different_in_the_end(string program)
    {
        var outcome = chaos.Of(program);
        Assert.SkipWhen(outcome.GetProperty("skipped").GetString() is not null, outcome.GetProperty("skipped").GetString() ?? "");

        Assert.Empty(outcome.GetProperty("first").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(0, outcome.GetProperty("differences").GetInt32());
        Assert.True(outcome.GetProperty("rows").GetInt64() > 1_000, "Too little was compared.");
        Assert.True(outcome.GetProperty("kills").GetInt32() + outcome.GetProperty("faults").GetInt64() > 0, "Nothing went wrong.");
    }
}

/// <summary>Runs by itself: it needs the machine, and others would wait for it in vain.</summary>
[CollectionDefinition(nameof(ChaosCollection), DisableParallelization = true)]
public sealed class ChaosCollection;
