using System.Net;

namespace MeshReadiness.SampleTenant;

/// <summary>What the tenant was started with.</summary>
internal sealed record TenantOptions
{
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    public int Port { get; init; } = 5081;

    public int People { get; init; } = 2500;

    public int Seed { get; init; } = 7;

    public string Scenario { get; init; } = "contoso";

    public string Faults { get; init; } = "none";

    public TimeSpan LinkLifetime { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan DeltaLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The day that sign-ins, devices and subscriptions are dated by; today unless told.</summary>
    public DateOnly? Today { get; init; }

    public bool ExitWithStdin { get; init; }
}
