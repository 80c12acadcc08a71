using CsCheck;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Real devices taken by their facts: no rule can tell them from the device, also after the facts were written down and read.</summary>
public sealed class DescribedDeviceTests
{
    private static readonly string[] Everything = [DescribedDevice.Registered, DescribedDevice.Managed, .. DeviceProperty.All.Select(property => property.Name)];

    // What the directory tells: registered, with every property told or empty, and no text that is empty.
    private static readonly Gen<FilterDevice> Real = GenerateFilters.Device.Select(device => new FilterDevice(
        Truth.Yes,
        device.IsManaged,
        FilterDevice.NoProperties.AddRange(DeviceProperty.All.Select(property => KeyValuePair.Create(
            property.Name, device.Properties.GetValueOrDefault(property.Name, []).RemoveAll(text => text.Length == 0).Distinct().ToImmutableArray())))));

    [Fact]
    public void Everything_that_is_told_of_a_device_is_written_down_and_read() => Real.Sample(device =>
    {
        var described = DescribedDevice.Of(device, Everything);
        var again = DescribedDevice.Read(DevicePreset.Other, described.Facts);

        Assert.Equal(Text(device), Text(described.Device));
        Assert.Equal(Text(device), Text(again.Device));
        Assert.Equal(DevicePreset.Other, again.Preset);
    }, iter: 20_000);

    [Fact]
    public void Of_the_facts_that_a_rule_asks_for_it_can_tell_nothing_from_the_real_device() => Gen.Select(GenerateFilters.Rule, Real).Sample((rule, device) =>
    {
        var described = DescribedDevice.Read(DevicePreset.Other, DescribedDevice.Of(device, [.. DescribedDevice.AskedBy([rule]), "trustType"]).Facts);

        Assert.Equal(FilterEvaluation.Of(rule, device).Match, FilterEvaluation.Of(rule, described.Device).Match);
    }, iter: 50_000);

    [Fact]
    public void Of_what_nobody_asks_for_nothing_is_told()
    {
        var described = DescribedDevice.Of(ADevice.QM, [DescribedDevice.Registered, "isCompliant"]);

        Assert.Equal(["isCompliant:True"], described.Facts);
        Assert.Null(described["model"]);
    }

    [Fact]
    public void Kinds_count_every_device_once_and_headsets_come_first()
    {
        string[] names = [.. DescribedDevice.Identity, "isCompliant"];
        var devices = ADevice.Counted((ADevice.W, 70), (ADevice.QM, 12), (ADevice.QX, 5), (ADevice.P, 30), (Enrolled(ADevice.QM), 3));

        var kinds = DeviceKind.Of(devices, names, 10);

        // Nobody asks how a headset was enrolled, so the two managed kinds are one.
        Assert.Equal([("Quest 3", "yes", 15), ("Quest 3", "no", 5), ("Latitude 7440", "yes", 70), ("", "no", 30)], kinds.Select(kind => (kind.Device["model"], kind.Device[DescribedDevice.Managed], kind.Count)));
        Assert.Equal(devices.Devices, kinds.Sum(kind => kind.Count));
        Assert.Equal(kinds.Take(2), DeviceKind.Of(devices, names, 2), (one, other) => one.Count == other.Count && one.Device.Facts.SequenceEqual(other.Device.Facts));
    }

    [Theory]
    [InlineData("Windows", "windows")]
    [InlineData("Windows Phone", "windowsPhone")]
    [InlineData("Android", "android")]
    [InlineData("AndroidForWork", "android")]
    [InlineData("iOS", "iOS")]
    [InlineData("iPadOS", "iOS")]
    [InlineData("IPhone", "iOS")]
    [InlineData("MacMDM", "macOS")]
    [InlineData("macOS", "macOS")]
    [InlineData("Linux", "linux")]
    [InlineData("Printer", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_platform_follows_from_the_operating_system(string? operatingSystem, string? platform) => Assert.Equal(platform, DevicePlatforms.Of(operatingSystem));

    private static FilterDevice Enrolled(FilterDevice device) => device with { Properties = device.Properties.SetItem("enrollmentProfileName", ["Headsets"]) };

    private static string Text(FilterDevice device) => $"{device.IsRegistered} {device.IsManaged} {string.Join('\n', device.Properties
        .OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={string.Join('|', property.Value)}"))}";
}
