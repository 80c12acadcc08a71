using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Lists of people over HTTP: each line finds whom a plain look through everybody finds, with that person's verdicts.</summary>
public sealed class ListTests
{
    private static readonly string[] Somebody = ["somebody@contoso.example"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("messy")]
    public async Task Every_line_is_answered_as_a_look_through_everybody_answers_it(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 500 --scenario {scenario}");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var desk = await portal.SignInAsync("helpdesk");
        var everybody = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1000", Cancelled)).GetProperty("people").EnumerateArray().ToList();
        string[] lines =
        [
            .. everybody.Where((_, index) => index % 3 == 0).Select(person => person.Text("id")!.ToUpperInvariant()),
            .. everybody.Where((_, index) => index % 3 == 1).Select(person => person.Text("userPrincipalName")).OfType<string>().Select(name => name.ToUpperInvariant()),
            .. everybody.Where((_, index) => index % 5 == 2).Select(person => person.Text("mail")).OfType<string>(),
            .. everybody.Where((_, index) => index % 7 == 2).Select(person => person.Text("displayName")).OfType<string>(),
            "nobody@elsewhere.example", "Nobody Of This Name", Guid.NewGuid().ToString(), "=SUM(A1)", "\"quoted\" OR *",
        ];
        lines = [.. lines.Select(line => line.Trim()).Where(line => line.Length is > 0 and < 300).Distinct(StringComparer.OrdinalIgnoreCase)];

        using var answer = await desk.PostAsJsonAsync("/api/v1/eligibility/bulk", new { people = lines }, Cancelled);

        var answered = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal(lines, answered.Select(line => line.Text("line")));
        Assert.All(answered, line => Assert.Equal(
            everybody.Count(person => Names(line.Text("line")!, person)), line.GetProperty("total").GetInt32()));
        Assert.Contains(answered, line => line.GetProperty("total").GetInt32() == 0);

        // The verdicts are those of the person's own page, which explains them from the stored facts one by one.
        foreach (var row in answered.SelectMany(line => line.GetProperty("people").EnumerateArray()).DistinctBy(row => row.GetProperty("person").Text("id")).Take(60))
        {
            var own = await desk.GetFromJsonAsync<JsonElement>($"/api/v1/people/{row.GetProperty("person").Text("id")}", Cancelled);
            Assert.Equal(
                own.GetProperty("experiences").EnumerateArray().Select(verdict => (verdict.Text("experienceId"), verdict.Text("verdict"))),
                row.GetProperty("verdicts").EnumerateArray().Select(verdict => (verdict.Text("experience"), verdict.Text("verdict"))));
        }
    }

    [Fact]
    public async Task The_spreadsheet_has_a_row_for_each_line_and_nothing_in_it_is_a_formula()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var desk = await portal.SignInAsync("helpdesk");
        var first = (await desk.GetFromJsonAsync<JsonElement>("/api/v1/people?take=1", Cancelled)).GetProperty("people")[0];

        using var answer = await desk.PostAsJsonAsync("/api/v1/eligibility/bulk.csv", new { people = new[] { first.Text("userPrincipalName"), "=HYPERLINK(1)", "@x" } }, Cancelled);

        var lines = (await answer.Content.ReadAsStringAsync(Cancelled)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(4, lines.Length);
        Assert.Contains(first.Text("id")!, lines[1], StringComparison.Ordinal);
        Assert.Contains("not found", lines[2], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.TrimStart('"')[0] is '=' or '@' or '+');
    }

    [Fact]
    public async Task Bad_lists_are_refused_with_one_sentence_and_only_good_ones_are_audited_without_names()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 30");
        await using var portal = await Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
        var (desk, admin) = (await portal.SignInAsync("helpdesk"), await portal.SignInAsync("admin"));

        (object? Body, string Sentence)[] wrong =
        [
            (new { }, "The body must be"),
            (new { people = Array.Empty<string>() }, "The list is empty."),
            (new { people = Enumerable.Range(0, 10_001).Select(number => $"{number}") }, "The list names 10001 people; up to 10000"),
            (new { people = new[] { new string('x', 500) } }, "Line 1 has 500 characters"),
        ];

        foreach (var (body, sentence) in wrong)
        {
            using var refused = await desk.PostAsJsonAsync("/api/v1/eligibility/bulk", body, Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.StartsWith(sentence, (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail"), StringComparison.Ordinal);
        }

        using var good = await desk.PostAsJsonAsync("/api/v1/eligibility/bulk", new { people = Somebody }, Cancelled);
        using var executive = await (await portal.SignInAsync("executive")).PostAsJsonAsync("/api/v1/eligibility/bulk", new { people = Somebody }, Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, executive.StatusCode);
        var line = Assert.Single((await admin.GetFromJsonAsync<JsonElement>("/api/v1/audit?action=people.", Cancelled)).EnumerateArray());
        Assert.Equal("1 line, 0 of them found.", line.Text("detail"));
        Assert.DoesNotContain("somebody", line.ToString(), StringComparison.Ordinal);
    }

    // As a person would check it by hand.
    private static bool Names(string line, JsonElement person) =>
        Same(line, person.Text("id")) || (line.Contains('@', StringComparison.Ordinal)
            ? Same(line, person.Text("userPrincipalName")) || Same(line, person.Text("mail"))
            : Plain(line) == Plain(person.Text("displayName") ?? ""));

    private static bool Same(string line, string? text) => string.Equals(line, text, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(letter => System.Globalization.CharUnicodeInfo.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.NonSpacingMark))
        .ToLowerInvariant().Trim();
}
