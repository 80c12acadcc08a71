using MeshReadiness.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace MeshReadiness.Web.Hosting;

/// <summary>Answers programs in problem details when something breaks: with the database's own sentence, or with where to look.</summary>
internal sealed class ApiFailures(StorageProblems storage) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // The request itself has been sent on to the error page by now.
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api", StringComparison.OrdinalIgnoreCase) is not true)
        {
            return false;
        }

        var answer = exception is BadHttpRequestException bad
            ? Results.Problem("The request can't be read. Check its form against /api/v1/openapi.json.", title: "The request can't be used", statusCode: bad.StatusCode)
            : storage.Find(exception) is { } problem
            ? problem.ToHttp()
            : Results.Problem(
                $"The portal's log has the details under the trace {httpContext.TraceIdentifier}.",
                title: "Something went wrong that isn't your doing",
                statusCode: StatusCodes.Status500InternalServerError);
        await answer.ExecuteAsync(httpContext);
        return true;
    }
}
