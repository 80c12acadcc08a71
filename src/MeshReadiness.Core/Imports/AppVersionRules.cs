using MeshReadiness.Core.Checks;

namespace MeshReadiness.Core.Imports;

/// <summary>Rules about an app on devices.</summary>
internal static class AppVersionRules
{
    /// <summary>Every device has the app in this version or a later one; and all have the same, where the playbook wants that.</summary>
    public static CheckResult Current(InventoryExport export, ImportContext context)
    {
        var (app, least) = (context.Parameters.App, context.Parameters.VersionText);
        var expected = $"version {least} or later";
        var devices = Devices(export, context);
        var old = devices.Where(device => device.Apps.GetValueOrDefault(app) is { } version && version < context.Parameters.Version).ToList();
        var without = devices.Where(device => !device.Apps.ContainsKey(app)).ToList();
        var several = devices.Select(device => device.Apps.GetValueOrDefault(app)).OfType<Version>().Distinct().OrderDescending().ToList();

        if (devices.Count == 0)
        {
            return Nothing(context);
        }

        if (old.Count == 0 && without.Count == 0 && context.Parameters.MustBeSame && several.Count > 1)
        {
            return ImportWords.Answer(
                CheckOutcome.Fail,
                $"{ImportWords.Devices(devices.Count)} have {several.Count} versions of {app}; everybody in an event needs the same one.",
                devices.Where(device => device.Apps[app] != several[0]).Select(device => new Finding(
                    device.Name, $"version {device.Apps[app]}", $"version {several[0]}, as the newest have", $"Update {app} on this device.", context.Role)));
        }

        return ImportWords.Weigh(
            [
                .. old.Select(device => new Finding(device.Name, $"version {device.Apps[app]}", expected, $"Update {app} on this device.", context.Role)),
                .. Without(without, app, expected, context),
            ],
            [],
            $"{ImportWords.Devices(old.Count + without.Count)} of {Words.Number(devices.Count)} {(old.Count + without.Count == 1 ? "doesn't" : "don't")} have {app} in {expected}.",
            "",
            $"{All(devices.Count)} {app} in {expected}.");
    }

    /// <summary>Every device has the app.</summary>
    public static CheckResult Present(InventoryExport export, ImportContext context)
    {
        var app = context.Parameters.App;
        var devices = Devices(export, context);
        var without = devices.Where(device => !device.Apps.ContainsKey(app)).ToList();

        return devices.Count == 0 ? Nothing(context) : ImportWords.Weigh(
            [.. Without(without, app, "installed", context)],
            [],
            $"{ImportWords.Devices(without.Count)} of {Words.Number(devices.Count)} {(without.Count == 1 ? "doesn't" : "don't")} have {app}.",
            "",
            $"{All(devices.Count)} {app}.");
    }

    private static string All(int count) => ImportWords.All(count, "device", "devices", "has", "have");

    private static List<InventoryDevice> Devices(InventoryExport export, ImportContext context) =>
        context.Parameters.OnlyHeadsets ? DeviceRules.Headsets(export) : [.. export.Devices];

    private static CheckResult Nothing(ImportContext context) =>
        context.Parameters.OnlyHeadsets ? DeviceRules.NoHeadset : CheckResult.Unknown("The inventory has no device in it.");

    private static IEnumerable<Finding> Without(IEnumerable<InventoryDevice> devices, string app, string expected, ImportContext context) =>
        devices.Select(device => new Finding(device.Name, "not installed", expected, $"Install {app} on this device.", context.Role));
}
