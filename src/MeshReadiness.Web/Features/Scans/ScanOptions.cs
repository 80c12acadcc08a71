using Microsoft.Extensions.Options;
using Quartz;

namespace MeshReadiness.Web.Features.Scans;

/// <summary>When the tenant is read, and how long snapshots are kept.</summary>
internal sealed class ScanOptions
{
    public const string Section = "Scan";

    /// <summary>When everything is read. A Quartz cron expression in UTC: seconds, minutes, hours, day of month, month, day of week.</summary>
    public string Schedule { get; set; } = "0 0 5 * * ?";

    /// <summary>When what has changed is read, likewise; empty for never.</summary>
    public string IncrementalSchedule { get; set; } = "0 0/30 * * * ?";

    /// <summary>How long a scan waits in one go for a network or a database that is away before it gives up.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How many complete snapshots stay.</summary>
    public int KeepSnapshots { get; set; } = 5;
}

internal sealed class ScanOptionsValidator : IValidateOptions<ScanOptions>
{
    public ValidateOptionsResult Validate(string? name, ScanOptions options) => options switch
    {
        _ when !CronExpression.TryParse(options.Schedule, out _) => ValidateOptionsResult.Fail(
            $"Scan:Schedule is no cron expression: \"{options.Schedule}\". Give six fields, for example Scan:Schedule=\"0 0 5 * * ?\" for every day at five."),
        { IncrementalSchedule.Length: > 0 } when !CronExpression.TryParse(options.IncrementalSchedule, out _) => ValidateOptionsResult.Fail(
            $"Scan:IncrementalSchedule is no cron expression: \"{options.IncrementalSchedule}\". Give six fields, for example "
            + "Scan:IncrementalSchedule=\"0 0/30 * * * ?\" for every half hour, or nothing for never."),
        _ when options.Patience < TimeSpan.Zero || options.Patience > TimeSpan.FromDays(7) => ValidateOptionsResult.Fail(
            "Scan:Patience must be a length of time from 0 to 7 days, for example Scan:Patience=12:00:00 for twelve hours."),
        { KeepSnapshots: < 1 or > 365 } => ValidateOptionsResult.Fail(
            "Scan:KeepSnapshots must be a number from 1 to 365, for example Scan:KeepSnapshots=5."),
        _ => ValidateOptionsResult.Success,
    };
}
