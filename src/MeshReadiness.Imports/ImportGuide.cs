using System.Collections.Frozen;
using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Imports;

/// <summary>How to make an export of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">What it is called, inside a sentence.</param>
/// <param name="How">Where and with which rights it is made.</param>
/// <param name="Command">The command that makes it; <see langword="null"/> where there is none.</param>
/// <param name="Samples">Samples, by file name.</param>
public sealed record ImportGuide(ImportKind Kind, string Name, string How, string? Command, ImmutableArray<string> Samples)
{
    private const string InTeams = "Run it in PowerShell with the module MicrosoftTeams, signed in with Connect-MicrosoftTeams as Teams Administrator or Global Reader.";

    /// <summary>The guides by kind.</summary>
    public static FrozenDictionary<ImportKind, ImportGuide> All { get; } = new ImportGuide[]
    {
        new(
            ImportKind.TeamsAppPermissionPolicies, "app permission policies of Teams", InTeams,
            "Get-CsTeamsAppPermissionPolicy | ConvertTo-Json -Depth 5 | Out-File app-permission-policies.json -Encoding utf8",
            ["app-permission-policies.json", "app-permission-policies.csv"]),
        new(
            ImportKind.TeamsAppSetupPolicies, "app setup policies of Teams", InTeams,
            "Get-CsTeamsAppSetupPolicy | ConvertTo-Json -Depth 5 | Out-File app-setup-policies.json -Encoding utf8",
            ["app-setup-policies.json", "app-setup-policies.csv"]),
        new(
            ImportKind.TeamsFeedbackPolicies, "feedback policies of Teams", InTeams,
            "Get-CsTeamsFeedbackPolicy | Select-Object Identity, UserInitiatedMode, ReceiveSurveysMode | Export-Csv feedback-policies.csv -NoTypeInformation -Encoding utf8",
            ["feedback-policies.json", "feedback-policies.csv"]),
        new(
            ImportKind.TeamsEventsPolicies, "events policies of Teams", $"{InTeams} ImmersiveEvents needs version 7.1.0 of the module or later.",
            "Get-CsTeamsEventsPolicy | Select-Object Identity, ImmersiveEvents | Export-Csv events-policies.csv -NoTypeInformation -Encoding utf8",
            ["events-policies.json", "events-policies.csv"]),
        new(
            ImportKind.TeamsGuestAccess, "guest access in Teams", InTeams,
            "Get-CsTeamsClientConfiguration | Select-Object Identity, AllowGuestUser | ConvertTo-Json | Out-File guest-access.json -Encoding utf8",
            ["guest-access.json", "guest-access.csv"]),
        new(
            ImportKind.NetworkProbe, "the result of a network probe", "Try the targets from a client at each site, and write the results down as in the sample.", null, ["network-probe.json"]),
        new(
            ImportKind.DeviceInventory, "a device inventory", "Run it on each computer, or export from the inventory that you have and name the columns as in the sample.",
            "Get-CimInstance Win32_ComputerSystem | Select-Object @{ n = 'Device name'; e = { $_.Name } }, Manufacturer, Model, "
                + "@{ n = 'Processor cores'; e = { (Get-CimInstance Win32_Processor | Measure-Object NumberOfCores -Sum).Sum } }, "
                + "@{ n = 'Memory (bytes)'; e = { $_.TotalPhysicalMemory } } | Export-Csv device-inventory.csv -Append -NoTypeInformation -Encoding utf8",
            ["device-inventory.json", "device-inventory.csv"]),
    }.ToFrozenDictionary(guide => guide.Kind);

    /// <summary>A sample; <see langword="null"/> when there is none with this name.</summary>
    public static byte[]? Sample(string name)
    {
        if (!All.Values.Any(guide => guide.Samples.Contains(name)) || typeof(ImportGuide).Assembly.GetManifestResourceStream(name) is not { } stream)
        {
            return null;
        }

        using (stream)
        {
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return content;
        }
    }
}
