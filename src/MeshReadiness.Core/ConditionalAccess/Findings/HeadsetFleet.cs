using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>The registered headsets of a tenant.</summary>
/// <param name="Managed">Those that are managed and compliant; <see langword="null"/> when nobody counted devices.</param>
/// <param name="Others">The others.</param>
internal sealed record HeadsetFleet(int? Managed, int? Others)
{
    /// <summary>Whether there are headsets, and all of them are managed and compliant.</summary>
    public bool IsManaged => Managed > 0 && Others == 0;

    /// <summary>Whether it is known that no headset is managed and compliant.</summary>
    public bool IsUnmanaged => Managed == 0;

    /// <summary>What is known, as a sentence.</summary>
    public string InWords => (Managed, Others) switch
    {
        (null, _) => "Whether the headsets are managed isn't known here.",
        (0, 0) => "No headset is registered.",
        (0, { } others) => $"{Say.Count(others, "registered headset isn't", "registered headsets aren't")} managed and compliant, and no other is.",
        ({ } managed, 0) => $"{Say.Count(managed, "registered headset is", "registered headsets are")} managed and compliant, all there are.",
        ({ } managed, { } others) => $"{Say.Count(managed, "registered headset is", "registered headsets are")} managed and compliant, {Say.Count(others, "isn't", "aren't")}.",
        _ => "",
    };

    public static HeadsetFleet Of(KnownTenant known)
    {
        if (known.Devices is not { } devices)
        {
            return new(null, null);
        }

        var headsets = Enumerable.Range(0, devices.Shapes.Length)
            .Select(shape => (Device: devices.Device(shape), devices.Shapes[shape].Count))
            .Where(one => one.Device.IsHeadset)
            .ToLookup(one => one.Device is { IsManaged: Truth.Yes, IsCompliant: Truth.Yes }, one => one.Count);
        return new(headsets[true].Sum(), headsets[false].Sum());
    }
}
