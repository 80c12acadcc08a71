using MeshReadiness.Web.Components;
using MudBlazor.Services;

namespace MeshReadiness.Web.Hosting;

/// <summary>The pages: live over one connection, signed in, and a designed answer for every address.</summary>
internal static class PortalPages
{
    public static IServiceCollection AddPortalPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();

        return services
            .AddMudServices()
            .AddScoped<Browser>()
            .AddScoped<VisitorClock>();
    }

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler();

        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // People get a page. Programs get problem details: what is written further in is left as it is further out.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages());
    }

    public static void MapPortalPages(this WebApplication app)
    {
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
        app.MapGet("/", (HttpContext context) => TypedResults.LocalRedirect(FirstPage(context.User)));
    }

    /// <summary>Where somebody lands: on the page their role is there for.</summary>
    private static string FirstPage(System.Security.Claims.ClaimsPrincipal user) =>
        user.IsInRole(Roles.Admin) ? "/rollout"
        : user.IsInRole(Roles.Executive) ? "/dashboard"
        : user.IsInRole(Roles.HelpDesk) ? "/help-desk"
        : "/no-access";
}
