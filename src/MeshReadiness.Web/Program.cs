using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.About;
using MeshReadiness.Web.Features.Audit;
using MeshReadiness.Web.Features.ConditionalAccess;
using MeshReadiness.Web.Features.Contacts;
using MeshReadiness.Web.Features.Dashboard;
using MeshReadiness.Web.Features.Decisions;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Licences;
using MeshReadiness.Web.Features.Palette;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Features.Scans;
using MeshReadiness.Web.Features.SignIn;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Features.Tenant;
using MeshReadiness.Web.Hosting;

return await Startup.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddLogging();
    builder.AddTelemetry();
    builder.AddSignIn();
    builder.AddTenant();
    builder.AddScans();
    builder.Services
        .AddDatabase(builder.Environment)
        .AddSingleton(PlaybookLibrary.Mesh)
        .AddCatalogue(builder.Configuration)
        .AddSnapshots()
        .AddRollout()
        .AddContacts()
        .AddDecisions()
        .AddDashboard()
        .AddLicences()
        .AddConditionalAccess()
        .AddPalette()
        .AddHelpDesk()
        .AddHealth()
        .AddKeys(builder.Configuration)
        .AddPortalPages()
        .AddApi();

    var app = builder.Build();
    await app.PrepareDatabaseAsync();
    await app.PrepareRolloutAsync();
    app.UseSecurityHeaders();
    app.UseErrorPages();
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();
    app.MapHealth();
    app.MapSignIn();

    var api = app.MapApi();
    api.MapScans();
    api.MapSnapshots();
    api.MapRollout();
    api.MapRolloutCopies();
    api.MapEvidence();
    api.MapContacts();
    api.MapDecisions();
    api.MapLicences();
    api.MapConditionalAccess();
    api.MapDashboard();
    api.MapBreakdown();
    api.MapPeople();
    api.MapRefresh();
    api.MapLists();
    api.MapSymptoms();
    api.MapAbout();
    api.MapAudit();

    app.MapPortalPages();
    await app.RunGuardedAsync();
});
