using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Controls;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Takes a request as Graph does: ids, token, budget, consent, then the endpoint; and turns what goes wrong into an answer.</summary>
internal sealed class FrontDoor(Tenant tenant, Router router, RequestLog log, TimeProvider clock)
{
    public const string CostItem = "cost";

    public Task AnswerAsync(HttpContext http) => TryAsync(http, async () =>
    {
        var (version, segments) = Split(http);
        http.Items[CostItem] = tenant.Throttle.Charge(http, segments);
        tenant.DemandConsent(segments);
        var found = router.Find(http.Request.Method, version, string.Join('/', segments))
            ?? throw GraphException.NoSuchPath(segments[^1]);

        await found.Handler(new GraphCall(http, tenant, version, found.Path, found.Ids));
    });

    /// <summary>Everything in front of the endpoint that belongs to the connection rather than to the question.</summary>
    public async Task DeliverAsync(HttpContext http, RequestDelegate answer)
    {
        GraphErrors.StampIds(http);
        var fault = Fault.None;

        try
        {
            await TryAsync(http, async () =>
            {
                Bearer.Demand(http.Request);
                fault = tenant.Faults.Next(AddressOf(http), isWithinBatch: false);

                if (FaultyDelivery.AsError(fault, http.Response.Headers) is { } error)
                {
                    throw error;
                }

                if (fault == Fault.Reset)
                {
                    http.Abort();
                }
                else if (fault is Fault.Truncated or Fault.Slow)
                {
                    await FaultyDelivery.SendAsync(http, fault, answer);
                }
                else
                {
                    await answer(http);
                }
            });
        }
        finally
        {
            log.Add(http, fault);
        }
    }

    public async Task AnswerItemAsync(HttpContext http)
    {
        GraphErrors.StampIds(http);
        var fault = tenant.Faults.Next("item " + AddressOf(http), isWithinBatch: true);

        if (FaultyDelivery.AsError(fault, http.Response.Headers) is { } error)
        {
            await GraphErrors.WriteAsync(http, error, clock);
        }
        else
        {
            await AnswerAsync(http);
        }

        log.Add(http, fault);
    }

    private async Task TryAsync(HttpContext http, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (GraphException error) when (!http.Response.HasStarted)
        {
            await GraphErrors.WriteAsync(http, error, clock);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private static string AddressOf(HttpContext http) => $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}";

    private static (string Version, string[] Segments) Split(HttpContext http)
    {
        var segments = Router.Normalise(http.Request.Path.Value ?? "");

        return segments is ["v1.0" or "beta", _, ..]
            ? (segments[0], segments[1..])
            : throw GraphException.NoSuchPath(http.Request.Path);
    }
}
