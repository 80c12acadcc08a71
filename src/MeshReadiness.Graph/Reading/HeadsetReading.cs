using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;
using Microsoft.Graph.Models.ODataErrors;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Counts the headsets among the devices. Graph isn't documented to filter by maker and model; where it refuses to, all
/// devices that run Android are read and looked at here.
/// </summary>
internal static class HeadsetReading
{
    private const string Properties = "&$select=id,manufacturer,model,isManaged,isCompliant&$top=999";
    private const string AnyAndroid = $"/devices?$filter=startsWith(operatingSystem,'Android'){Properties}";

    private static string Headsets { get; } = $"/devices?$count=true&$filter={string.Join("%20or%20", [
        .. MeshNames.HeadsetMakers.Select(maker => $"startsWith(manufacturer,'{maker}')"), $"startsWith(model,'{MeshNames.HeadsetModel}')"])}{Properties}";

    public static async Task<HeadsetFacts> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        try
        {
            return await CountAsync(RawPages.ReadAdvancedAsync(graph, Headsets, cancellationToken));
        }
        catch (ODataError error) when (error.ResponseStatusCode is 400)
        {
            return await CountAsync(RawPages.ReadAsync(graph, AnyAndroid, cancellationToken));
        }
    }

    private static async Task<HeadsetFacts> CountAsync(IAsyncEnumerable<JsonElement> devices)
    {
        var met = new HashSet<string>();
        var (index, notManaged, notCompliant) = (0, 0, 0);

        await foreach (var device in devices)
        {
            var one = device.Inside(index++, Read);

            if (one.IsHeadset && met.Add(one.Id))
            {
                notManaged += one.IsManaged ? 0 : 1;
                notCompliant += one is { IsManaged: true, IsCompliant: false } ? 1 : 0;
            }
        }

        return new(met.Count, notManaged, notCompliant);
    }

    private static (string Id, bool IsHeadset, bool IsManaged, bool IsCompliant) Read(JsonElement device) => (
        device.NeededText("id"),
        MeshNames.IsHeadset(device.OptionalText("manufacturer"), device.OptionalText("model")),
        device.OptionalFlag("isManaged") is true,
        device.OptionalFlag("isCompliant") is true);
}
