using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Features.Scans;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Web.Tests.Features;

public sealed class ScanCoordinatorTests : IDisposable
{
    private static readonly Actor Maja = new("1", "Maja Lindqvist");
    private static readonly Actor Jonas = new("2", "Jonas Weber");

    private readonly FakeTimeProvider _time = new();
    private readonly ScanCoordinator _scans;

    public ScanCoordinatorTests() => _scans = new(_time);

    public void Dispose() => _scans.Dispose();

    [Fact]
    public void A_scan_that_is_asked_for_is_shown_before_it_runs()
    {
        var expected = _scans.Expect(ScanTrigger.Manual, Maja, ScanKind.Full);

        Assert.Equal(new ScanProgress(ScanTrigger.Manual, Maja, _time.GetUtcNow(), ScanKind.Full, ScanPhase.Waiting, 0, null), expected);
        Assert.Same(expected, _scans.Progress);
    }

    [Fact]
    public void Of_two_who_ask_the_first_is_shown()
    {
        _scans.Expect(ScanTrigger.FirstRun, Maja, ScanKind.Full);

        Assert.Null(_scans.Expect(ScanTrigger.Manual, Jonas, ScanKind.Full));

        Assert.Equal(Maja, _scans.Progress?.StartedBy);
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_is_shown()
    {
        var shown = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => _scans.Expect(ScanTrigger.Manual, Maja, ScanKind.Full), TestContext.Current.CancellationToken)));

        Assert.Single(shown, one => one is not null);
    }

    [Fact]
    public void An_expected_scan_that_will_not_come_is_shown_no_more()
    {
        var expected = _scans.Expect(ScanTrigger.Manual, Maja, ScanKind.Full)!;

        _scans.Withdraw(expected);

        Assert.Null(_scans.Progress);
    }

    [Fact]
    public void A_scan_that_runs_stays_when_the_expected_one_is_withdrawn()
    {
        var expected = _scans.Expect(ScanTrigger.Manual, Maja, ScanKind.Full)!;
        _scans.Begin(ScanTrigger.Schedule, Actor.Portal, ScanKind.Full);

        _scans.Withdraw(expected);

        Assert.Equal(ScanTrigger.Schedule, _scans.Progress?.Trigger);
    }

    [Fact]
    public void Progress_is_told_to_everybody_who_watches_until_the_scan_has_ended()
    {
        var seen = new List<(ScanPhase? Phase, double? Percent)>();
        _scans.Changed += () => seen.Add((_scans.Progress?.Phase, _scans.Progress?.Percent));

        _scans.Begin(ScanTrigger.Manual, Maja, ScanKind.Full);
        _scans.Report(progress => progress with { Phase = ScanPhase.People });
        _scans.Report(progress => progress with { PeopleRead = 30, PeopleExpected = 120 });
        _time.Advance(TimeSpan.FromSeconds(1));
        _scans.Report(progress => progress with { PeopleRead = 130 });
        _scans.Report(progress => progress with { Phase = ScanPhase.Judging });
        _scans.Ended();

        Assert.Equal(
            [
                (ScanPhase.Waiting, 0), (ScanPhase.People, null), (ScanPhase.People, 22.5), (ScanPhase.People, 90), (ScanPhase.Judging, 98),
                (null, null),
            ],
            seen);
    }

    [Fact]
    public void Of_numbers_that_follow_each_other_quickly_a_few_are_told_and_the_last_one_always()
    {
        var seen = new List<int?>();
        _scans.Begin(ScanTrigger.Manual, Maja, ScanKind.Full);
        _scans.Report(progress => progress with { Phase = ScanPhase.People, PeopleExpected = 1000 });
        _scans.Changed += () => seen.Add(_scans.Progress?.PeopleRead);

        foreach (var people in Enumerable.Range(1, 100))
        {
            _scans.Report(progress => progress with { PeopleRead = people });
        }

        Assert.Empty(seen);
        Assert.Equal(100, _scans.Progress!.PeopleRead);

        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([100], seen);
    }

    [Fact]
    public void After_one_has_ended_the_next_can_be_shown()
    {
        _scans.Begin(ScanTrigger.Manual, Maja, ScanKind.Full);
        _scans.Ended();

        Assert.NotNull(_scans.Expect(ScanTrigger.Manual, Jonas, ScanKind.Full));
    }
}
