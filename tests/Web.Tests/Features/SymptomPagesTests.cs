using Bunit;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>From what somebody sees to what to do: for one person, and as a list to read.</summary>
public sealed class SymptomPagesTests : PortalTest
{
    private static readonly DateTimeOffset ReadAt = new(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly PersonEligibility Kari = new(
        new() { Id = "kari", UserType = UserType.Member },
        [new("immersive-spaces", Verdict.NotReady, [new("immersive:missing", Verdict.NotReady, "No assigned licence carries immersive spaces for Teams."), new("teams:on", Verdict.Ready, "Microsoft Teams is on.")])],
        []);

    [Fact]
    public void While_typing_the_answer_for_this_person_stands_there()
    {
        SignInHelpDesk();
        var card = Render<SymptomCard>(part => part.Add(one => one.Person, Kari).Add(one => one.ReadAt, ReadAt));
        Assert.Empty(card.FindAll("details"));

        card.Find("input").Input("no 3d view");

        var first = card.Find("details");
        Assert.True(first.HasAttribute("open"));
        Assert.Equal("The 3D view is missing in Teams", first.QuerySelector("strong")!.TextContent);
        var causes = first.QuerySelectorAll("li").Select(cause => cause.TextContent).ToList();
        Assert.Contains("Likely", causes[0], StringComparison.Ordinal);
        Assert.Contains("No assigned licence carries immersive spaces for Teams.", causes[0], StringComparison.Ordinal);
        Assert.Contains("Who. Licensing", causes[0], StringComparison.Ordinal);
        Assert.Contains("Ruled out", causes[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("What to do", causes[^1], StringComparison.Ordinal);
        card.Find("input").Input("");
        Assert.Empty(card.FindAll("details"));
    }

    [Fact]
    public void A_code_that_nobody_knows_leads_to_microsoft()
    {
        var card = Render<SymptomCard>(part => part.Add(one => one.Person, Kari).Add(one => one.ReadAt, ReadAt));

        card.Find("input").Input("AADSTS99999");

        Assert.Equal("https://login.microsoftonline.com/error?code=99999", card.FindAll("a").Single(link => link.TextContent == "Microsoft explains it").GetAttribute("href"));
    }

    [Fact]
    public void Tasks_are_links_for_admins_and_words_for_the_help_desk()
    {
        var symptom = SymptomTable.Shipped.Single(one => one.Id == "space-full");
        SignInHelpDesk();
        var desk = Render<SymptomView>(view => view.Add(one => one.Symptom, symptom));

        Assert.Empty(desk.FindAll("a[href^='/rollout']"));
        var title = Services.GetRequiredService<Core.Playbooks.Playbook>().Tasks.Single(task => task.Id == "s6-capacity-plan").Title;
        Assert.Contains($"In the rollout. {title}", desk.Find("li").TextContent, StringComparison.Ordinal);
        SignInAdmin();
        Assert.Equal(title, Render<SymptomView>(view => view.Add(one => one.Symptom, symptom)).Find("a[href='/rollout/tasks/s6-capacity-plan']").TextContent);
    }

    [Fact]
    public void The_page_lists_all_symptoms_and_those_that_fit_what_the_address_asks()
    {
        SignInHelpDesk();
        var page = Render<SymptomsPage>();
        Assert.Equal(SymptomTable.Shipped.Select(symptom => symptom.Title), page.FindAll("summary strong").Select(title => title.TextContent));
        Assert.DoesNotContain("Possible", page.Markup, StringComparison.Ordinal);

        page.Find("input").Input("AADSTS50199");

        Assert.Equal("http://localhost/help-desk/symptoms?text=AADSTS50199", Services.GetRequiredService<NavigationManager>().Uri.Replace("http://localhost/?", "http://localhost/help-desk/symptoms?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_with_a_code_shows_its_symptom_open()
    {
        SignInHelpDesk();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/help-desk/symptoms?text=AADSTS50199");

        var page = Render<SymptomsPage>();

        Assert.Equal("Sign-in on a Quest headset is refused", Assert.Single(page.FindAll("summary strong")).TextContent);
        Assert.True(page.Find("details").HasAttribute("open"));
        Assert.Equal("AADSTS50199", page.Find("input").GetAttribute("value"));
        Assert.Equal("1 symptom fits.", page.Find("[role=status]").TextContent);
    }
}
