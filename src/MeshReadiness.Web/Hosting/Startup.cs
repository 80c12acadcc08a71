using MeshReadiness.Data;
using MeshReadiness.Web.Features.SignIn;
using MeshReadiness.Web.Features.Tenant;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Hosting;

/// <summary>Starts the portal, or says in one sentence per setting why it doesn't.</summary>
internal static class Startup
{
    /// <summary>The process's exit status: 0 after an orderly stop, 1 when a setting or the surroundings stand in the way.</summary>
    public static async Task<int> RunAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            return await RefuseAsync(invalid.Failures);
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            return await RefuseAsync(several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(invalid => invalid.Failures));
        }
        catch (StartupProblem problem)
        {
            return await RefuseAsync([problem.Message]);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await RefuseAsync([$"{busy.Message} Stop what listens there, or choose another address, for example --urls http://localhost:5090."]);
        }
        catch (InvalidOperationException wrong) when (wrong.InnerException is FormatException or ArgumentException)
        {
            // What the settings binder says when a value can't be read, for example a word that should be a number.
            return await RefuseAsync([UnreadableSetting.Explain(wrong.Message)]);
        }
    }

    /// <summary>Keeps a relative data folder beside the portal's own files, wherever the process was started from.</summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IHostEnvironment environment) => services
        .AddMeshReadinessData()
        .PostConfigure<DatabaseOptions>(options => options.Folder = Path.GetFullPath(options.Folder, environment.ContentRootPath));

    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        // Before the database is touched: a start that is refused changes nothing.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        var prepared = await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(app.Lifetime.ApplicationStopping);

        if (!prepared.Succeeded)
        {
            throw new StartupProblem(prepared.Problem.Detail);
        }
    }

    /// <summary>Runs until stopped. Prints where the portal is, and stops at once should it be reachable when it must not be.</summary>
    public static async Task RunGuardedAsync(this WebApplication app)
    {
        await app.StartAsync();

        var server = app.Services.GetRequiredService<IServer>();

        if (app.Services.GetRequiredService<IOptions<SignInOptions>>().Value.Mode is SignInMode.Local)
        {
            LoopbackGuard.CheckBound(server, "SignIn:Mode", nameof(SignInMode.Local));
        }

        if (app.Services.GetRequiredService<IOptions<TenantOptions>>().Value.Source is TenantSource.Sample)
        {
            LoopbackGuard.CheckBound(server, "Tenant:Source", nameof(TenantSource.Sample));
        }

        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            await Console.Out.WriteLineAsync($"MeshReadiness is at {address}");
        }

        await app.WaitForShutdownAsync();
    }

    private static async Task<int> RefuseAsync(IEnumerable<string> sentences)
    {
        // Options that are made from others repeat what is wrong with those.
        foreach (var sentence in sentences.Distinct())
        {
            await Console.Error.WriteLineAsync(sentence);
        }

        return 1;
    }
}
