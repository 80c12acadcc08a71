using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.ConditionalAccess.Devices;

/// <summary>Registered devices that are alike in everything that somebody asks for.</summary>
/// <param name="Device">Such a device.</param>
/// <param name="Count">How many there are.</param>
public sealed record DeviceKind(DescribedDevice Device, int Count)
{
    /// <summary>The kinds of a tenant's devices: headsets first, then the most frequent.</summary>
    /// <param name="devices">The devices.</param>
    /// <param name="names">The names of the facts by which they are told apart.</param>
    /// <param name="most">The most kinds to give.</param>
    public static ImmutableArray<DeviceKind> Of(DeviceShapes devices, IReadOnlyCollection<string> names, int most) =>
    [
        .. devices.Shapes.Select((shape, index) => (Device: DescribedDevice.Of(devices.Device(index), names), shape.Count))
            .GroupBy(one => string.Join('\n', one.Device.Facts), StringComparer.Ordinal)
            .Select(alike => new DeviceKind(alike.First().Device, alike.Sum(one => one.Count)))
            .OrderByDescending(kind => kind.Device.Device.IsHeadset)
            .ThenByDescending(kind => kind.Count)
            .Take(most),
    ];
}
