using CsCheck;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Devices counted by kind: nothing may be lost that a rule can ask of more than one device.</summary>
public sealed class DeviceShapeTests
{
    private static readonly string[] Own = ["deviceId", "displayName", "physicalIds"];

    [Fact]
    public void A_rule_comes_to_the_same_for_kinds_as_for_each_device_alone() => Gen.Select(Devices, GenerateFilters.Rule).Sample(
        (devices, rule) =>
        {
            var counted = Counted(devices).Count(rule);

            Assert.Equal(Naive(devices, rule), counted);
        },
        iter: 3_000);

    [Fact]
    public void Kinds_are_told_apart_by_every_property_and_by_management() => Devices.Sample(devices =>
    {
        var shapes = Counted(devices);

        Assert.Equal(devices.Count, shapes.Devices);
        Assert.Equal(0, shapes.Others);
        Assert.Equal(
            devices.GroupBy(Text).Select(group => (group.Key, group.Count())).Order(),
            shapes.Shapes.Select((shape, place) => (Text(shapes.Device(place)), shape.Count)).Order());
        Assert.Equal(shapes.Shapes.Select(shape => shape.Count).OrderDescending(), shapes.Shapes.Select(shape => shape.Count));
    });

    [Fact]
    public void One_difference_makes_another_kind()
    {
        var counter = new DeviceShapeCounter();
        Add(counter, managed: true);
        Add(counter, managed: false);

        foreach (var name in DeviceShapeCounter.Properties)
        {
            Add(counter, managed: true, (name, "True"));
        }

        Assert.All(counter.Count().Shapes, shape => Assert.Equal(1, shape.Count));
    }

    [Fact]
    public void The_order_in_which_devices_come_makes_no_difference() => Gen.Select(Devices, Gen.Int).Sample((devices, seed) =>
    {
        var shuffled = devices.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Counted(devices), Counted(shuffled));
    });

    [Theory]
    [InlineData("device.displayName -startsWith \"Q\"")]
    [InlineData("device.deviceId -ne \"a\"")]
    [InlineData("device.physicalIds -contains \"[ZTDId]:1\"")]
    public void What_is_of_one_device_alone_stays_unknown(string text)
    {
        Assert.True(FilterParser.TryParse(text, out var rule, out _));

        Assert.Equal(new(0, 0, 2), Counted([ADevice.QM, ADevice.W]).Count(rule));
    }

    [Fact]
    public void Too_many_kinds_are_only_counted_and_headsets_keep_their_places()
    {
        var counter = new DeviceShapeCounter();

        for (var number = 0; number < 6_000; number++)
        {
            Add(counter, managed: true, ("model", $"Model {number}"));
            Add(counter, managed: true, ("model", "Model 0"));
        }

        for (var number = 0; number < 600; number++)
        {
            Add(counter, managed: false, ("manufacturer", "Oculus"), ("enrollmentProfileName", $"Profile {number}"));
        }

        var shapes = counter.Count();
        Assert.True(FilterParser.TryParse("device.manufacturer -eq \"Oculus\"", out var rule, out _));

        Assert.Equal(DeviceShapeCounter.MostShapes, shapes.Shapes.Length);
        Assert.Equal(6_001, shapes.Shapes[0].Count);
        Assert.Equal(12_600, shapes.Devices);
        Assert.Equal(1_500 + 100, shapes.Others);
        Assert.Equal(new(500, 4_499 + 6_001, 1_600), shapes.Count(rule));
    }

    [Fact]
    public void Other_shapes_are_other_devices()
    {
        var one = Counted([ADevice.QM]);
        var device = one.Device(0);

        var other = one with { Shapes = Counted([ADevice.W]).Shapes };

        Assert.Equal(["Oculus"], device.Properties["manufacturer"]);
        Assert.Equal(["Dell Inc."], other.Device(0).Properties["manufacturer"]);
    }

    // Registered devices, all of whose properties are known; few values, so that many are alike.
    private static Gen<List<FilterDevice>> Devices => Gen.Select(Gen.Int[0, 2].Array[DeviceProperty.All.Length], Gen.Bool).Select((values, managed) => new FilterDevice(
        Truth.Yes,
        TruthLogic.Of(managed),
        FilterDevice.NoProperties.SetItems(DeviceProperty.All.Zip(values).Select((pair, place) => KeyValuePair.Create(pair.First.Name, place % 4 == 0 || pair.Second == 0 ? Value(pair.First, pair.Second) : [])))))
        .Array[1, 3].SelectMany(kinds => Gen.OneOf(kinds.Select(Gen.Const).ToArray()).List[1, 20]);

    private static ImmutableArray<string> Value(DeviceProperty property, int number) => (property.Kind, number) switch
    {
        (_, 0) => [],
        (DevicePropertyKind.Flag, _) => [number == 1 ? "True" : "False"],
        (DevicePropertyKind.List, _) => number == 1 ? ["Meta"] : ["Meta", "Quest 3"],
        _ => [number == 1 ? "Oculus" : "ServerAD"],
    };

    private static DeviceShapes Counted(IEnumerable<FilterDevice> devices)
    {
        var counter = new DeviceShapeCounter();

        foreach (var device in devices)
        {
            var values = DeviceShapeCounter.Properties
                .Select(name => device.Properties.GetValueOrDefault(name, []) is { IsEmpty: false } told ? string.Join(DeviceShapeCounter.ListSeparator, told) : null);
            counter.Add(device.IsManaged is Truth.Yes, [.. values]);
        }

        return counter.Count();
    }

    private static void Add(DeviceShapeCounter counter, bool managed, params (string Name, string Value)[] properties) => counter.Add(
        managed, [.. DeviceShapeCounter.Properties.Select(name => properties.FirstOrDefault(property => property.Name == name).Value)]);

    private static DeviceCount Naive(List<FilterDevice> devices, FilterRule rule)
    {
        var matches = devices.ConvertAll(device => FilterEvaluation.Of(rule, device with { Properties = device.Properties.RemoveRange(Own) }).Match);
        return new(matches.Count(match => match is Truth.Yes), matches.Count(match => match is Truth.No), matches.Count(match => match is Truth.Unknown));
    }

    private static string Text(FilterDevice device) =>
        $"{device.IsRegistered} {device.IsManaged} " + string.Join(';', DeviceShapeCounter.Properties.Select(name => string.Join(',', device.Properties[name])));
}
