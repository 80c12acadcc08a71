using System.Text;
using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>Files and exports on a task's page, in a real browser.</summary>
public sealed class EvidenceTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private static readonly byte[] Inventory = Encoding.UTF8.GetBytes("Device name;Model;Processor cores;Memory (GB)\r\n<b>PC</b>;=1+1;2;8\r\nPC-2;Slate;8;16\r\n");

    [Fact]
    public async Task An_export_is_seen_first_then_handed_in_and_downloaded_as_it_was()
    {
        var visitor = await SignInAsync(Admin, "/rollout/tasks/s2-hardware-minimum");
        var evidence = visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Evidence from people" });
        var field = visitor.Page.GetByLabel("Hand in an export or a file");

        await field.SetInputFilesAsync(new FilePayload { Name = "inventory.pdf", MimeType = "application/pdf", Buffer = Inventory });
        await Expect(evidence.GetByRole(AriaRole.Alert)).ToContainTextAsync("inventory.pdf is named as a PDF document, and its content is plain text");

        await field.SetInputFilesAsync(new FilePayload { Name = "inventory.csv", MimeType = "text/csv", Buffer = Inventory });
        await Expect(evidence).ToContainTextAsync("1 computer of 2 has less than 4 cores and 8 GB.");
        await Expect(evidence).ToContainTextAsync("<b>PC</b>");
        await visitor.Page.GetByText("How to export a device inventory").ClickAsync();
        await visitor.Page.AssertAccessibleAsync();
        await evidence.GetByRole(AriaRole.Button, new() { Name = "Hand in", Exact = true }).ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "How it stands" })).ToContainTextAsync("1 computer of 2 has less than 4 cores and 8 GB.");
        await visitor.Page.AssertAccessibleAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Download inventory.csv" }).ClickAsync());
        Assert.Equal("inventory.csv", download.SuggestedFilename);
        Assert.Equal(Inventory, await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Expect(evidence).ToContainTextAsync("Nobody has handed anything in.");
    }

    [Fact]
    public async Task A_large_file_arrives_whole()
    {
        var visitor = await SignInAsync(Admin, "/rollout/tasks/s1-exec-sponsor");
        var large = Encoding.ASCII.GetBytes(new string('a', 10 * 1024 * 1024));

        await visitor.Page.GetByLabel("Hand in a file").SetInputFilesAsync(new FilePayload { Name = "large.txt", MimeType = "text/plain", Buffer = large });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hand in", Exact = true }).ClickAsync(new() { Timeout = 60_000 });

        await Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "How it stands" })).ToContainTextAsync("large.txt");
    }
}
