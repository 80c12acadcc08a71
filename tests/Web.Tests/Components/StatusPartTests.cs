using Bunit;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Web.Components;
using MudBlazor.Services;

namespace MeshReadiness.Web.Tests.Components;

/// <summary>A colour never stands without its word, and a bar never without its numbers.</summary>
public sealed class StatusPartTests : BunitContext
{
    public StatusPartTests() => Services.AddMudServices();

    [Theory]
    [InlineData(Tone.Neutral)]
    [InlineData(Tone.Good)]
    [InlineData(Tone.Bad)]
    [InlineData(Tone.Warn)]
    [InlineData(Tone.Unknown)]
    public void A_badge_says_its_word_and_hides_its_icon(Tone tone)
    {
        var badge = Render<StateBadge>(part => part.Add(one => one.Tone, tone).Add(one => one.Text, "Blocked"));

        Assert.Equal("Blocked", badge.Find("span").TextContent.Trim());
        Assert.Equal("true", badge.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void Every_state_has_a_word_of_its_own()
    {
        AssertDistinct(Enum.GetValues<Verdict>().Select(verdict => Tones.Of(verdict).Word));
        AssertDistinct(Enum.GetValues<TaskState>().Select(state => Tones.Of(state).Word));
        AssertDistinct(Enum.GetValues<Severity>().Select(severity => Tones.Of(severity).Word));
    }

    [Theory]
    [InlineData(1200, 30, 1, "1,200 ready, 30 not ready, 1 unknown", 3)]
    [InlineData(0, 5, 0, "0 ready, 5 not ready, 0 unknown", 1)]
    [InlineData(0, 0, 0, "Nobody", 0)]
    public void A_bar_is_read_out_as_its_numbers(int ready, int notReady, int unknown, string label, int parts)
    {
        var bar = Render<VerdictBar>(part => part.Add(one => one.Counts, new VerdictCounts(ready, notReady, unknown, 7)));

        Assert.Equal(label, bar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Equal(parts, bar.FindAll("[role=img] > span").Count);
    }

    private static void AssertDistinct(IEnumerable<string> words)
    {
        var all = words.ToList();
        Assert.NotEmpty(all);
        Assert.Distinct(all);
        Assert.DoesNotContain("", all);
    }
}
