using Bunit;
using Bunit.TestDoubles;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using Quartz;

namespace MeshReadiness.Web.Tests.Given;

/// <summary>A part of the portal over the real stores and an empty database of its own.</summary>
public abstract class PortalTest : BunitContext, IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("meshreadiness-web-");
    private readonly BunitAuthorizationContext _visitor;

    protected PortalTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:Folder", _data.FullName)]).Build());
        Services
            .AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false)
            .AddMeshReadinessData()
            .AddSingleton(PlaybookLibrary.Mesh)
            .AddSingleton(ProductTable.Shipped)
            .AddSnapshots()
            .AddSingleton<ScanCoordinator>()
            .AddSingleton<ScanQueue>()
            .AddScoped(provider => new ScanControl(provider.GetRequiredService<ScanQueue>(), provider.GetRequiredService<AuditStore>()))
            // In memory and never started: what is asked of it waits.
            .AddQuartz(quartz => quartz.AddJob<ScanJob>(job => job.WithIdentity(ScanTriggers.Job).StoreDurably()))
            .AddScoped<VisitorClock>();
        var database = Services.Last(service => service.ServiceType == typeof(IDbContextFactory<MeshReadinessDbContext>)).ImplementationType!;
        Services
            .AddSingleton(provider => new SlowDatabase(
                (IDbContextFactory<MeshReadinessDbContext>)ActivatorUtilities.CreateInstance(provider, database)))
            .AddSingleton<IDbContextFactory<MeshReadinessDbContext>>(provider => provider.GetRequiredService<SlowDatabase>());
        _visitor = AddAuthorization();
    }

    private protected SlowDatabase Database => Services.GetRequiredService<SlowDatabase>();

    private protected StoredScans Scans => new(Services);

    private protected ScanCoordinator Coordinator => Services.GetRequiredService<ScanCoordinator>();

    /// <summary>Somebody with the admin's role looks at the page.</summary>
    protected void SignInAdmin() => _visitor.SetAuthorized("Maja Lindqvist").SetPolicies(Policies.Administer);

    /// <summary>Somebody who may only look people up.</summary>
    protected void SignInHelpDesk() => _visitor.SetAuthorized("Priya Nair").SetPolicies(Policies.FindPeople);

    public async ValueTask InitializeAsync()
    {
        var prepared = await Services.GetRequiredService<DatabasePreparation>().PrepareAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.True(prepared.Succeeded);
    }

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
