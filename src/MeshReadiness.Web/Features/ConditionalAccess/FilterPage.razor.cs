using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Web.Features.Snapshots;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>The filter workbench. Rule, mode and device stand in the address; it works without a snapshot too.</summary>
public sealed partial class FilterPage(CurrentSnapshot snapshots, PolicyShelf shelf, NavigationManager navigation)
{
    /// <summary>An address longer than this can't be opened again, so a text that makes it longer isn't kept in it.</summary>
    private const int LongestAddress = 8000;

    private static readonly (string Name, string Rule)[] Examples =
    [
        ("Headsets by maker", "device.manufacturer -in [\"Meta\", \"Oculus\"]"),
        ("Anything that isn't by Meta", "device.manufacturer -ne \"Meta\""),
        ("The organisation's compliant headsets", "device.model -startsWith \"Quest\" -and device.isCompliant -eq True -and device.deviceOwnership -eq \"Company\""),
        ("Hybrid joined PCs", "device.trustType -eq \"ServerAD\""),
    ];

    private ImmutableArray<ConditionalAccessPolicy> _given = [];
    private Result<DeviceShapes>? _devices;
    private string _text = "";
    private FilterRule? _rule;

    /// <summary>The rule.</summary>
    [SupplyParameterFromQuery] private string? Rule { get; set; }

    /// <summary><c>include</c> or <c>exclude</c>.</summary>
    [SupplyParameterFromQuery] private string? Mode { get; set; }

    /// <summary>The id of the typical device that is looked at.</summary>
    [SupplyParameterFromQuery] private string? Device { get; set; }

    /// <summary>What is different about it.</summary>
    [SupplyParameterFromQuery(Name = "fact")] private string[]? Facts { get; set; }

    private bool Excludes => !"include".Equals(Mode, StringComparison.OrdinalIgnoreCase);

    private DescribedDevice Chosen => DescribedDevice.Read(DevicePreset.Find(Device) ?? DevicePreset.All[0], Facts ?? []);

    protected override async Task OnInitializedAsync()
    {
        if (await snapshots.GetAsync(CancellationToken.None) is { } view && shelf.Of(view).TryGet(out var tenant))
        {
            _given = [.. tenant.Policies.Where(policy => policy.Filter is not null)];
            _devices = tenant.Devices;
        }
    }

    private string WordsOf(FilterRule rule) => FilterWords.Of(new DeviceFilter(Excludes, _text, rule, null));

    private void Type(string text)
    {
        _text = text;
        _rule = FilterParser.TryParse(text, out var rule, out _) ? rule : null;
    }

    private void Save(string text)
    {
        if (Address(text, Excludes, Chosen).Length <= LongestAddress)
        {
            Open(text, Excludes, Chosen, replace: true);
        }
    }

    private void ChooseDevice(DescribedDevice device) => Open(_text, Excludes, device, replace: false);

    private void StartFrom(ChangeEventArgs change)
    {
        if (change.Value is not string { Length: > 1 } chosen || !int.TryParse(chosen.AsSpan(1), CultureInfo.InvariantCulture, out var at))
        {
            return;
        }

        if (chosen[0] == 'p' && _given.ElementAtOrDefault(at)?.Filter is { } filter)
        {
            Open(filter.Text, filter.Excludes, Chosen, replace: false);
        }
        else if (chosen[0] == 'e' && at < Examples.Length)
        {
            Open(Examples[at].Rule, true, Chosen, replace: false);
        }
    }

    private void Open(string text, bool excludes, DescribedDevice device, bool replace) => navigation.NavigateTo(Address(text, excludes, device), replace: replace);

    private string Address(bool excludes, DescribedDevice device) => Address(_text, excludes, device);

    private static string Address(string text, bool excludes, DescribedDevice device) => CaLinks.With(CaLinks.Filter,
    [
        new("rule", text.Length == 0 ? null : text),
        new("mode", excludes ? "exclude" : "include"),
        new("device", device.Preset == DevicePreset.All[0] ? null : device.Preset.Id),
        .. device.Facts.Select(fact => KeyValuePair.Create("fact", (string?)fact)),
    ]);
}
