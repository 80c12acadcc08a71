using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads all devices, page by page, and keeps how many there are of which kind: a company may have a million.</summary>
internal static class DeviceShapeReading
{
    private const string Properties =
        "id,deviceOwnership,enrollmentProfileName,isCompliant,isManaged,manufacturer,mdmAppId,model,operatingSystem,operatingSystemVersion,"
        + "profileType,systemLabels,trustType,extensionAttributes";

    public static async Task<Result<DeviceShapes>> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var counter = new DeviceShapeCounter();
        var parser = new DeviceShapeParser();
        var pages = new PageStream<Page<bool>>(
            graph, GraphPermissions.Devices, (body, _) => ValueTask.FromResult(PageParser.Parse(body.Span, Count)));

        await foreach (var page in pages.ReadAsync(() => graph.Address($"/devices?$select={Properties}&$top=999"), cancellationToken))
        {
            if (!page.Succeeded)
            {
                return page.Problem;
            }
        }

        return counter.Count();

        bool Count(ref Utf8JsonReader json) => parser.Count(ref json, counter);
    }
}
