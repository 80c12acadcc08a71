using System.Globalization;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Imports;

/// <summary>Rules about computers and headsets.</summary>
internal static class DeviceRules
{
    public static CheckResult StrongEnough(InventoryExport export, ImportContext context)
    {
        var (cores, memory) = (context.Parameters.Cores, context.Parameters.MemoryGb);
        var computers = export.Devices.Where(device => !IsHeadset(device)).ToList();
        var expected = string.Create(CultureInfo.InvariantCulture, $"{cores} cores and {memory} GB");
        var weak = computers.Where(device => device.Cores < cores || device.MemoryGb < memory).ToList();
        var unclear = computers.Except(weak).Where(device => device.Cores is null || device.MemoryGb is null).ToList();

        return computers.Count == 0
            ? CheckResult.Unknown("The inventory has no computer in it.")
            : ImportWords.Weigh(
                [.. weak.Select(device => new Finding(device.Name, Strength(device), expected, "Replace the computer, or leave it out of the pilot.", context.Role))],
                [.. unclear.Select(device => new Finding(device.Name, Strength(device), expected, "Fill the empty cell in the inventory.", context.Role))],
                $"{Computers(weak.Count)} of {Words.Number(computers.Count)} {(weak.Count == 1 ? "has" : "have")} less than {expected}.",
                $"Cores or memory of {unclear.Count} of {Computers(computers.Count)} aren't in the inventory; the others have at least {expected}.",
                $"{ImportWords.All(computers.Count, "computer", "computers", "has", "have")} at least {expected}.");
    }

    public static CheckResult HeadsetModels(InventoryExport export, ImportContext context)
    {
        var models = context.Parameters.Models;
        var headsets = Headsets(export);
        var others = headsets.Where(device => device.Model is { } model && !models.Any(one => EndsWith(model, one))).ToList();
        var unclear = headsets.Where(device => device.Model is null).ToList();
        var expected = Words.List(models, "or");

        return headsets.Count == 0 ? NoHeadset : ImportWords.Weigh(
            [.. others.Select(device => new Finding(device.Name, device.Model!, expected, "Replace the headset, or leave it out.", context.Role))],
            [.. unclear.Select(device => new Finding(device.Name, "no model", expected, "Fill the empty cell in the inventory.", context.Role))],
            $"{others.Count} of {HeadsetsIn(headsets.Count)} {(others.Count == 1 ? "isn't" : "aren't")} {expected}.",
            $"The model of {unclear.Count} of {HeadsetsIn(headsets.Count)} isn't in the inventory.",
            $"{AllHeadsets(headsets.Count)} {expected}.");
    }

    public static CheckResult HeadsetsCompliant(InventoryExport export, ImportContext context)
    {
        var headsets = Headsets(export);
        var wrong = headsets.Where(device => device.IsManaged is false || device.IsCompliant is false).ToList();
        var unclear = headsets.Except(wrong).Where(device => device.IsManaged is null || device.IsCompliant is null).ToList();

        return headsets.Count == 0 ? NoHeadset : ImportWords.Weigh(
            [.. wrong.Select(device => new Finding(
                device.Name, device.IsManaged is false ? "not managed" : "not compliant", "managed and compliant",
                device.IsManaged is false ? "Enrol the headset." : "See in Intune what it lacks.", context.Role))],
            [.. unclear.Select(device => new Finding(device.Name, "not said", "managed and compliant", "Fill the empty cell in the inventory.", context.Role))],
            $"{wrong.Count} of {HeadsetsIn(headsets.Count)} {(wrong.Count == 1 ? "isn't" : "aren't")} managed and compliant.",
            $"The inventory doesn't say of {unclear.Count} of {HeadsetsIn(headsets.Count)} whether {(unclear.Count == 1 ? "it is" : "they are")} managed and compliant.",
            $"{AllHeadsets(headsets.Count)} managed and compliant.");
    }

    internal static CheckResult NoHeadset { get; } = CheckResult.Unknown("The inventory has no headset in it.");

    internal static List<InventoryDevice> Headsets(InventoryExport export) => [.. export.Devices.Where(IsHeadset)];

    private static bool IsHeadset(InventoryDevice device) => MeshNames.IsHeadset(device.Manufacturer, device.Model);

    // Meta Quest 3 is a Quest 3; Quest 3S is another model.
    private static bool EndsWith(string model, string name) => model.Trim().EndsWith(name, StringComparison.OrdinalIgnoreCase);

    private static string Strength(InventoryDevice device) => string.Create(
        CultureInfo.InvariantCulture,
        $"{device.Cores?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} cores and {device.MemoryGb?.ToString("0.#", CultureInfo.InvariantCulture) ?? "unknown"} GB");

    private static string Computers(int count) => Words.Count(count, "computer", "computers");

    private static string AllHeadsets(int count) => ImportWords.All(count, "headset", "headsets", "is", "are");

    private static string HeadsetsIn(int count) => Words.Count(count, "headset", "headsets");
}
