using System.Net;
using MeshReadiness.Integration.Tests.SampleTenant;
using MeshReadiness.Web.Components;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Who gets in where, for every endpoint that the portal has.</summary>
public sealed class AccessTests
{
    private static readonly string[] Personas = ["admin", "executive", "helpdesk", "norole"];

    // Who is let in, for everything that isn't a static file. What isn't listed here fails the test.
    private static readonly Dictionary<string, string> LetIn = new()
    {
        ["GET /"] = "admin executive helpdesk norole",
        ["GET /health/live"] = "anybody",
        ["GET /health/ready"] = "anybody",
        ["GET /sign-in"] = "anybody",
        ["POST /sign-in"] = "anybody",
        ["POST /sign-out"] = "admin executive helpdesk norole",
        ["GET /no-access"] = "admin executive helpdesk norole",
        ["GET /not-found"] = "admin executive helpdesk norole",
        ["GET /status/404"] = "admin executive helpdesk norole",
        ["GET /status/{Code:int}"] = "anybody",
        ["GET /about"] = "admin executive helpdesk",
        ["GET /audit"] = "admin",
        ["GET /conditional-access"] = "admin",
        ["GET /conditional-access/filter"] = "admin",
        ["GET /conditional-access/findings"] = "admin",
        ["GET /conditional-access/policies"] = "admin",
        ["GET /conditional-access/try"] = "admin",
        ["GET /conditional-access/what-if"] = "admin",
        ["GET /contacts"] = "admin",
        ["GET /contacts/raci"] = "admin",
        ["GET /contacts/{Id}"] = "admin",
        ["GET /dashboard"] = "admin executive",
        ["GET /help-desk"] = "admin helpdesk",
        ["GET /help-desk/list"] = "admin helpdesk",
        ["GET /help-desk/symptoms"] = "admin helpdesk",
        ["GET /help-desk/{UserId}"] = "admin helpdesk",
        ["GET /licences"] = "admin",
        ["GET /licences/needs"] = "admin",
        ["GET /my-work"] = "admin",
        ["GET /rollout"] = "admin",
        ["GET /rollout/changes"] = "admin",
        ["GET /rollout/decisions"] = "admin",
        ["GET /rollout/decisions/{Id}"] = "admin",
        ["GET /rollout/edit"] = "admin",
        ["GET /rollout/import"] = "admin",
        ["GET /rollout/move"] = "admin",
        ["GET /rollout/new"] = "admin",
        ["GET /rollout/steps/{Number:int}"] = "admin",
        ["GET /rollout/tasks/{Id}"] = "admin",
        ["GET /scans"] = "admin",
        ["GET /api/{documentName}/openapi.json"] = "admin executive helpdesk",
        ["GET /api/v1/about"] = "admin executive helpdesk",
        ["GET /api/v1/audit"] = "admin",
        ["GET /api/v1/audit/export.jsonl"] = "admin",
        ["POST /api/v1/eligibility/bulk"] = "admin helpdesk",
        ["POST /api/v1/eligibility/bulk.csv"] = "admin helpdesk",
        ["GET /api/v1/conditional-access/change/people.csv"] = "admin",
        ["GET /api/v1/licences"] = "admin",
        ["GET /api/v1/licences.csv"] = "admin",
        ["GET /api/v1/licences/contradictions"] = "admin",
        ["GET /api/v1/licences/contradictions.csv"] = "admin",
        ["GET /api/v1/licences/needs"] = "admin",
        ["GET /api/v1/licences/needs/people.csv"] = "admin",
        ["GET /api/v1/people"] = "admin helpdesk",
        ["GET /api/v1/people/{userId}"] = "admin helpdesk",
        ["GET /api/v1/people/{userId}/changes"] = "admin helpdesk",
        ["GET /api/v1/people/{userId}/eligibility"] = "admin helpdesk",
        ["POST /api/v1/people/{userId}/refresh"] = "admin helpdesk",
        ["GET /api/v1/people/{userId}/symptoms"] = "admin helpdesk",
        ["GET /api/v1/symptoms"] = "admin helpdesk",
        ["GET /api/v1/readiness"] = "admin executive",
        ["GET /api/v1/rollout/steps"] = "admin",
        ["GET /api/v1/rollouts"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/contacts"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/contacts.csv"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/decisions"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/export"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/raci.csv"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/tasks.csv"] = "admin",
        ["POST /api/v1/rollouts/import"] = "admin",
        ["POST /api/v1/rollouts/{id:guid}/tasks/{taskId}/evidence"] = "admin",
        ["POST /api/v1/rollouts/{id:guid}/tasks/{taskId}/evidence/reading"] = "admin",
        ["GET /api/v1/rollouts/{id:guid}/evidence/{evidenceId:guid}/file"] = "admin",
        ["GET /api/v1/imports/samples/{name}"] = "admin",
        ["GET /api/v1/scans"] = "admin",
        ["POST /api/v1/scans"] = "admin",
        ["GET /api/v1/scans/next"] = "admin executive helpdesk",
        ["GET /api/v1/scans/running"] = "admin executive helpdesk",
        ["DELETE /api/v1/scans/running"] = "admin",
        ["GET /api/v1/snapshot"] = "admin executive helpdesk",
        ["GET /api/v1/snapshot/breakdown"] = "admin executive",
        ["GET /api/v1/snapshot/breakdown.csv"] = "admin executive",
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_gets_in_where_the_table_says_and_nowhere_else()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var endpoints = Doors.Of(portal).SelectMany(Doors.Names).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.Equal(LetIn.Keys.Order(StringComparer.Ordinal), endpoints);
        var seen = new List<string>();

        foreach (var endpoint in endpoints)
        {
            seen.Add($"{endpoint} anonymous: {await Doors.KnockAsync(portal.Anonymous(), endpoint)}");

            foreach (var persona in Personas)
            {
                seen.Add($"{endpoint} {persona}: {await Doors.KnockAsync(await portal.SignInAsync(persona), endpoint)}");
            }
        }

        Assert.Equal(endpoints.SelectMany(Expected), seen);
    }

    [Fact]
    public async Task Every_endpoint_says_who_may_use_it()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"));

        var silent = Doors.Of(portal).Where(endpoint =>
            endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null);

        Assert.Empty(silent.SelectMany(Doors.Names));
    }

    [Fact]
    public async Task What_the_framework_adds_asks_for_a_sign_in()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = Portal.Start(new(tenant.Http.BaseAddress!, "v1.0"));

        using var answer = await portal.Anonymous().PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null, Cancelled);

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in"), (answer.StatusCode, answer.Headers.Location?.AbsolutePath));
    }

    [Fact]
    public void Every_page_says_who_may_see_it()
    {
        var pages = typeof(App).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false)).ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.True(
            page.IsDefined(typeof(AuthorizeAttribute), inherit: true) || page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true), page.Name));
    }

    private static IEnumerable<string> Expected(string endpoint)
    {
        var isApi = endpoint.Contains(" /api/", StringComparison.Ordinal);
        var letIn = LetIn[endpoint].Split(' ');
        yield return $"{endpoint} anonymous: {(letIn is ["anybody"] ? "in" : isApi ? "401" : "/sign-in")}";

        foreach (var persona in Personas)
        {
            yield return $"{endpoint} {persona}: {(letIn is ["anybody"] || letIn.Contains(persona) ? "in" : isApi ? "403" : "/no-access")}";
        }
    }
}
