using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using MudBlazor.Services;

namespace MeshReadiness.Web.Hosting;

/// <summary>The pages: live over one connection, and signed in.</summary>
internal static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddRazorComponents().AddInteractiveServerComponents();

        return services
            .AddMudServices()
            .AddScoped<Browser>()
            .AddScoped<VisitorClock>();
    }

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        app.MapGet("/", (HttpContext context) => TypedResults.LocalRedirect(FirstPage(context.User))).RequireAuthorization();
    }

    /// <summary>Where somebody lands: on the page their role is there for.</summary>
    private static string FirstPage(System.Security.Claims.ClaimsPrincipal user) =>
        user.IsInRole(Roles.Admin) ? "/rollout"
        : user.IsInRole(Roles.Executive) ? "/dashboard"
        : user.IsInRole(Roles.HelpDesk) ? "/help-desk"
        : "/no-access";
}
