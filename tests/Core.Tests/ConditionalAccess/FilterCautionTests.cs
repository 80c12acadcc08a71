using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>What is easily overlooked about a filter, and the typical devices that it is tried with.</summary>
public sealed class FilterCautionTests
{
    private static readonly (DevicePreset Preset, FilterDevice Twin)[] Twins =
    [
        (DevicePreset.All[0], ADevice.U), (DevicePreset.All[1], ADevice.QM), (DevicePreset.All[2], ADevice.QX), (DevicePreset.All[3], ADevice.W), (DevicePreset.All[4], ADevice.P),
    ];

    [Theory]
    [InlineData("device.manufacturer -ne \"Meta\"", true, FilterCautionKind.FreesUnregistered, FilterCautionKind.EditableAlone)]
    [InlineData("device.manufacturer -in [\"Meta\",\"Oculus\"]", true, FilterCautionKind.MissesUnregisteredHeadset, FilterCautionKind.EditableAlone)]
    [InlineData("device.trustType -eq \"ServerAD\"", true, FilterCautionKind.KeepsUnregistered)]
    [InlineData("device.trustType -eq \"ServerAD\"", false, FilterCautionKind.PassesUnregistered)]
    [InlineData("device.isCompliant -ne True", false, FilterCautionKind.HitsUnregistered)]
    [InlineData("device.mdmAppId -eq null", true, FilterCautionKind.UnregisteredUnclear)]
    [InlineData("device.model -startsWith \"Quest\" -and device.isCompliant -eq True", true, FilterCautionKind.MissesUnregisteredHeadset)]
    [InlineData("device.extensionAttribute1 -eq \"SAW\"", true, FilterCautionKind.KeepsUnregistered, FilterCautionKind.Extensions)]
    public void A_filter_is_told_what_it_does_to_devices_that_nobody_knows(string rule, bool excludes, params FilterCautionKind[] expected) =>
        Assert.Equal(expected.Order(), FilterCautions.Of(Parse(rule), excludes).Select(caution => caution.Kind).Order());

    [Fact]
    public void What_is_serious_comes_first()
    {
        var cautions = FilterCautions.Of(Parse("device.model -contains \"Quest\" -or device.displayName -ne \"x\""), excludes: true);

        Assert.Equal([FilterCautionKind.FreesUnregistered, FilterCautionKind.EditableAlone], cautions.Select(caution => caution.Kind));
        Assert.Contains("model, displayName", cautions[1].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("device.manufacturer -eq \"Oculus\"")]
    [InlineData("device.model -notStartsWith \"Quest\"")]
    [InlineData("device.isCompliant -ne \"True\" -and device.trustType -eq \"Workplace\"")]
    [InlineData("device.operatingSystem -eq \"Android\" -or -not (device.model -contains \"Latitude\")")]
    public void A_typical_device_does_as_the_worked_examples_do(string rule) => Assert.All(
        Twins, one => Assert.Equal(FilterEvaluation.Of(Parse(rule), one.Twin).Match, FilterEvaluation.Of(Parse(rule), one.Preset.Device).Match));

    [Fact]
    public void What_is_changed_about_a_device_is_read_as_it_was_written()
    {
        var device = DescribedDevice.Of(DevicePreset.All[1]).With("MODEL", "Quest: 2").With("manufacturer", "").With("trustType", null).With(DescribedDevice.Managed, "no");

        var read = DescribedDevice.Read(device.Preset, device.Facts);

        Assert.Equal(["managed:no", "manufacturer:", "model:Quest: 2", "trustType"], device.Facts);
        Assert.Equal(device.Changed, read.Changed);
        Assert.Equal(("Quest: 2", "", null, "no"), (read["model"], read["manufacturer"], read["trustType"], read[DescribedDevice.Managed]));
        Assert.Equal(Truth.Unknown, FilterEvaluation.Of(Parse("device.trustType -eq \"Workplace\""), read.Device).Match);
        Assert.Equal(Truth.No, read.Device.IsManaged);
    }

    [Fact]
    public void A_device_that_is_changed_back_isnt_changed()
    {
        var changed = DescribedDevice.Of(DevicePreset.All[1]).With("model", "Quest 2").With("nothing of the sort", "x");

        Assert.Single(changed.Changed);
        Assert.Empty(changed.With("model", "Quest 3").Changed);
    }

    private static FilterRule Parse(string text) => FilterParser.TryParse(text, out var rule, out var error) ? rule : throw new InvalidOperationException(error.Message);
}
