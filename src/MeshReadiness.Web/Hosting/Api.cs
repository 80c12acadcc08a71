using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeshReadiness.Web.Hosting;

/// <summary>What all endpoints under <c>/api/v1</c> have in common.</summary>
internal static class Api
{
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddProblemDetails()
        .AddExceptionHandler<ApiFailures>()
        .AddOpenApi("v1")
        .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false)
        .ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));

    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").RequireAuthorization(Policies.AnyRole);
        return app.MapGroup("/api/v1").RequireAuthorization(Policies.AnyRole);
    }
}
