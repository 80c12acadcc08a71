using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;

namespace MeshReadiness.Web.Features.SignIn;

/// <summary>Signing in through Microsoft Entra ID, or as a persona on a developer's machine.</summary>
internal static class SignInFeature
{
    /// <summary>Where people sign in; national clouds have others.</summary>
    public const string InstanceKey = "AzureAd:Instance";

    private const string PublicCloud = "https://login.microsoftonline.com/";
    private const string SignInPath = "/sign-in";
    private const string NoAccessPath = "/no-access";

    /// <summary>With Entra there is no page of personas to show at the same address.</summary>
    private const int BeforeThePage = -1;

    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var mode = builder.Configuration.GetValue<SignInMode>($"{SignInOptions.Section}:Mode");
        builder.Services.AddOptionsWithValidateOnStart<SignInOptions, SignInOptionsValidator>().BindConfiguration(SignInOptions.Section);

        if (mode is SignInMode.Local)
        {
            LoopbackGuard.Check(builder.Configuration, builder.Environment, "SignIn:Mode", nameof(SignInMode.Local));
            builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        }
        else
        {
            RequireEntraSettings(builder.Configuration);
            builder.Services.AddAuthentication(OpenIdConnectDefaults.AuthenticationScheme)
                .AddMicrosoftIdentityWebApp(builder.Configuration.GetSection("AzureAd"));
            builder.Services.PostConfigure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, AnswerPrograms);
        }

        builder.Services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, cookie =>
        {
            UseOurPages(cookie);
            cookie.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        builder.Services.AddPolicies().AddCascadingAuthenticationState().AddSingleton<Sessions>();
    }

    public static void MapSignIn(this WebApplication app)
    {
        var mode = app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.Mode;

        if (mode is SignInMode.Local)
        {
            app.MapPost(SignInPath, SignInLocallyAsync).AllowAnonymous();
        }
        else
        {
            app.MapGet(SignInPath, (string? returnUrl) => TypedResults.Challenge(
                new() { RedirectUri = Local(returnUrl) }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous().WithOrder(BeforeThePage);
        }

        app.MapPost("/sign-out", SignOut).RequireAuthorization();
    }

    // The form has no field but its token; asking for one makes the framework check that.
    private static SignOutHttpResult SignOut([FromForm] bool? confirmed, HttpContext context, Sessions sessions, IOptions<SignInOptions> options)
    {
        sessions.End(context.User);

        return options.Value.Mode is SignInMode.Local
            ? TypedResults.SignOut(new() { RedirectUri = SignInPath }, [CookieAuthenticationDefaults.AuthenticationScheme])
            : TypedResults.SignOut(
                new() { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static async Task<IResult> SignInLocallyAsync([FromForm] string persona, [FromForm] string? returnUrl, HttpContext context)
    {
        if (Persona.All.FirstOrDefault(one => one.Id == persona) is not { } chosen)
        {
            return Results.Problem($"There is no persona \"{persona}\". Choose one on the sign-in page.", statusCode: StatusCodes.Status400BadRequest);
        }

        await context.SignInAsync(chosen.ToPrincipal(CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.LocalRedirect(Local(returnUrl));
    }

    // A return address from outside must never lead outside.
    private static string Local(string? returnUrl) =>
        returnUrl is ['/', ..] and not (['/', '/', ..] or ['/', '\\', ..]) && !returnUrl.Any(char.IsControl) ? returnUrl : "/";

    private static void UseOurPages(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "meshreadiness";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = SignInPath;
        cookie.AccessDeniedPath = NoAccessPath;
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        cookie.Events.OnSigningIn = context =>
        {
            Sessions.Begin(context.Principal!);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToLogin = context => AnswerAsync(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => AnswerAsync(context, StatusCodes.Status403Forbidden);
    }

    // Programs get the status, people get the page.
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static void AnswerPrograms(OpenIdConnectOptions entra)
    {
        var redirect = entra.Events.OnRedirectToIdentityProvider;
        entra.Events.OnRedirectToIdentityProvider = context =>
        {
            if (!context.Request.Path.StartsWithSegments("/api"))
            {
                return redirect(context);
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static void RequireEntraSettings(ConfigurationManager configuration)
    {
        foreach (var (key, example) in ((string, string)[])
        [
            ("AzureAd:TenantId", "contoso.onmicrosoft.com"),
            ("AzureAd:ClientId", "00000000-0000-0000-0000-000000000000"),
        ])
        {
            if (string.IsNullOrWhiteSpace(configuration[key]))
            {
                throw new StartupProblem($"{key} is missing, and SignIn:Mode is Entra. Give it, for example {key}={example}.");
            }
        }

        if (string.IsNullOrWhiteSpace(configuration[InstanceKey]))
        {
            configuration[InstanceKey] = PublicCloud;
        }
    }
}
