using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeshReadiness.Imports;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Files and exports as evidence, over HTTP.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private const string Hardware = "s2-hardware-minimum";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];

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
        _rollout = (await _admin.GetFromJsonAsync<JsonElement>("/api/v1/rollouts", Cancelled))[0].Text("id")!;
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _tenant.DisposeAsync();
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_only_as_a_download()
    {
        using var stored = await SendAsync("../Plan \u202Eżółty\".png", Png, version: 0);
        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        var told = await stored.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        using var file = await _admin.GetAsync(stored.Headers.Location, Cancelled);

        Assert.Equal(Png, await file.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal(("Plan żółty'.png", Convert.ToHexStringLower(SHA256.HashData(Png))), (told.Text("name"), told.Text("hash")));
        Assert.Equal("image/png", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "Plan żółty'.png"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("sandbox; default-src 'none'; frame-ancestors 'none'", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("no-store", file.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_audit_record_has_name_size_and_hash_and_not_the_content()
    {
        using var stored = await SendAsync("secret.txt", "the secret words"u8.ToArray(), version: 0);
        var export = await _admin.GetStringAsync("/api/v1/audit/export.jsonl", Cancelled);

        Assert.Contains($"secret.txt, 16 bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData("the secret words"u8))}", export, StringComparison.Ordinal);
        Assert.Contains("task.uploaded", export, StringComparison.Ordinal);
        Assert.DoesNotContain("the secret words", export, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String("the secret words"u8), export, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_gets_one_sentence_and_leaves_nothing_behind()
    {
        var before = Rows();
        (string Name, byte[] Content, string Sentence)[] wrong =
        [
            ("report.pdf", Png, "report.pdf is named as a PDF document, and its content is a PNG image."),
            ("page.txt", "<html><script>alert(1)</script>"u8.ToArray(), "its content is a web page or a drawing"),
            ("tool.exe", "MZ"u8.ToArray(), "its name ends in .exe and its content is a Windows program"),
            ("bomb.xlsx", Bomb(), "bomb.xlsx expands to more than 100 MB, or to more than 200 times its size"),
            ("empty.csv", [], "empty.csv is empty."),
            ("large.txt", Encoding.ASCII.GetBytes(new string('a', 10 * 1024 * 1024 + 1)), "large.txt has 10.0 MB; up to 10 MB can be handed in."),
        ];

        foreach (var (name, content, sentence) in wrong)
        {
            using var answer = await SendAsync(name, content, version: 0);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(sentence, await DetailAsync(answer), StringComparison.Ordinal);
        }

        using var stale = await SendAsync("shot.png", Png, version: 7);
        using var lost = await SendAsync("shot.png", Png, version: 0, task: "s9-nothing");
        using var broken = await SendAsync("device-inventory.csv", "Device name,Model\nPC,M\n"u8.ToArray(), version: 0, form: "import");
        using var unclear = await SendAsync("shot.png", Png, version: 0, form: "picture");
        Assert.Contains("\"as\" must be upload", await DetailAsync(unclear), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (stale.StatusCode, lost.StatusCode, broken.StatusCode));
        Assert.Contains("the columns Processor cores, Memory (GB) are missing", await DetailAsync(broken), StringComparison.Ordinal);
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task A_body_that_doesnt_say_how_long_it_is_is_cut_off_at_the_bound()
    {
        using var content = new StreamContent(new Endless());

        using var answer = await _admin.PostAsync(Address("endless.txt", 0, Hardware, "upload"), content, Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("endless.txt has more than 10 MB", await DetailAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_read_first_and_then_makes_its_task_fail_or_done()
    {
        var weak = ImportGuide.Sample("device-inventory.csv")!;
        var before = Rows();
        using var content = new ByteArrayContent(weak);
        using var read = await _admin.PostAsync($"/api/v1/rollouts/{_rollout}/tasks/{Hardware}/evidence/reading?name=device-inventory.csv", content, Cancelled);
        Assert.Equal("fail", (await read.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("outcome"));
        Assert.Equal(before, Rows());

        using var failed = await SendAsync("device-inventory.csv", weak, version: 0, form: "import");
        Assert.Equal(HttpStatusCode.Created, failed.StatusCode);
        Assert.Equal("1 computer of 4 has less than 4 cores and 8 GB.", (await TaskAsync()).Text("sentence"));

        using var passed = await SendAsync("device-inventory.json", ImportGuide.Sample("device-inventory.json")!, version: 1, form: "import");
        Assert.Equal("done", (await TaskAsync()).Text("state"));
        Assert.Equal("pass", (await passed.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("answer").Text("outcome"));
    }

    [Fact]
    public async Task A_probe_is_as_old_as_it_says()
    {
        using var stored = await SendAsync("network-probe.json", ImportGuide.Sample("network-probe.json")!, version: 0, task: "s6-acs-media-open", form: "import");
        using var document = JsonDocument.Parse(await _admin.GetStringAsync($"/api/v1/rollouts/{_rollout}/export", Cancelled));

        var evidence = document.RootElement.GetProperty("work").EnumerateArray().Single(work => work.Text("taskId") == "s6-acs-media-open").GetProperty("evidence")[0];

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 15, 0, TimeSpan.Zero), evidence.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_rollout_takes_its_files_along()
    {
        using var stored = await SendAsync("device-inventory.csv", ImportGuide.Sample("device-inventory.csv")!, version: 0, form: "import");
        var document = await _admin.GetStringAsync($"/api/v1/rollouts/{_rollout}/export", Cancelled);
        using var content = new StringContent(document, Encoding.UTF8, "application/json");
        using var taken = await _admin.PostAsync("/api/v1/rollouts/import", content, Cancelled);
        var copy = (await taken.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("id");
        using var again = JsonDocument.Parse(await _admin.GetStringAsync($"/api/v1/rollouts/{copy}/export", Cancelled));
        var evidence = again.RootElement.GetProperty("files")[0].Text("evidenceId");

        Assert.Equal(ImportGuide.Sample("device-inventory.csv"), await _admin.GetByteArrayAsync($"/api/v1/rollouts/{copy}/evidence/{evidence}/file", Cancelled));
        using var elsewhere = await _admin.GetAsync($"/api/v1/rollouts/{_rollout}/evidence/{evidence}/file", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    [Theory]
    [InlineData("helpdesk")]
    [InlineData("executive")]
    public async Task Files_are_for_admins_only(string persona)
    {
        using var stored = await SendAsync("shot.png", Png, version: 0);
        var before = Rows();
        var visitor = await _portal.SignInAsync(persona);
        using var content = new ByteArrayContent(Png);

        using var download = await visitor.GetAsync(stored.Headers.Location, Cancelled);
        using var upload = await visitor.PostAsync(Address("shot.png", 1, Hardware, "upload"), content, Cancelled);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (download.StatusCode, upload.StatusCode));
        Assert.Equal(before, Rows());
    }

    [Fact]
    public async Task Samples_can_be_downloaded_by_their_names_and_nothing_else_can()
    {
        using var sample = await _admin.GetAsync("/api/v1/imports/samples/guest-access.json", Cancelled);
        using var other = await _admin.GetAsync("/api/v1/imports/samples/mesh.json", Cancelled);

        Assert.Equal(ImportGuide.Sample("guest-access.json"), await sample.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal("attachment", sample.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string name, byte[] content, int version, string task = Hardware, string form = "upload")
    {
        using var body = new ByteArrayContent(content);
        return await _admin.PostAsync(Address(name, version, task, form), body, Cancelled);
    }

    private Uri Address(string name, int version, string task, string form) =>
        new($"/api/v1/rollouts/{_rollout}/tasks/{task}/evidence?name={Uri.EscapeDataString(name)}&version={version}&as={form}", UriKind.Relative);

    private async Task<JsonElement> TaskAsync() =>
        (await _admin.GetFromJsonAsync<JsonElement>($"/api/v1/rollout/steps?rollout={_rollout}", Cancelled)).EnumerateArray()
            .SelectMany(step => step.GetProperty("tasks").EnumerateArray()).Single(task => task.Text("id") == Hardware);

    private static async Task<string> DetailAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).Text("detail")!;

    // Evidence, files, work and lines of the audit record.
    private (long, long, long, long) Rows()
    {
        using var connection = new SqliteConnection($"Data Source={_portal.DatabaseFile};Pooling=False");
        connection.Open();
        return (Count("Evidence"), Count("EvidenceFiles"), Count("TaskWork"), Count("AuditEntries"));

        long Count(string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM {table}";
            return (long)command.ExecuteScalar()!;
        }
    }

    private static byte[] Bomb()
    {
        using var stream = new MemoryStream();

        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/sheet1.xml").Open();
            entry.Write(new byte[120 * 1024 * 1024]);
        }

        return stream.ToArray();
    }

    private sealed class Endless : Stream
    {
        private long _left = 20 * 1024 * 1024;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
