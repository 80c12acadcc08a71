using System.Diagnostics;
using System.Diagnostics.Metrics;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>Measures one scan: a span while it runs, then its length and its people.</summary>
internal sealed class ScanMeter : IDisposable
{
    private static readonly Histogram<double> Length =
        Telemetry.Meter.CreateHistogram<double>("meshreadiness.scan.duration", "s", "How long scans take, whatever their end.");

    private static readonly Counter<long> People =
        Telemetry.Meter.CreateCounter<long>("meshreadiness.scan.people", "{person}", "People read by complete scans.");

    private readonly Activity? _activity;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly string _trigger;
    private string _outcome = "ended";

    private ScanMeter(ScanTrigger trigger, TimeProvider time)
    {
        _trigger = trigger.ToString();
        _time = time;
        _began = time.GetTimestamp();
        _activity = Telemetry.Activities.StartActivity("scan")?.SetTag("scan.trigger", _trigger);
    }

    public static ScanMeter Start(ScanTrigger trigger, TimeProvider time) => new(trigger, time);

    public void Complete(int people)
    {
        _outcome = "complete";
        People.Add(people);
        _activity?.SetTag("scan.people", people);
    }

    public void Dispose()
    {
        Length.Record(_time.GetElapsedTime(_began).TotalSeconds, new("trigger", _trigger), new("outcome", _outcome));
        _activity?.SetTag("scan.outcome", _outcome);
        _activity?.Dispose();
    }
}
