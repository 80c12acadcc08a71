using MeshReadiness.Web.Features.SignIn;

namespace MeshReadiness.Web.Hosting;

/// <summary>Sends what a browser needs to know to refuse everything that isn't ours.</summary>
internal static class SecurityHeaders
{
    // Styles may be inline because the component library writes them on elements; scripts never.
    private static string ContentSecurityPolicy(string formTargets) =>
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; manifest-src 'self'; base-uri 'self'; frame-ancestors 'none'; form-action 'self'" + formTargets;

    // Set at the last moment, so that an error page, which starts from a clean response, has them too.
    public static void UseSecurityHeaders(this WebApplication app)
    {
        // Signing out is a form, and leads on to Microsoft's own sign-out where people sign in there.
        var formTargets = Uri.TryCreate(app.Configuration[SignInFeature.InstanceKey], UriKind.Absolute, out var instance)
            ? " " + instance.GetLeftPart(UriPartial.Authority)
            : "";
        var contentSecurityPolicy = ContentSecurityPolicy(formTargets);

        app.Use((context, next) =>
        {
            context.Response.OnStarting(() => AddAsync(context.Response.Headers, contentSecurityPolicy));
            return next(context);
        });
    }

    private static Task AddAsync(IHeaderDictionary headers, string contentSecurityPolicy)
    {
        // Files of visitors come with a stricter one of their own.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = contentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        return Task.CompletedTask;
    }
}
