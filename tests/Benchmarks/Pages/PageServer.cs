using System.Diagnostics;
using System.Security.Claims;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using Quartz;

namespace MeshReadiness.Benchmarks.Pages;

/// <summary>Renders pages on the server as the portal does, from the database to the markup, without a browser in between.</summary>
internal sealed class PageServer(Product product)
{
    /// <summary>Adds what pages need beside the product's own parts.</summary>
    public static void AddParts(IServiceCollection services) => services
        .AddSingleton<ScanQueue>()
        .AddSingleton<ScanSchedule>()
        .AddScoped(visit => new ScanControl(visit.GetRequiredService<ScanQueue>(), visit.GetRequiredService<AuditStore>()))
        // In memory and never started.
        .AddQuartz(quartz => quartz.AddJob<ScanJob>(job => job.WithIdentity(ScanTriggers.Job).StoreDurably()))
        .AddScoped<Browser>()
        .AddScoped<VisitorClock>()
        .AddScoped<Address>()
        .AddScoped<NavigationManager>(visit => visit.GetRequiredService<Address>())
        .AddSupplyValueFromQueryProvider()
        .AddScoped<IJSRuntime, NoBrowser>()
        .AddAuthorizationCore(options => options.AddPolicy(Policies.Administer, policy => policy.RequireAuthenticatedUser()))
        .AddScoped<AuthenticationStateProvider, Visitor>()
        .AddCascadingAuthenticationState();

    /// <summary>How long the first page of all took.</summary>
    public double FirstMilliseconds { get; private set; }

    /// <summary>The pages, each with what the address would say.</summary>
    public static IEnumerable<(string Name, (Type Page, Dictionary<string, object?> Parameters) Page)> Pages(string taskId) =>
    [
        ("/rollout", (typeof(RolloutPage), [])),
        ("/rollout/steps/2", (typeof(StepPage), new() { ["Number"] = 2 })),
        ("/rollout/tasks/{id}", (typeof(TaskPage), new() { ["Id"] = taskId })),
    ];

    /// <summary>Renders a page up to its whole content.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    public async Task<double> RenderAsync((Type Type, Dictionary<string, object?> Parameters) page, Guid rolloutId)
    {
        await using var visit = product.Visit();
        await using var renderer = new HtmlRenderer(visit.ServiceProvider, visit.ServiceProvider.GetRequiredService<ILoggerFactory>());
        visit.ServiceProvider.GetRequiredService<Address>().Open(rolloutId);
        var began = Stopwatch.GetTimestamp();
        var markup = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(
            page.Type, ParameterView.FromDictionary(page.Parameters))).ToHtmlString());
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        FirstMilliseconds = FirstMilliseconds == 0 ? took : FirstMilliseconds;
        return markup.Contains("class=\"badge", StringComparison.Ordinal) ? took : throw new InvalidOperationException($"{page.Type.Name} showed no task's state:\n{markup}");
    }

    private sealed class Address : NavigationManager
    {
        public void Open(Guid rolloutId) => Initialize("http://localhost/", $"http://localhost/rollout?rollout={rolloutId}");
    }

    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<T> InvokeAsync<T>(string identifier, object?[]? args) => ValueTask.FromResult<T>(default!);

        public ValueTask<T> InvokeAsync<T>(string identifier, CancellationToken cancellationToken, object?[]? args) => ValueTask.FromResult<T>(default!);
    }

    private sealed class Visitor : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new(new ClaimsIdentity([new("oid", "person-1"), new("name", "Person 1")], "benchmark"))));
    }
}
