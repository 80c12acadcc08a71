using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Controls;
using MeshReadiness.SampleTenant.Endpoints;
using MeshReadiness.SampleTenant.Protocol;
using Microsoft.AspNetCore.ResponseCompression;

namespace MeshReadiness.SampleTenant;

/// <summary>Starts the sample tenant: as a program of its own, or inside a test on a port of its own.</summary>
public static class SampleTenantApp
{
    /// <summary>Builds the server without starting it. After <c>StartAsync</c> its address is the only entry of <c>Urls</c>.</summary>
    public static WebApplication Build(string[] args) => Build(args, TimeProvider.System);

    /// <summary>The same with a clock of the caller's, which link lifetimes and throttling go by.</summary>
    public static WebApplication Build(string[] args, TimeProvider clock) => Build(TenantArguments.Read(args), clock);

    /// <summary>Runs until stopped, and answers with the exit code: 2 when an argument is wrong, 1 when the port is taken.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        TenantOptions options;

        try
        {
            options = TenantArguments.Read(args);
        }
        catch (ArgumentMistakeException mistake)
        {
            await Console.Error.WriteLineAsync(mistake.Message);

            return 2;
        }

        await using var app = Build(options, TimeProvider.System);

        try
        {
            await app.StartAsync();
        }
        catch (IOException error)
        {
            await Console.Error.WriteLineAsync($"The sample tenant cannot listen on port {options.Port}: {error.Message}");

            return 1;
        }

        Console.WriteLine($"Sample tenant listening on {app.Urls.First()}");

        if (options.ExitWithStdin)
        {
            _ = StopWithStdinAsync(app);
        }

        await app.WaitForShutdownAsync();

        return 0;
    }

    private static WebApplication Build(TenantOptions options, TimeProvider clock)
    {
        // Nothing from the surroundings: no settings file, no environment variable may move this server or open it.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });

        var tenant = new Tenant(options, clock);
        var log = new RequestLog();
        var router = new Router();
        var door = new FrontDoor(tenant, router, log, clock);
        GraphEndpoints.Map(router, door);

        var app = builder.Build();
        var graph = ((IApplicationBuilder)app).New().UseResponseCompression();
        graph.Run(door.AnswerAsync);
        var answer = graph.Build();
        var controls = new TenantControls(tenant, log, clock);
        app.Run(http => http.Request.Path.StartsWithSegments("/_tenant")
            ? controls.AnswerAsync(http)
            : door.DeliverAsync(http, answer));

        return app;
    }

    private static async Task StopWithStdinAsync(WebApplication app)
    {
        await using var input = Console.OpenStandardInput();
        var buffer = new byte[256];

        while (await input.ReadAsync(buffer) > 0)
        {
        }

        app.Lifetime.StopApplication();
    }
}
