using MeshReadiness.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace MeshReadiness.Web.Hosting;

/// <summary>Answers programs in problem details when something breaks: with the database's own sentence, or with where to look.</summary>
internal sealed class ApiFailures(StorageProblems storage) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api"))
        {
            return false;
        }

        var answer = storage.Find(exception) is { } problem
            ? problem.ToHttp()
            : Results.Problem(
                $"The portal's log has the details under the trace {httpContext.TraceIdentifier}.",
                title: "Something went wrong that isn't your doing",
                statusCode: StatusCodes.Status500InternalServerError);
        await answer.ExecuteAsync(httpContext);
        return true;
    }
}
