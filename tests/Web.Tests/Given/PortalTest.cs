using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.ConditionalAccess;
using MeshReadiness.Web.Features.Contacts;
using MeshReadiness.Web.Features.Dashboard;
using MeshReadiness.Web.Features.Decisions;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Licences;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
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
            .AddSingleton<TimeProvider>(Time)
            .AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false)
            .AddMeshReadinessData()
            .AddSingleton(PlaybookLibrary.Mesh)
            .AddSingleton(ProductTable.Shipped)
            .AddSnapshots()
            .AddRollout()
            .AddContacts()
            .AddDecisions()
            .AddScoped<Browser>()
            .AddSingleton<ScanCoordinator>()
            .AddSingleton<ScanQueue>()
            .AddSingleton<ScanSchedule>()
            .AddSingleton<LookupRecord>()
            .AddSingleton<PeopleLookup>()
            .AddSingleton<PersonLookup>()
            .AddSingleton<IPersonReader>(Devices)
            .AddSingleton<RefreshAllowance>()
            .AddSingleton<PersonRefresh>()
            .AddSingleton(new SymptomFinder(SymptomTable.Shipped))
            .AddSingleton<ReadinessBreakdown>()
            .AddLicences()
            .AddConditionalAccess()
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

    /// <summary>Stands still, except that every stored scan begins a minute after the one before.</summary>
    private protected FakeTimeProvider Time { get; } = new(new(2026, 3, 29, 12, 0, 0, TimeSpan.Zero));

    /// <summary>What the tenant tells of people's devices.</summary>
    private protected ToldDevices Devices { get; } = new();

    private protected SlowDatabase Database => Services.GetRequiredService<SlowDatabase>();

    private protected StoredScans Scans => new(Services, Time);

    private protected ScanCoordinator Coordinator => Services.GetRequiredService<ScanCoordinator>();

    /// <summary>Somebody with the admin's role looks at the page.</summary>
    protected void SignInAdmin(string id = "1", string name = "Maja Lindqvist") =>
        _visitor.SetAuthorized(name).SetClaims(new Claim("oid", id)).SetPolicies(Policies.Administer, Policies.FindPeople);

    /// <summary>Somebody who may see numbers and no names.</summary>
    protected void SignInExecutive() => _visitor.SetAuthorized("Tomás Ferreira").SetPolicies(Policies.ReadNumbers);

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
