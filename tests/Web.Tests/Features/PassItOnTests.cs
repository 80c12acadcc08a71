using Bunit;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Tests.Given;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>The words to pass on: which, in which language, and how they get onto the clipboard.</summary>
public sealed class PassItOnTests : PortalTest
{
    private const string Module = "./js/app.js";

    private static readonly Guid SnapshotId = new("0198c5a1-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset ReadAt = new(2025, 6, 1, 8, 12, 33, TimeSpan.Zero);

    [Fact]
    public void It_opens_with_the_first_thing_that_isnt_ready()
    {
        var part = Open(Kari);

        Assert.Contains("Unfortunately, you can't use the Mesh app on your PC yet.", Message(part), StringComparison.Ordinal);
        Assert.Contains("Experience: Mesh app on PC (mesh-pc)", Note(part), StringComparison.Ordinal);
        Assert.Contains($"Snapshot: {SnapshotId}", Note(part), StringComparison.Ordinal);
        Assert.Contains("Page: http://localhost/help-desk/kari%2Fid", Note(part), StringComparison.Ordinal);
    }

    [Fact]
    public void When_nothing_is_missing_it_opens_with_everything()
    {
        var part = Open(Kari with { Experiences = [Kari.Experiences[0]] });

        Assert.Contains("Good news: everything is set up for you.", Message(part), StringComparison.Ordinal);
        Assert.Equal("everything", part.Find("#pass-topic option[selected]").GetAttribute("value"));
    }

    [Fact]
    public void Another_topic_changes_both_texts()
    {
        var part = Open(Kari);

        part.Find("#pass-topic").Change("action:create-event");

        Assert.Contains("you can't create Mesh events yet", Message(part), StringComparison.Ordinal);
        Assert.Contains("Action: Create an event (create-event)", Note(part), StringComparison.Ordinal);
        part.Find("#pass-topic").Change("everything");
        Assert.Contains("You can already:\n- appear as an avatar in Teams meetings", Message(part), StringComparison.Ordinal);
        Assert.Contains("Avatars in Teams (avatars)", Note(part), StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_is_the_one_that_was_chosen_last_and_a_new_choice_is_remembered()
    {
        var module = Browser(remembered: "de");
        var part = Open(Kari);
        Assert.StartsWith("Guten Tag Kari Nordmann,", Message(part), StringComparison.Ordinal);
        Assert.Equal("de", part.Find("#pass-message").GetAttribute("lang"));

        part.Find("input[value=en]").Change("en");

        Assert.StartsWith("Hello Kari Nordmann,", Message(part), StringComparison.Ordinal);
        Assert.Equal([PassItOn.LanguageChoice, "en"], module.VerifyInvoke("remember").Arguments);
    }

    [Fact]
    public void A_language_that_is_no_longer_there_gives_english()
    {
        Browser(remembered: "tlh");

        Assert.StartsWith("Hello Kari Nordmann,", Message(Open(Kari)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_copies_what_stands_below_it_and_says_so()
    {
        var module = Browser();
        module.Setup<bool>("copyFrom", "#pass-note").SetResult(true);
        var part = Open(Kari);

        part.FindAll("button")[1].Click();

        Assert.Equal("Copied the note.", part.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Where_the_clipboard_isnt_lent_the_text_is_selected_and_the_visitor_is_told()
    {
        var part = Open(Kari);

        await part.InvokeAsync(() => part.Instance.OnCopied(PassItOn.MessageKey, false));

        Assert.Equal("The browser doesn't lend its clipboard here. The message is selected: copy it with Ctrl+C.", part.Find("[role=status]").TextContent);
    }

    [Fact]
    public void The_keys_are_named_once_they_work_and_no_longer_heard_when_the_visitor_leaves()
    {
        var part = Open(Kari);

        Assert.Equal(["c", "n"], part.FindAll("button").Select(button => button.GetAttribute("aria-keyshortcuts")));
        var keys = JSInterop.Invocations["onCopyKeys"].Single().Arguments[1];
        Assert.Equal(new Dictionary<string, string> { ["c"] = "#pass-message", ["n"] = "#pass-note" }, keys);
    }

    [Fact]
    public void Another_person_begins_anew()
    {
        var part = Open(Kari);
        part.Find("#pass-topic").Change("everything");

        part.Render(parameters => parameters.Add(one => one.Person, Kari with { User = Kari.User with { Id = "ola", DisplayName = "Ola Nordmann" } }));

        Assert.StartsWith("Hello Ola Nordmann,\n\nUnfortunately, you can't use the Mesh app", Message(part), StringComparison.Ordinal);
    }

    private static readonly Reason NoMesh = new("mesh:missing", Verdict.NotReady, "No assigned licence carries the Microsoft Mesh plan.", "Assign one.", "License Administrator");

    private static readonly PersonEligibility Kari = new(
        new() { Id = "kari/id", DisplayName = "Kari Nordmann", UserType = UserType.Member },
        [
            new("avatars", Verdict.Ready, [new("avatars:on", Verdict.Ready, "Avatars for Teams is on.")]),
            new("mesh-quest", Verdict.Unknown, [new("not-evaluated:mesh-quest", Verdict.Unknown, "Not evaluated.")]),
            new("mesh-pc", Verdict.NotReady, [NoMesh]),
        ],
        [new("create-event", Verdict.NotReady, [new("mailbox:missing", Verdict.NotReady, "No assigned licence carries a mailbox with calendar.")])]);

    private static string Message(IRenderedComponent<PassItOn> part) => part.Find("#pass-message").TextContent;

    private static string Note(IRenderedComponent<PassItOn> part) => part.Find("#pass-note").TextContent;

    private BunitJSModuleInterop Browser(string? remembered = null)
    {
        var module = JSInterop.SetupModule(Module);
        module.Mode = JSRuntimeMode.Loose;
        module.Setup<string?>("remembered", PassItOn.LanguageChoice).SetResult(remembered);
        return module;
    }

    private IRenderedComponent<PassItOn> Open(PersonEligibility person) => Render<PassItOn>(part => part
        .Add(one => one.Person, person).Add(one => one.ReadAt, ReadAt).Add(one => one.SnapshotId, SnapshotId));
}
