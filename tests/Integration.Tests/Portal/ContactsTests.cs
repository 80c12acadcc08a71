using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>The contacts of a rollout over HTTP: for programs, for spreadsheets, and inside of a rollout's file.</summary>
public sealed class ContactsTests : IAsyncLifetime
{
    private const string Markup = "<script>alert(1)</script>";

    private RunningTenant _tenant = null!;
    private Portal _portal = null!;
    private HttpClient _admin = null!;
    private string _rollout = "";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenant = await RunningTenant.StartAsync("--people 20");
        _portal = await Portal.StartScannedAsync(new(_tenant.Http.BaseAddress!, "v1.0"));
        _admin = await _portal.SignInAsync("admin");
        _rollout = Assert.Single((await _admin.GetFromJsonAsync<JsonElement>("/api/v1/rollouts", Cancelled)).EnumerateArray()).Text("id")!;
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task Every_contact_of_the_playbook_is_there_before_anybody_was_asked()
    {
        var contacts = await ContactsAsync(_rollout);

        Assert.Equal(22, contacts.Count);
        Assert.All(contacts, contact =>
        {
            Assert.Equal(("notAsked", 0), (contact.Text("state"), contact.Number("version")));
            Assert.NotEqual("", contact.Text("needed"));
            Assert.Subset(Ids(contact, "tasks").ToHashSet(), Ids(contact, "openTasks").ToHashSet());
        });
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"/api/v1/rollouts/{Guid.NewGuid()}/contacts", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _admin.GetAsync($"/api/v1/rollouts/{Guid.NewGuid()}/raci.csv", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task What_was_asked_comes_with_a_rollouts_file_and_is_never_a_formula()
    {
        using var taken = await ImportAsync(Contact("network", "Refused", $"=HYPERLINK(\"http://x\") {Markup}", "+1, never"));
        Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        var rollout = (await taken.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("id")!;

        var network = (await ContactsAsync(rollout)).Single(contact => contact.Text("id") == "network");
        var csv = await CsvAsync($"/api/v1/rollouts/{rollout}/contacts.csv");

        Assert.Equal(("refused", "+1, never", Markup), (network.Text("state"), network.Text("answer"), network.GetProperty("person").Text("name")));
        Assert.Contains($"'=HYPERLINK(\"\"http://x\"\") {Markup}", csv, StringComparison.Ordinal);
        Assert.Contains("'+1, never", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_are_a_table_of_tasks_by_contacts()
    {
        var lines = (await CsvAsync($"/api/v1/rollouts/{_rollout}/raci.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var steps = (await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/rollout/steps?rollout={_rollout}", Cancelled)).EnumerateArray()
            .SelectMany(step => step.GetProperty("tasks").EnumerateArray()).Where(task => task.Text("state") != "notApplicable").Select(task => task.Text("id"));

        Assert.StartsWith("Step,Id,Task,State,Accountable,Own team,Teams apps managers,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(steps, lines.Skip(1).Select(line => line.Split(',').First(cell => cell.Length > 3 && cell[0] == 's' && char.IsDigit(cell[1]) && cell[2] == '-')));
    }

    [Theory]
    [InlineData("cooks", "Asked", "Please.", null, "has no contact cooks")]
    [InlineData("network", "Granted", "Please.", null, "Say in their words what they granted")]
    [InlineData("network", "Asked", null, null, "Say what they were asked")]
    public async Task A_file_with_a_contact_that_can_not_be_is_refused_whole(string id, string state, string? asked, string? answer, string sentence)
    {
        using var refused = await ImportAsync(Contact(id, state, asked, answer));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(sentence, (await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(1, (await _admin.GetFromJsonAsync<JsonElement>("/api/v1/rollouts", Cancelled)).GetArrayLength());
    }

    private static JsonObject Contact(string id, string state, string? asked, string? answer) => new()
    {
        ["contactId"] = id,
        ["person"] = new JsonObject { ["name"] = Markup, ["mail"] = "zoe@contoso.example", ["objectId"] = null },
        ["state"] = state,
        ["asked"] = asked,
        ["due"] = "2020-01-01",
        ["answer"] = answer,
    };

    private async Task<HttpResponseMessage> ImportAsync(JsonObject contact)
    {
        var document = JsonNode.Parse(await _admin.GetStringAsync($"/api/v1/rollouts/{_rollout}/export", Cancelled))!;
        document["contacts"] = new JsonArray(contact);
        using var body = new StringContent(document.ToJsonString(), Encoding.UTF8, "application/json");
        return await _admin.PostAsync("/api/v1/rollouts/import", body, Cancelled);
    }

    private async Task<List<JsonElement>> ContactsAsync(string rollout) =>
        [.. (await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/rollouts/{rollout}/contacts", Cancelled)).EnumerateArray()];

    private async Task<string> CsvAsync(string path)
    {
        using var answer = await _admin.GetAsync(path, Cancelled);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }

    private static IEnumerable<string?> Ids(JsonElement contact, string property) => contact.GetProperty(property).EnumerateArray().Select(id => id.GetString());
}
