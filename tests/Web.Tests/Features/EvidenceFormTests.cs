using AngleSharp.Dom;
using Bunit;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Imports;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Tests.Given;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>Files and exports on the task page: looked at first, then handed in.</summary>
public sealed class EvidenceFormTests : PortalTest
{
    private const string Hardware = "s2-hardware-minimum", Sponsor = "s1-exec-sponsor";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];

    public EvidenceFormTests()
    {
        Services.AddSingleton(provider => PlaybookShelf.With(provider.GetRequiredService<Core.Playbooks.Playbook>(), Playbooks.PlaybookLibrary.All));
        SignInAdmin();
    }

    private static CancellationToken Cancelled => Xunit.TestContext.Current.CancellationToken;

    private RolloutDesk Desk => Services.GetRequiredService<RolloutDesk>();

    [Fact]
    public async Task A_file_is_handed_in_once_it_was_seen_and_can_be_undone()
    {
        var (page, bar) = (await OpenAsync(Sponsor), Render<UndoBar>());

        Choose(page, "<b>mail.png", Png);
        page.WaitForAssertion(() => Assert.Contains("<b>mail.png", Chosen(page).TextContent, StringComparison.Ordinal));
        Assert.Empty((await WorkAsync(Sponsor)).Evidence);
        await Button(page, "Hand in").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Done", page.Find("[aria-labelledby=proof] .badge").TextContent));
        var item = page.Find("[aria-labelledby=evidence] li");
        var hash = item.QuerySelector("code")!;
        Assert.Contains("PNG image", item.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{Png.Length} bytes", item.TextContent, StringComparison.Ordinal);
        Assert.Equal(64, hash.GetAttribute("title")!.Length);
        Assert.StartsWith(hash.TextContent.TrimEnd('…'), hash.GetAttribute("title"), StringComparison.Ordinal);
        Assert.EndsWith("/file", item.QuerySelector("a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("handed in a file", page.Find("[aria-labelledby=history]").TextContent, StringComparison.Ordinal);

        await Button(bar, "Undo").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Open", page.Find("[aria-labelledby=proof] .badge").TextContent));
        Assert.Empty(page.FindAll("[aria-labelledby=evidence] li"));
    }

    [Fact]
    public async Task A_file_that_lies_is_refused_at_the_field_and_another_can_be_chosen()
    {
        var page = await OpenAsync(Sponsor);

        Choose(page, "mail.pdf", Png);
        page.WaitForAssertion(() => Assert.StartsWith(
            "mail.pdf is named as a PDF document, and its content is a PNG image.", page.Find("[aria-labelledby=evidence] .refused").TextContent.Trim(), StringComparison.Ordinal));
        Choose(page, "mail.png", Png);

        page.WaitForAssertion(() => Assert.NotNull(Chosen(page)));
        Assert.Empty(page.FindAll("[aria-labelledby=evidence] .refused"));
        await Button(page, "Choose another").ClickAsync(new());
        Assert.NotNull(page.Find("#evidence-file"));
        Assert.Empty((await WorkAsync(Sponsor)).Evidence);
    }

    [Fact]
    public async Task An_export_shows_its_answer_before_it_is_stored_and_then_fails_its_task()
    {
        var page = await OpenAsync(Hardware);

        Choose(page, "device-inventory.csv", ImportGuide.Sample("device-inventory.csv")!);
        page.WaitForAssertion(() => Assert.Contains("1 computer of 4 has less than 4 cores and 8 GB.", Chosen(page).TextContent, StringComparison.Ordinal));
        Assert.Contains("It isn't stored yet.", Chosen(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("PC-LDZ-0019", Chosen(page).TextContent, StringComparison.Ordinal);
        Assert.Empty((await WorkAsync(Hardware)).Evidence);
        await Button(page, "Hand in").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("1 computer of 4", page.Find("[aria-labelledby=proof]").TextContent, StringComparison.Ordinal));
        Assert.Equal(EvidenceSource.Import, Assert.Single((await WorkAsync(Hardware)).Evidence).Source);
        Assert.Contains("Says that it isn't done", page.Find("[aria-labelledby=evidence] li").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("section[aria-label='The file that you chose']"));
    }

    [Fact]
    public async Task An_export_that_can_not_be_read_can_be_handed_in_as_a_file()
    {
        var page = await OpenAsync(Hardware);

        Choose(page, "list.csv", "Name;Model\nPC;M\n"u8.ToArray());
        page.WaitForAssertion(() => Assert.Contains("the columns Processor cores, Memory (GB) are missing", Chosen(page).TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Trim() == "Hand in");
        await Button(page, "Hand in as a file, without an answer").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("A file", page.Find("[aria-labelledby=evidence] li p").TextContent.Split(" · ")[1]));
    }

    [Fact]
    public async Task Who_was_overtaken_while_looking_at_a_file_chooses_and_the_file_is_stored_once()
    {
        var page = await OpenAsync(Sponsor);
        Choose(page, "mail.png", Png);
        page.WaitForAssertion(() => Assert.NotNull(Chosen(page)));
        var view = (await Desk.OpenAsync(null, Cancelled)).Value;
        var other = new Core.Scanning.Actor("2", "Henrik Solberg");
        Assert.True((await Desk.EditAsync(new(view.Rollout.Id, Sponsor, 0), "assigned", (work, _) => TaskEdit.Assign(work, other), other, Cancelled)).Succeeded);

        await Button(page, "Hand in").ClickAsync(new());
        page.WaitForElement(".conflict");
        await Button(page, "Use mine").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".conflict")));
        var work = await WorkAsync(Sponsor);
        Assert.Equal((other, "mail.png"), (work.Owner, Assert.Single(work.Evidence).Words));
    }

    [Fact]
    public async Task A_task_that_takes_an_export_says_how_to_make_it()
    {
        var page = await OpenAsync("s4-feedback-policy");
        var guide = ImportGuide.All[Core.Playbooks.ImportKind.TeamsFeedbackPolicies];

        Assert.Equal(guide.Command, page.Find("[aria-labelledby=evidence] pre").TextContent);
        Assert.Equal(guide.Samples, page.FindAll("[aria-labelledby=evidence] details a").Select(link => link.TextContent));
        Assert.Empty((await OpenAsync(Sponsor)).FindAll("[aria-labelledby=evidence] pre"));
    }

    private async Task<IRenderedComponent<TaskPage>> OpenAsync(string task)
    {
        if ((await Desk.ListAsync(Cancelled)).IsEmpty)
        {
            await Scans.CompleteAsync();
            await Desk.PrepareAsync(Cancelled);
        }

        return Render<TaskPage>(page => page.Add(one => one.Id, task));
    }

    private static void Choose(IRenderedComponent<TaskPage> page, string name, byte[] content) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(content, name));

    private static IElement Chosen(IRenderedComponent<TaskPage> page) => page.Find("section[aria-label='The file that you chose']");

    private async Task<TaskWork> WorkAsync(string task) => (await Desk.OpenAsync(null, Cancelled)).Value.Standing.Find(task)!.Work;

    private static IElement Button<T>(IRenderedComponent<T> part, string text)
        where T : IComponent => part.FindAll("button").First(button => button.TextContent.Trim() == text);
}
