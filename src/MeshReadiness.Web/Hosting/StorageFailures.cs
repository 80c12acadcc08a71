using MeshReadiness.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace MeshReadiness.Web.Hosting;

/// <summary>Answers programs with the database's own sentence when it can't be used, instead of with a bare 500.</summary>
internal sealed class StorageFailures(StorageProblems storage) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!httpContext.Request.Path.StartsWithSegments("/api") || storage.Find(exception) is not { } problem)
        {
            return false;
        }

        await problem.ToHttp().ExecuteAsync(httpContext);
        return true;
    }
}
