using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Devices in kinds, against the devices one by one.</summary>
public sealed class DeviceShapeReadingTests
{
    private static readonly string[] Rules =
    [
        "device.manufacturer -in [\"Meta\", \"Oculus\"]",
        "device.manufacturer -ne \"Meta\"",
        "device.model -startsWith \"Quest\" -and device.isCompliant -eq True",
        "device.isCompliant -ne True",
        "device.isCompliant -eq False",
        "device.trustType -eq \"ServerAD\" -or device.trustType -eq \"AzureAD\"",
        "device.extensionAttribute1 -eq \"Mesh pilot\"",
        "device.extensionAttribute1 -ne \"SAW\" -and device.operatingSystem -eq \"Windows\"",
        "device.deviceOwnership -eq \"Company\" -and device.enrollmentProfileName -contains \"shared\"",
        "device.systemLabels -contains \"MultiUser\"",
        "-not (device.profileType -eq \"Shared\") -and device.operatingSystemVersion -startsWith \"1\"",
        "device.mdmAppId -eq \"0000000a-0000-0000-c000-000000000000\"",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso", "none")]
    [InlineData("messy", "heavy")]
    [InlineData("healthy", "light")]
    [InlineData("quest-blocked", "none")]
    public async Task Every_rule_comes_to_the_same_as_for_each_device_alone(string scenario, string faults)
    {
        await using var calm = await RunningTenant.StartAsync($"--people 2300 --today 2026-03-31 --scenario {scenario}");
        await using var tenant = await RunningTenant.StartAsync($"--people 2300 --today 2026-03-31 --scenario {scenario} --faults {faults}");
        var devices = (await calm.ItemsAsync("/v1.0/devices?$top=999")).ConvertAll(Plain);

        var read = (await Reader(tenant).ReadDevicesAsync(Cancelled)).Value;

        Assert.Equal(devices.Count, read.Devices);
        Assert.Equal(0, read.Others);
        Assert.InRange(read.Shapes.Length, 20, devices.Count / 2);
        Assert.Equal(devices.Select(Text).GroupBy(text => text).Select(same => (same.Key, same.Count())).Order(), read.Shapes.Select((shape, place) => (Text(read.Device(place)), shape.Count)).Order());

        foreach (var text in Rules)
        {
            Assert.True(FilterParser.TryParse(text, out var rule, out var error), $"{text}: {error}");
            var matches = devices.ConvertAll(device => FilterEvaluation.Of(rule, device).Match);
            Assert.Equal(
                (text, new DeviceCount(matches.Count(match => match is Truth.Yes), matches.Count(match => match is Truth.No), matches.Count(match => match is Truth.Unknown))),
                (text, read.Count(rule)));
        }
    }

    [Fact]
    public async Task The_sample_tenant_has_devices_on_both_sides_of_every_rule()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 2300");
        var read = (await Reader(tenant).ReadDevicesAsync(Cancelled)).Value;

        foreach (var text in Rules)
        {
            Assert.True(FilterParser.TryParse(text, out var rule, out _));
            var count = read.Count(rule);
            Assert.True(count is { Yes: > 0, No: > 0 }, $"{text}: {count}");
        }
    }

    [Fact]
    public async Task What_Graph_does_not_tell_is_empty_and_its_words_are_those_of_filters()
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json("""
            {"value":[
              {"id":"00000000-0000-0000-0000-000000000001","isManaged":null,"isCompliant":null,"trustType":"AzureAd","systemLabels":["B","A"],"extensionAttributes":null,"model":"","odd":{"a":[1]}},
              {"id":"00000000-0000-0000-0000-000000000002","isManaged":true,"isCompliant":false,"trustType":"ServerAd","systemLabels":[],"extensionAttributes":{"extensionAttribute15":"x","odd":1,"extensionAttribute1":null}},
              {"id":"00000000-0000-0000-0000-000000000003","isManaged":false,"trustType":"Workplace"},
              {"id":"00000000-0000-0000-0000-000000000003","isManaged":false,"trustType":"Workplace"}]}
            """));

        var read = (await graph.Reader.Inventory.ReadDevicesAsync(Cancelled)).Value;
        var devices = read.Shapes.Index().Select(shape => (shape.Item.Count, Device: read.Device(shape.Index))).OrderBy(one => one.Device.Properties["trustType"][0]).ToList();

        Assert.Equal([1, 1, 1], devices.Select(one => one.Count));
        Assert.Equal(["AzureAD", "ServerAD", "Workplace"], devices.Select(one => one.Device.Properties["trustType"].Single()));
        Assert.Equal([Truth.No, Truth.Yes, Truth.No], devices.Select(one => one.Device.IsManaged));
        Assert.Equal(["", "False", ""], devices.Select(one => string.Join(',', one.Device.Properties["isCompliant"])));
        Assert.Equal(["A,B", "", ""], devices.Select(one => string.Join(',', one.Device.Properties["systemLabels"])));
        Assert.Equal(["", "x", ""], devices.Select(one => string.Join(',', one.Device.Properties["extensionAttribute15"])));
        Assert.All(devices, one => Assert.DoesNotContain("displayName", one.Device.Properties.Keys));
        Assert.Contains("&$top=999", Assert.Single(graph.Requests).Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"value":[{"manufacturer":"Oculus"}]}""", "value[0].id")]
    [InlineData("""{"value":[{"id":"a name"}]}""", "value[0].id should be a GUID")]
    [InlineData("""{"value":[{"id":"00000000-0000-0000-0000-000000000001","model":7}]}""", "value[0].model should be text")]
    [InlineData("""{"value":[{"id":"00000000-0000-0000-0000-000000000001","isManaged":"yes"}]}""", "value[0].isManaged should be true or false")]
    [InlineData("""{"value":[{"id":"00000000-0000-0000-0000-000000000001","systemLabels":[7]}]}""", "systemLabels[0]")]
    [InlineData("""{"value":[{"id":"00000000-0000-0000-0000-000000000001","extensionAttributes":7}]}""", "extensionAttributes")]
    public async Task An_answer_that_is_no_list_of_devices_says_where(string body, string where)
    {
        await using var graph = await StubGraph.StartAsync(Answers.Json(body));

        var problem = (await graph.Reader.Inventory.ReadDevicesAsync(Cancelled)).Problem;

        Assert.Equal(ProblemKind.Malformed, problem.Kind);
        Assert.Contains(where, problem.Detail, StringComparison.Ordinal);
    }

    // The same device as a person would read it off the JSON.
    private static FilterDevice Plain(JsonElement device)
    {
        var properties = FilterDevice.NoProperties;

        foreach (var name in DeviceShapeCounter.Properties)
        {
            var value = (name.StartsWith("extension", StringComparison.Ordinal) ? device.GetProperty("extensionAttributes") : device).GetProperty(name);
            properties = properties.Add(name, value.ValueKind switch
            {
                JsonValueKind.Null => [],
                JsonValueKind.True => ["True"],
                JsonValueKind.False => ["False"],
                JsonValueKind.Array => [.. value.EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal)],
                _ => [name == "trustType" ? value.GetString()!.Replace("Ad", "AD", StringComparison.Ordinal) : value.GetString()!],
            });
        }

        return new(Truth.Yes, TruthLogic.Of(device.GetProperty("isManaged").ValueKind is JsonValueKind.True), properties);
    }

    private static string Text(FilterDevice device) =>
        $"{device.IsManaged} " + string.Join(';', DeviceShapeCounter.Properties.Select(name => string.Join(',', device.Properties[name])));

    private static ITenantInventoryReader Reader(RunningTenant tenant) =>
        TenantReaders.Create(new(new(tenant.Http.BaseAddress!, "v1.0"), new StaticToken("sample.tenant.token"))).Inventory;
}
