using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.Data.Sqlite;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Coverage by group, against a plain recount of the stored rows and against what the tenant counts itself.</summary>
public sealed class CoverageTests
{
    // Everybody whom readers see, with what they hold and what was decided about their like.
    private const string People =
        """
        FROM CurrentSnapshot c JOIN Snapshots s ON s.Id = c.SnapshotId
        JOIN People p ON p.Key >> 32 = s.Roster AND p.Since <= s.Number AND p.Until > s.Number
        JOIN Profiles r ON r.Id = p.ProfileId
        JOIN SnapshotProfiles f ON f.SnapshotId = s.Id AND f.ProfileId = p.ProfileId
        """;

    private static readonly (string Dimension, string Sql)[] Recounts =
    [
        ("department", $"SELECT COALESCE(l.Text, '') AS Value, f.Footprint AS Footprint, s.Id AS SnapshotId {People} LEFT JOIN Labels l ON l.Id = p.DepartmentId"),
        ("country", $"SELECT COALESCE(l.Text, '') AS Value, f.Footprint AS Footprint, s.Id AS SnapshotId {People} LEFT JOIN Labels l ON l.Id = p.CountryId"),
        ("office", $"SELECT COALESCE(l.Text, '') AS Value, f.Footprint AS Footprint, s.Id AS SnapshotId {People} LEFT JOIN Labels l ON l.Id = p.OfficeLocationId"),
        ("userType", $"SELECT COALESCE(r.UserType, '') AS Value, f.Footprint AS Footprint, s.Id AS SnapshotId {People}"),
        ("product", $"SELECT hex(h.SkuId) AS Value, f.Footprint AS Footprint, s.Id AS SnapshotId {People} JOIN HoldingsSkus h ON h.HoldingsId = r.HoldingsId"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso")]
    [InlineData("half-licensed")]
    [InlineData("messy")]
    public async Task It_is_what_a_plain_recount_of_the_stored_rows_gives_also_after_changes(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 900 --scenario {scenario}");
        await using var portal = await ScannedAsync(tenant);
        var admin = await portal.SignInAsync("admin");
        await CompareAsync(portal, admin);

        foreach (var change in new[] { "new-hire?count=7", "leaver?count=5", "assign?count=6", "disable?count=4" })
        {
            Assert.Equal(HttpStatusCode.OK, (await tenant.PostAsync($"/_tenant/changes/{change}")).Status);
        }

        using var asked = await admin.PostAsJsonAsync("/api/v1/scans", new { kind = "incremental" }, Cancelled);
        var scan = await portal.ScanEndedAsync(2);
        Assert.Equal((ScanState.Complete, ScanKind.Incremental), (scan.State, scan.Kind));
        await CompareAsync(portal, admin);
        await IsWhatTheTenantCountsAsync(tenant, admin);
    }

    [Theory]
    [InlineData("healthy")]
    [InlineData("quest-blocked")]
    [InlineData("consent-missing")]
    [InlineData("government")]
    [InlineData("education")]
    [InlineData("empty")]
    public async Task In_every_other_scenario_it_is_the_recount_and_what_the_tenant_counts(string scenario)
    {
        await using var tenant = await RunningTenant.StartAsync($"--people 300 --scenario {scenario}");
        await using var portal = await ScannedAsync(tenant);
        var admin = await portal.SignInAsync("admin");

        await CompareAsync(portal, admin);
        await IsWhatTheTenantCountsAsync(tenant, admin);
    }

    private static async Task IsWhatTheTenantCountsAsync(RunningTenant tenant, HttpClient admin)
    {
        var expected = await tenant.ReadAsync("/_tenant/expected");

        foreach (var (dimension, list) in new[] { ("department", "departments"), ("country", "countries"), ("office", "offices") })
        {
            var own = expected.GetProperty(list).EnumerateArray()
                .GroupBy(one => (one.Text(dimension) ?? "").Trim())
                .Select(group => $"{dimension} {group.Key}: {group.Sum(one => one.Number("people"))}")
                .Order(StringComparer.Ordinal);

            Assert.Equal(own, (await GroupsAsync(admin, dimension)).Select(group => $"{dimension} {group.Text("value")}: {group.Number("people")}").Order(StringComparer.Ordinal));
        }
    }

    private static async Task CompareAsync(Portal portal, HttpClient admin)
    {
        using var database = new SqliteConnection($"Data Source={portal.DatabaseFile};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync(Cancelled);

        foreach (var (dimension, people) in Recounts)
        {
            var recount = await RowsAsync(database,
                $"""
                SELECT q.Value || ' ' || v.ExperienceId || ' ' || v.Verdict, COUNT(*)
                FROM ({people}) q
                JOIN FootprintVerdicts v ON v.SnapshotId = q.SnapshotId AND v.Footprint = q.Footprint
                GROUP BY 1
                """);
            var told = (await GroupsAsync(admin, dimension)).SelectMany(group => group.GetProperty("experiences").EnumerateArray().SelectMany(one =>
                one.GetProperty("counts").EnumerateObject()
                    .Where(count => count.Name is "ready" or "notReady" or "unknown" or "notApplicable" && count.Value.GetInt32() > 0)
                    .Select(count => $"{group.Text("value")} {one.Text("experienceId")} {Capital(count.Name)}: {count.Value.GetInt32()}")));

            Assert.True(recount.Count > 0 || (await RowsAsync(database, "SELECT 'people', 1 FROM SnapshotProfiles LIMIT 1")).Count == 0);
            Assert.Equal(recount.Select(row => dimension == "product" ? Guid.ParseExact(row[..32], "N") + row[32..] : row).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        }
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var rows = new List<string>();

        while (await reader.ReadAsync(Cancelled))
        {
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)}: {reader.GetInt32(1)}"));
        }

        return rows;
    }

    private static async Task<IEnumerable<JsonElement>> GroupsAsync(HttpClient visitor, string dimension) =>
        (await visitor.GetFromJsonAsync<JsonElement>($"/api/v1/snapshot/breakdown?dimension={dimension}", Cancelled)).GetProperty("groups").EnumerateArray();

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static Task<Portal> ScannedAsync(RunningTenant tenant) => Portal.StartScannedAsync(new(tenant.Http.BaseAddress!, "v1.0"));
}
