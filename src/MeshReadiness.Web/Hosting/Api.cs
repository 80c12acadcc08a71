using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeshReadiness.Web.Hosting;

/// <summary>What all endpoints under <c>/api/v1</c> have in common.</summary>
internal static class Api
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddExceptionHandler<ApiFailures>()
        .AddOpenApi("v1", document => document.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1/", StringComparison.Ordinal) is true)
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false)
        .ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));

    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").RequireAuthorization(Policies.AnyRole);
        var api = app.MapGroup("/api/v1").RequireAuthorization(Policies.AnyRole);
        api.AddEndpointFilter((context, next) => IsFromElsewhere(context.HttpContext.Request)
            ? ValueTask.FromResult<object?>(Results.Problem(
                "A page of another site asked for a change. Changes are only taken from the portal's own pages and from programs.",
                title: "The request comes from elsewhere",
                statusCode: StatusCodes.Status403Forbidden))
            : next(context));
        return api;
    }

    // The browser sends the sign-in cookie along whoever asks, but it also says who does. Programs say nothing.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return false;
        }

        return request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
            || (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}");
    }
}
