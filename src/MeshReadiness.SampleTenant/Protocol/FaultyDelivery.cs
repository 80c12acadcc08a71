using Microsoft.AspNetCore.Http.Features;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>Lets an answer go wrong on its way out: cut short, reset, or dripping.</summary>
internal static class FaultyDelivery
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(60);

    public static GraphException? AsError(Fault fault, IHeaderDictionary headers)
    {
        headers.RetryAfter = fault switch { Fault.TooMany => "1", Fault.TooManyNow => "0", Fault.Unavailable => "1", _ => default };

        return fault switch
        {
            Fault.TooMany or Fault.TooManyNow or Fault.TooManySilent => new(429, "TooManyRequests", "Too many requests."),
            Fault.Unavailable => new(503, "serviceNotAvailable", "The service is temporarily unavailable. Repeat the request after a delay."),
            Fault.GatewayTimeout => new(504, "gatewayTimeout", "The server did not receive a timely answer."),
            _ => null,
        };
    }

    public static async Task SendAsync(HttpContext http, Fault fault, RequestDelegate answer)
    {
        var original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        var holding = new StreamResponseBodyFeature(held);
        http.Features.Set<IHttpResponseBodyFeature>(holding);

        try
        {
            await answer(http);
            await holding.CompleteAsync();
        }
        finally
        {
            http.Features.Set(original);
        }

        http.Response.ContentLength = held.Length;
        var bytes = held.GetBuffer().AsMemory(0, (int)held.Length);

        if (fault == Fault.Truncated)
        {
            await original.Stream.WriteAsync(bytes[..(bytes.Length / 2)], http.RequestAborted);
            await original.Stream.FlushAsync(http.RequestAborted);
            http.Abort();

            return;
        }

        for (var part = 0; part < 8; part++)
        {
            await original.Stream.WriteAsync(bytes[(bytes.Length * part / 8)..(bytes.Length * (part + 1) / 8)], http.RequestAborted);
            await original.Stream.FlushAsync(http.RequestAborted);
            await Task.Delay(Drip, http.RequestAborted);
        }
    }
}
