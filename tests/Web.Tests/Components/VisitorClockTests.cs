using System.Globalization;
using MeshReadiness.Web.Components;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Web.Tests.Components;

public sealed class VisitorClockTests
{
    private readonly FakeTimeProvider _time = new(At("2026-03-29T12:00:00Z"));

    [Theory]
    [InlineData("Europe/Stockholm", "2026-03-29T00:59:00Z", "today 01:59")]
    [InlineData("Europe/Stockholm", "2026-03-29T01:00:00Z", "today 03:00")]
    [InlineData("Asia/Kolkata", "2026-03-29T00:00:00Z", "today 05:30")]
    [InlineData("America/Los_Angeles", "2026-03-29T02:00:00Z", "yesterday 19:00")]
    [InlineData("America/Los_Angeles", "2026-03-27T12:00:00Z", "27 Mar 2026 05:00")]
    [InlineData("Pacific/Auckland", "2026-03-28T12:00:00Z", "yesterday 01:00")]
    [InlineData("Pacific/Auckland", "2026-03-30T12:00:00Z", "tomorrow 01:00")]
    [InlineData("Pacific/Auckland", "2026-03-31T12:00:00Z", "1 Apr 2026 01:00")]
    public void A_moment_is_told_in_the_visitors_zone_and_season(string zone, string moment, string text)
    {
        var clock = new VisitorClock(_time);
        clock.UseZone(zone);

        Assert.Equal(text, clock.Local(At(moment)));
    }

    [Fact]
    public void Today_is_the_visitors_today()
    {
        _time.SetUtcNow(At("2026-03-29T23:30:00Z"));
        var clock = new VisitorClock(_time);
        clock.UseZone("Asia/Tokyo");

        Assert.Equal("today 08:00", clock.Local(At("2026-03-29T23:00:00Z")));
        Assert.Equal("yesterday 23:00", clock.Local(At("2026-03-29T14:00:00Z")));
    }

    [Theory]
    [InlineData("Mars/Olympus_Mons")]
    [InlineData("")]
    public void A_zone_that_nobody_knows_leaves_universal_time(string zone)
    {
        var clock = new VisitorClock(_time);
        var told = 0;
        clock.Changed += () => told++;

        clock.UseZone(zone);

        Assert.Equal("today 11:00", clock.Local(At("2026-03-29T11:00:00Z")));
        Assert.Equal(0, told);
    }

    [Fact]
    public void Tickets_get_universal_time_whatever_the_zone()
    {
        var clock = new VisitorClock(_time);
        clock.UseZone("Europe/Stockholm");

        Assert.Equal("2026-03-29 11:00:00 UTC", clock.Utc(At("2026-03-29T11:00:00Z")));
    }

    [Theory]
    [InlineData(0.2, "in a moment")]
    [InlineData(1, "in 1 second")]
    [InlineData(59, "in 59 seconds")]
    [InlineData(60, "in 1 minute")]
    [InlineData(1740, "in 29 minutes")]
    [InlineData(3590, "in 1 hour")]
    [InlineData(72_000, "in 20 hours")]
    [InlineData(86_400, "in 1 day")]
    [InlineData(200_000, "in 2 days")]
    [InlineData(0, "just now")]
    [InlineData(-45, "45 seconds ago")]
    [InlineData(-7200, "2 hours ago")]
    public void How_far_away_a_moment_is_has_words(double seconds, string text) =>
        Assert.Equal(text, new VisitorClock(_time).Relative(_time.GetUtcNow().AddSeconds(seconds)));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
