using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.ConditionalAccess.Devices;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Takes a device to ask about. A real one is taken by its facts, so that the address that holds them shows the same tomorrow.</summary>
public sealed partial class DeviceChoice : IDisposable
{
    private static readonly (string, string)[] Typical = [.. DevicePreset.All.Append(DevicePreset.Other).Select(preset => (preset.Id, preset.Name))];

    private readonly CancellationTokenSource _left = new();
    private Result<ImmutableArray<DeviceFacts>>? _own;
    private string? _asked;
    private bool _isBusy;

    [CascadingParameter] private Task<AuthenticationState> Visitor { get; set; } = default!;

    /// <summary>The policies that ask, and the devices that are registered.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>The person whose device it may be; nothing for somebody invented.</summary>
    [Parameter] public UserFacts? Person { get; set; }

    /// <summary>Called with the device.</summary>
    [Parameter, EditorRequired] public EventCallback<DescribedDevice> OnChosen { get; set; }

    protected override void OnParametersSet()
    {
        if (Person?.Id != _asked)
        {
            (_asked, _own) = (Person?.Id, null);
        }
    }

    private static IEnumerable<(string, string)> Registered(ImmutableArray<DeviceKind> kinds) => kinds.Select((kind, place) =>
        (place.ToString(CultureInfo.InvariantCulture), $"{DeviceWords.Whole(kind.Device.Device)} ({Format.Count(kind.Count, "device", "devices")})"));

    private Task TakeTypical(string? id) => DevicePreset.Find(id) is { } preset ? OnChosen.InvokeAsync(DescribedDevice.Of(preset)) : Task.CompletedTask;

    private Task TakeKind(ImmutableArray<DeviceKind> kinds, string? place) =>
        int.TryParse(place, CultureInfo.InvariantCulture, out var at) && at < kinds.Length ? OnChosen.InvokeAsync(kinds[at].Device) : Task.CompletedTask;

    private Task Take(FilterDevice device) => OnChosen.InvokeAsync(DescribedDevice.Of(device, Tenant.ToldOfDevices));

    private async Task ReadAsync()
    {
        (_isBusy, var userId) = (true, Person!.Id);

        try
        {
            var read = await Refresh.ReadDevicesAsync(userId, (await Visitor).User.ToActor(), _left.Token);
            _own = userId == Person?.Id ? read : _own;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The visitor has left the page.
        }
        finally
        {
            _isBusy = false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }
}
