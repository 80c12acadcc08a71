using System.Reflection;
using System.Security.Claims;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Components.Layout;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Palette;
using MeshReadiness.Web.Features.SignIn;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>The palette finds what somebody may open, by the portal's real policies, and nothing else.</summary>
public sealed class PaletteIndexTests : PortalTest
{
    [Theory]
    [InlineData("admin", "Rollout, My work, Contacts, Licences, Conditional Access, Dashboard, Help desk, Audit, Scans, About, What do they see? (symptoms), Who does what (RACI), Policies, Findings, What if, Try a change, Filter workbench")]
    [InlineData("executive", "Dashboard, About")]
    [InlineData("helpdesk", "Help desk, About, What do they see? (symptoms)")]
    [InlineData("norole", "")]
    public async Task Pages_are_those_of_the_role(string persona, string pages)
    {
        var found = await Palette(persona).PagesAndTasksAsync();

        Assert.Equal(pages, string.Join(", ", found.Where(entry => entry.Kind == "Page").Select(entry => entry.Text)));
    }

    [Fact]
    public async Task An_admin_finds_every_step_every_task_and_every_contact()
    {
        var playbook = PlaybookLibrary.Mesh;
        var found = await Palette("admin").PagesAndTasksAsync();

        Assert.Equal(playbook.Steps.Length, found.Count(entry => entry.Kind == "Step"));
        Assert.Equal(playbook.Tasks.Select(task => $"/rollout/tasks/{task.Id}"), found.Where(entry => entry.Kind == "Task").Select(entry => entry.Address));
        Assert.Equal(playbook.Contacts.Select(contact => $"/contacts/{contact.Id}"), found.Where(entry => entry.Kind == "Contact").Select(entry => entry.Address));
    }

    // The policies come from the pages themselves, so that an entry for a page that isn't the persona's is found whatever it is called.
    [Theory]
    [InlineData("admin", true)]
    [InlineData("executive", false)]
    [InlineData("helpdesk", false)]
    [InlineData("norole", false)]
    public async Task Every_entry_of_palette_and_menu_opens_for_who_is_shown_it(string persona, bool everything)
    {
        var user = Persona.All.Single(one => one.Id == persona).ToPrincipal("test");
        var policies = new ServiceCollection().AddLogging().AddPolicies().BuildServiceProvider().GetRequiredService<IAuthorizationService>();
        var palette = (await Palette(persona).PagesAndTasksAsync()).Select(entry => entry.Address).ToList();

        foreach (var address in palette)
        {
            Assert.True((await policies.AuthorizeAsync(user, PolicyOf(address))).Succeeded, address);
        }

        foreach (var (address, _, _, policy) in NavMenu.Pages)
        {
            Assert.Equal(PolicyOf(address), policy);
            Assert.Equal((await policies.AuthorizeAsync(user, policy)).Succeeded, palette.Contains(address));
        }

        Assert.Equal(everything, NavMenu.Pages.All(page => palette.Contains(page.Address)));
    }

    // The page that an address opens: as many parts, and each the same or a parameter.
    private static string PolicyOf(string address)
    {
        var parts = address.Split('?')[0].Split('/');
        var page = Assert.Single(typeof(App).Assembly.GetTypes(), type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Any(route =>
            route.Template.Split('/') is var pattern && pattern.Length == parts.Length
            && pattern.Zip(parts).All(pair => pair.First == pair.Second || pair.First.StartsWith('{') && !Literal(pattern, parts))));

        return page.GetCustomAttribute<AuthorizeAttribute>()!.Policy!;
    }

    // Where a page has these very words, a parameter doesn't stand for them.
    private static bool Literal(string[] pattern, string[] parts) => typeof(App).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false))
        .Any(route => route.Template == string.Join('/', parts) && route.Template != string.Join('/', pattern));

    [Theory]
    [InlineData("executive")]
    [InlineData("helpdesk")]
    public async Task Nobody_else_finds_steps_and_tasks(string persona) =>
        Assert.DoesNotContain(await Palette(persona).PagesAndTasksAsync(), entry => entry.Kind != "Page");

    [Theory]
    [InlineData("admin", true)]
    [InlineData("helpdesk", true)]
    [InlineData("executive", false)]
    [InlineData("norole", false)]
    public async Task People_are_found_by_those_who_may_look_them_up(string persona, bool may)
    {
        await Scans.CompleteAsync(Somebody("a/b", "Søren Kjær", "soren@contoso.example"), Somebody("c", "Ana Lima", "ana@contoso.example"));

        var found = await Palette(persona).PeopleAsync("soren", TestContext.Current.CancellationToken);

        Assert.Equal(may ? [new("Person", "Søren Kjær", "soren@contoso.example", "/help-desk/a%2Fb")] : [], found.AsEnumerable());
    }

    [Fact]
    public async Task Before_the_first_snapshot_there_are_no_people_to_find() =>
        Assert.Empty(await Palette("admin").PeopleAsync("soren", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Where_more_people_fit_than_are_shown_the_list_of_all_is_an_entry()
    {
        await Scans.CompleteAsync([.. Enumerable.Range(0, 20).Select(number => Somebody($"{number}", $"Ana {number}", $"ana{number}@contoso.example"))]);

        var found = await Palette("helpdesk").PeopleAsync("ana ", TestContext.Current.CancellationToken);

        Assert.Equal(new("People", "All 20 people", "Open the list", "/help-desk?text=ana"), found[^1]);
        Assert.Equal(7, found.Length);
    }

    private PaletteIndex Palette(string persona) => new(
        PlaybookLibrary.Mesh,
        Services.GetRequiredService<CurrentSnapshot>(),
        Services.GetRequiredService<PeopleLookup>(),
        new SignedIn(Persona.All.Single(one => one.Id == persona).ToPrincipal("test")),
        new ServiceCollection().AddLogging().AddPolicies().BuildServiceProvider().GetRequiredService<IAuthorizationService>());

    private static UserFacts Somebody(string id, string name, string mail) => new() { Id = id, DisplayName = name, Mail = mail };

    private sealed class SignedIn(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(user));
    }
}
