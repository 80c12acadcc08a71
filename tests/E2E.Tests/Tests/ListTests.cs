using MeshReadiness.E2E.Tests.Given;
using MeshReadiness.E2E.Tests.Visiting;
using Microsoft.Playwright;

namespace MeshReadiness.E2E.Tests.Tests;

/// <summary>The help desk looks a list of people up: pasted, or from a file.</summary>
public sealed class ListTests(Contoso product) : BrowserTest(product), IClassFixture<Contoso>
{
    private const string Field = "Names, mail addresses, sign-in names or object ids";

    [Fact]
    public async Task Ten_thousand_pasted_lines_are_answered_and_come_as_a_spreadsheet()
    {
        var people = await Product.Tenant.PeopleAsync();
        var lines = people.Select(person => person.UserPrincipalName).Concat(Enumerable.Range(1, 10_000 - people.Count).Select(number => $"stranger{number}@elsewhere.example"));
        var visitor = await SignInAsync(HelpDesk, "/help-desk");
        await visitor.Link("Look up a list").ClickAsync();
        // As a paste does it, in one go; filling would type.
        await visitor.Page.GetByLabel(Field).EvaluateAsync("(field, text) => field.value = text", string.Join('\n', lines));

        await visitor.Button("Look up").ClickAsync();

        await Expect(visitor.Text($"{people.Count} of 10,000 lines name somebody.")).ToBeVisibleAsync();
        await visitor.Page.AssertAccessibleAsync();
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
        var rows = await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(10_000 + 1, rows.Length);
        Assert.Equal(10_000 - people.Count, rows.Count(row => row.Contains(",not found,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_with_a_column_of_addresses_leads_to_the_people_and_a_formula_stays_text()
    {
        var people = await Product.Tenant.PeopleAsync(20);
        var visitor = await SignInAsync(HelpDesk, "/help-desk/list", width: 390);
        var csv = "Name,Mail,UserPrincipalName\n" + string.Concat(people.Take(3).Select(person => $"somebody,,{person.UserPrincipalName}\n")) + "x,,\"=HYPERLINK(\"\"http://x\"\")\"\n";

        // Once the page has answered, it also hears of a file that is chosen.
        await visitor.Button("Look up").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The list is empty.");
        await visitor.Page.GetByLabel("Or a file").SetInputFilesAsync(new FilePayload { Name = "pilot.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(csv) });

        await Expect(visitor.Text("3 of 4 lines name somebody.")).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await visitor.Page.GetByLabel("show").SelectOptionAsync("missing");
        await Expect(visitor.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await visitor.Page.GetByLabel("show").SelectOptionAsync("all");
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Button, new() { Name = "CSV", Exact = true }).ClickAsync());
        Assert.DoesNotContain(
            await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken), row => row.StartsWith('=') || row.StartsWith("\"=", StringComparison.Ordinal));
        await visitor.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(visitor.Heading("What works")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_no_list_is_refused_with_one_sentence_and_stays_in_the_field()
    {
        var visitor = await SignInAsync(HelpDesk, "/help-desk/list");
        await visitor.Button("Look up").ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The list is empty.");

        await visitor.Page.GetByLabel(Field).FillAsync(new string('x', 500));
        await visitor.Button("Look up").ClickAsync();

        await Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Line 1 has 500 characters");
        await Expect(visitor.Page.GetByLabel(Field)).ToHaveValueAsync(new string('x', 500));
    }
}
