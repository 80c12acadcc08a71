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

    [Fact]
    public void A_start_is_handed_to_the_worker_and_shown_at_once()
    {
        Assert.True(_scans.StartOrJoin(ScanTrigger.Manual, Maja));

        Assert.True(_scans.Requests.TryRead(out var request));
        Assert.Equal((ScanTrigger.Manual, Maja), (request.Trigger, request.StartedBy));
        Assert.Equal(new ScanProgress(ScanTrigger.Manual, Maja, _time.GetUtcNow(), ScanPhase.Waiting, 0, null), _scans.Progress);
    }

    [Fact]
    public void A_second_start_joins_the_first()
    {
        _scans.StartOrJoin(ScanTrigger.FirstRun, Maja);

        Assert.False(_scans.StartOrJoin(ScanTrigger.Manual, Jonas));

        Assert.Equal(Maja, _scans.Progress?.StartedBy);
        Assert.True(_scans.Requests.TryRead(out _));
        Assert.False(_scans.Requests.TryRead(out _));
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_does()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ =>
            Task.Run(() => _scans.StartOrJoin(ScanTrigger.Manual, Maja), TestContext.Current.CancellationToken)));

        Assert.Single(started, one => one);
    }

    [Fact]
    public void Cancelling_reaches_the_worker_and_only_a_running_scan_can_be_cancelled()
    {
        Assert.False(_scans.Cancel());
        _scans.StartOrJoin(ScanTrigger.Manual, Maja);
        Assert.True(_scans.Requests.TryRead(out var request));

        Assert.True(_scans.Cancel());

        Assert.True(request.Cancelled.IsCancellationRequested);
        Assert.NotNull(_scans.Progress);
    }

    [Fact]
    public void Progress_is_told_to_everybody_who_watches_until_the_scan_has_ended()
    {
        var seen = new List<(ScanPhase? Phase, double? Percent)>();
        _scans.Changed += () => seen.Add((_scans.Progress?.Phase, _scans.Progress?.Percent));

        _scans.StartOrJoin(ScanTrigger.Manual, Maja);
        _scans.Report(progress => progress with { Phase = ScanPhase.People });
        _scans.Report(progress => progress with { PeopleRead = 30, PeopleExpected = 120 });
        _scans.Report(progress => progress with { PeopleRead = 130 });
        _scans.Report(progress => progress with { Phase = ScanPhase.Judging });
        _scans.Ended();

        Assert.Equal(
            [
                (ScanPhase.Waiting, 0), (ScanPhase.People, null), (ScanPhase.People, 25), (ScanPhase.People, 100), (ScanPhase.Judging, 100),
                (null, null),
            ],
            seen);
    }

    [Fact]
    public void After_one_has_ended_the_next_can_start()
    {
        _scans.StartOrJoin(ScanTrigger.Manual, Maja);
        Assert.True(_scans.Requests.TryRead(out _));
        _scans.Ended();

        Assert.True(_scans.StartOrJoin(ScanTrigger.Manual, Jonas));
        Assert.True(_scans.Requests.TryRead(out var next));
        Assert.False(next.Cancelled.IsCancellationRequested);
    }

    public void Dispose() => _scans.Dispose();
}
