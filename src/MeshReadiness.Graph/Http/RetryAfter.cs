using System.Net;

namespace MeshReadiness.Graph.Http;

/// <summary>When Graph wants to be asked again.</summary>
internal static class RetryAfter
{
    /// <summary>How long to wait, if this answer says so.</summary>
    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider time)
    {
        if (response?.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
        {
            return null;
        }

        var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;

        // "0" says nothing about when, so the usual growing delay applies.
        return wait > TimeSpan.Zero ? wait : null;
    }
}
