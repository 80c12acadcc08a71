namespace MeshReadiness.Web.Hosting;

/// <summary>Sends what a browser needs to know to refuse everything that isn't ours.</summary>
internal static class SecurityHeaders
{
    // Styles may be inline because the component library writes them on elements; scripts never.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    // Set at the last moment, so that an error page, which starts from a clean response, has them too.
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() => AddAsync(context.Response.Headers));
        return next(context);
    });

    private static Task AddAsync(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        return Task.CompletedTask;
    }
}
