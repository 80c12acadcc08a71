using MeshReadiness.Web.Features.SignIn;

namespace MeshReadiness.Web.Hosting;

/// <summary>Sends what a browser needs to know to refuse everything that isn't ours.</summary>
internal static class SecurityHeaders
{
    // What visitors handed in is never shown, only saved; should a browser try all the same, it may run nothing and reach nothing.
    private const string Sandbox = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private static readonly object SandboxKey = new();

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
            context.Response.OnStarting(() => AddAsync(context.Response.Headers, context.Items.ContainsKey(SandboxKey) ? Sandbox : contentSecurityPolicy));
            return next(context);
        });
    }

    /// <summary>The answer holds what a visitor handed in: a browser is to do nothing with it but save it.</summary>
    public static void Quarantine(this HttpContext context) => context.Items[SandboxKey] = true;

    private static Task AddAsync(IHeaderDictionary headers, string contentSecurityPolicy)
    {
        headers.ContentSecurityPolicy = contentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        return Task.CompletedTask;
    }
}
