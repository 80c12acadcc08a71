using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Data;
using MeshReadiness.Graph;
using MeshReadiness.Graph.Http;
using MeshReadiness.Graph.Reading;
using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.Scheduling;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Scans;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Quartz;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>The whole portal on a port and with a database file of its own, reading the tenant that the test gives it.</summary>
internal sealed class Portal : IAsyncDisposable
{
    /// <summary>Where Microsoft Entra ID would be.</summary>
    public const string EntraAddress = "https://login.microsoftonline.com/contoso/oauth2/v2.0";

    private readonly TestFolder _folder;
    private readonly bool _ownsFolder;
    private readonly WebApplicationFactory<App> _factory;
    private readonly Channel<bool> _scanMoved = Channel.CreateUnbounded<bool>();
    private readonly Firings _firings = new();
    private readonly List<HttpClient> _visitors = [];

    private Portal(TestFolder? folder, Uri tenant, (string Key, string Value)[] settings)
    {
        _ownsFolder = folder is null;
        _folder = folder ?? new();
        _factory = new WebApplicationFactory<App>().WithWebHostBuilder(host =>
        {
            (string Key, string Value)[] ours =
            [
                ("urls", "http://127.0.0.1:0"),
                ("Tenant:BaseUrl", tenant.ToString()),
                ("Database:Folder", _folder.Path),
                // A test that happens to run at half past must not see a scan that it didn't start.
                ("Scan:IncrementalSchedule", ""),
                // A scan that can't go on ends at once, unless the test is about waiting.
                ("Scan:Patience", "00:00:00"),
            ];

            foreach (var (key, value) in ours.Concat(settings))
            {
                host.UseSetting(key, value);
            }

            // The same reader, but it doesn't wait between tries where Graph doesn't ask it to.
            host.ConfigureTestServices(services => services.AddSingleton<ITenantReader>(new GraphTenantReader(
                GraphPipeline.CreateClient(new(tenant, new StaticToken("sample.tenant.token")), TimeSpan.FromMilliseconds(1)))));

            // Hears of every firing from the first on.
            host.ConfigureTestServices(services => services.AddSingleton<IJobListener>(_firings).AddSingleton<ISchedulerListener>(_firings));

            // What Entra would publish about itself, so that nobody has to ask it.
            host.ConfigureTestServices(services => services.PostConfigure<OpenIdConnectOptions>(
                OpenIdConnectDefaults.AuthenticationScheme,
                entra => entra.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(new()
                {
                    AuthorizationEndpoint = $"{EntraAddress}/authorize",
                    EndSessionEndpoint = $"{EntraAddress}/logout",
                })));
        });
        _factory.UseKestrel(0);
    }

    public string DatabaseFile => _folder.DatabaseFile;

    public IEnumerable<RouteEndpoint> Endpoints => _factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>What its scheduler has fired.</summary>
    public Firings Firings => _firings;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ScanCoordinator Coordinator => _factory.Services.GetRequiredService<ScanCoordinator>();

    /// <summary>Starts it and doesn't wait for the first scan.</summary>
    public static Portal Start(Uri tenant, params (string Key, string Value)[] settings) => Start(null, tenant, settings);

    /// <summary>Starts it on a folder that outlives it, with whatever an earlier one left there.</summary>
    public static Portal Start(TestFolder? folder, Uri tenant, params (string Key, string Value)[] settings)
    {
        var portal = new Portal(folder, tenant, settings);
        portal._factory.StartServer();
        portal.Coordinator.Changed += () => portal._scanMoved.Writer.TryWrite(true);
        return portal;
    }

    /// <summary>Starts it and waits until the first scan has ended.</summary>
    public static async Task<Portal> StartScannedAsync(Uri tenant, params (string Key, string Value)[] settings)
    {
        var portal = Start(tenant, settings);
        Assert.Equal(ScanState.Complete, (await portal.ScanEndedAsync(1)).State);
        return portal;
    }

    /// <summary>Somebody who isn't signed in, keeps cookies and shows redirects instead of following them.</summary>
    public HttpClient Anonymous()
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _factory.ClientOptions.BaseAddress };
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Somebody signed in as this persona through the sign-in page.</summary>
    public async Task<HttpClient> SignInAsync(string persona)
    {
        var visitor = Anonymous();
        using var answer = await visitor.SignInAsync(persona);
        Assert.Equal("/", answer.Headers.Location?.ToString());
        return visitor;
    }

    /// <summary>One document of the API, read as this persona.</summary>
    public async Task<JsonElement> ReadAsync(string persona, string path) =>
        await (await SignInAsync(persona)).GetFromJsonAsync<JsonElement>(path, Cancelled);

    /// <summary>Waits until the running scan has stored so many people.</summary>
    public async Task StoredAsync(int people)
    {
        while (Coordinator.Progress?.PeopleRead != people)
        {
            await _scanMoved.Reader.ReadAsync(Cancelled);
        }
    }

    /// <summary>Waits until the running scan waits for something itself, and tells for what.</summary>
    public async Task<ScanWait> WaitingAsync()
    {
        while (true)
        {
            if (Coordinator.Progress?.Waiting is { } waiting)
            {
                return waiting;
            }

            await _scanMoved.Reader.ReadAsync(Cancelled);
        }
    }

    /// <summary>Waits until so many scans have ended since the database was made, and gives the newest of those.</summary>
    public async Task<SnapshotHead> ScanEndedAsync(int number)
    {
        while (true)
        {
            var ended = (await ScansAsync()).Where(scan => scan.State is not ScanState.Running).ToList();

            if (ended.Count >= number && (Coordinator.Progress is null || ended.Count > number))
            {
                await ForgottenAsync();
                return ended[^number];
            }

            await _scanMoved.Reader.ReadAsync(Cancelled);
        }
    }

    // A moment longer than the scan runs its firing, and whoever asks for a scan meanwhile joins the one that has ended.
    private async Task ForgottenAsync()
    {
        var scheduler = await _factory.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancelled);

        while (Coordinator.Progress is null && (await scheduler.QueryFireInstances(new() { Job = ScanTriggers.Job }, Cancelled)).Items.Count > 0)
        {
            await Task.Yield();
        }
    }

    /// <summary>All scans, newest first.</summary>
    public async Task<IReadOnlyList<SnapshotHead>> ScansAsync() =>
        await _factory.Services.GetRequiredService<SnapshotStore>().RecentScansAsync(int.MaxValue, Cancelled);

    /// <summary>What the audit record's lines of one action are about, oldest first.</summary>
    public async Task<IEnumerable<string>> AuditSubjectsAsync(string action) =>
        (await _factory.Services.GetRequiredService<AuditStore>().FindAsync(new(Action: action), Cancelled)).Reverse().Select(line => line.Entry.Subject);

    /// <summary>When its scheduler will start scans again.</summary>
    public Task<NextScans> NextScansAsync() => _factory.Services.GetRequiredService<ScanSchedule>().NextAsync(Cancelled);

    /// <summary>How the tasks of a playbook, or else the first one, stand by what the tenant proves alone, by task.</summary>
    public async Task<IReadOnlyDictionary<string, TaskStanding>> ProvenAsync(Playbook? playbook = null)
    {
        var store = _factory.Services.GetRequiredService<SnapshotStore>();
        var report = await store.ReportAsync((await store.CurrentAsync(Cancelled))!.Id, Cancelled);
        return StepStanding.Of(playbook ?? PlaybookLibrary.Mesh, report!.Checks).SelectMany(step => step.Tasks).ToDictionary(task => task.Task.Id);
    }

    /// <summary>Decides something in the first rollout, as somebody at the page would.</summary>
    public async Task DecideAsync(string decisionId, DecisionWish wish, Actor actor)
    {
        var rollout = (await _factory.Services.GetRequiredService<RolloutDesk>().ListAsync(Cancelled))[^1];
        var aid = PlaybookLibrary.Mesh.Decisions.Single(one => one.Id == decisionId);
        var decided = await _factory.Services.GetRequiredService<NoteDesk<Decision>>().EditAsync(
            rollout.Id,
            NoteWish.Of(new Note<Decision>(Decision.Untouched(decisionId), 0), "taken", "", (decision, moment) => DecisionEdit.Take(decision, aid, wish, moment)),
            actor,
            Cancelled);
        Assert.True(decided.Succeeded);
    }

    /// <summary>Everything that is stored of the current snapshot, as text.</summary>
    public string Dump() => SnapshotDump.Of(DatabaseFile);

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        await _factory.DisposeAsync();

        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }
}
