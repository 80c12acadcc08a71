using System.Collections.Immutable;

namespace MeshReadiness.Core.Imports;

/// <summary>What an export tells, whatever its format.</summary>
public abstract record ImportedExport;

/// <summary>App permission policies of Teams.</summary>
/// <param name="Policies">The policies.</param>
public sealed record AppPermissionExport(ImmutableArray<AppPermissionPolicy> Policies) : ImportedExport;

/// <summary>Which of Microsoft's apps a policy lets people use.</summary>
/// <param name="Name">The policy.</param>
/// <param name="AllowsOnlyListed">Whether the apps listed are allowed and all others blocked; otherwise it is the other way round.</param>
/// <param name="Apps">The apps listed, by id or by name.</param>
public sealed record AppPermissionPolicy(string Name, bool AllowsOnlyListed, ImmutableArray<string> Apps);

/// <summary>App setup policies of Teams.</summary>
/// <param name="Policies">The policies.</param>
public sealed record AppSetupExport(ImmutableArray<AppSetupPolicy> Policies) : ImportedExport;

/// <summary>Which apps a policy brings to people.</summary>
/// <param name="Name">The policy.</param>
/// <param name="AllowsPinning">Whether people may pin apps themselves.</param>
/// <param name="Apps">The apps that it installs or pins, by id or by name.</param>
/// <param name="AssignedTo">To whom it is assigned, as far as the export tells.</param>
public sealed record AppSetupPolicy(string Name, bool AllowsPinning, ImmutableArray<string> Apps, ImmutableArray<string> AssignedTo);

/// <summary>Policies of Teams that hold settings with words as values.</summary>
/// <param name="Policies">The policies.</param>
public sealed record SettingsExport(ImmutableArray<PolicySettings> Policies) : ImportedExport;

/// <summary>The settings of one policy.</summary>
/// <param name="Name">The policy.</param>
/// <param name="Settings">The settings that are read, by name.</param>
/// <param name="AssignedTo">To whom it is assigned, as far as the export tells.</param>
public sealed record PolicySettings(string Name, ImmutableSortedDictionary<string, string> Settings, ImmutableArray<string> AssignedTo);

/// <summary>What clients could reach.</summary>
/// <param name="Probes">One for each place that was tried from.</param>
public sealed record ProbeExport(ImmutableArray<SiteProbe> Probes) : ImportedExport;

/// <summary>What one client at one site could reach.</summary>
/// <param name="Site">The site.</param>
/// <param name="From">The client, and how it was connected.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Results">What was tried.</param>
public sealed record SiteProbe(string Site, string From, DateTimeOffset At, ImmutableArray<ProbeResult> Results);

/// <summary>One thing that a client tried to reach.</summary>
/// <param name="Target">A host, an address, or a range.</param>
/// <param name="Protocol">TCP or UDP, as <c>tcp</c> or <c>udp</c>.</param>
/// <param name="Port">The port.</param>
/// <param name="IsReachable">Whether it answered.</param>
/// <param name="Error">What stood in the way.</param>
public sealed record ProbeResult(string Target, string Protocol, int Port, bool IsReachable, string? Error);

/// <summary>Computers and headsets.</summary>
/// <param name="Devices">The devices.</param>
public sealed record InventoryExport(ImmutableArray<InventoryDevice> Devices) : ImportedExport;

/// <summary>A computer or headset. What the inventory leaves empty is <see langword="null"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Manufacturer">Its maker.</param>
/// <param name="Model">Its model.</param>
/// <param name="Cores">Its processor cores.</param>
/// <param name="MemoryGb">Its memory in GB of 1,024 MB.</param>
/// <param name="IsManaged">Whether device management knows it.</param>
/// <param name="IsCompliant">Whether it is as the company's rules want it.</param>
/// <param name="Apps">The versions of the apps on it, by the app's name; an app that it doesn't have is left out.</param>
public sealed record InventoryDevice(
    string Name,
    string? Manufacturer,
    string? Model,
    int? Cores,
    decimal? MemoryGb,
    bool? IsManaged,
    bool? IsCompliant,
    ImmutableSortedDictionary<string, Version> Apps);
