using MeshReadiness.Integration.Tests.Data;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Where the sources about products differ, and a newer table in place of the shipped one, over the real app.</summary>
public sealed class ContradictionsTests
{
    private const string Introductory = "36a0f3b3-adb5-49ea-bf66-762134cf063a";
    private const string Mesh = "acbca54f-c771-423b-a476-6d7a98cbbcec";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_tenants_products_are_told_about_unless_all_are_asked_for()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        var held = (await tenant.ReadAsync("/v1.0/subscribedSkus")).Items().Select(sku => sku.Text("skuId")!).ToHashSet();
        await using var portal = await Portal.StartScannedAsync(Address(tenant));

        var ours = await portal.ReadAsync("admin", "/api/v1/licences/contradictions");
        var all = await portal.ReadAsync("admin", "/api/v1/licences/contradictions?all=true");

        Assert.NotEmpty(ours.EnumerateArray());
        Assert.All(ours.EnumerateArray(), one => Assert.Contains(one.Text("skuId")!, held));
        Assert.All(ours.EnumerateArray(), one => Assert.Equal("tenant", one.Text("trusted")));
        Assert.Contains(all.EnumerateArray(), one => one.Text("skuId") == "9a18296a-025f-4e37-9ffa-30bf8d1ce775" && one.Text("kind") == "unnamedWithPlan");
        Assert.True(all.GetArrayLength() > ours.GetArrayLength());
    }

    [Fact]
    public async Task The_csv_has_a_row_for_each()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        await using var portal = await Portal.StartScannedAsync(Address(tenant));
        var admin = await portal.SignInAsync("admin");

        var rows = (await admin.GetStringAsync("/api/v1/licences/contradictions.csv", Cancelled)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal((await portal.ReadAsync("admin", "/api/v1/licences/contradictions")).GetArrayLength(), rows.Length - 1);
        Assert.Contains(rows, row => row.Contains(Introductory, StringComparison.Ordinal) && row.Contains("Forms of the product differ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newer_table_takes_the_shipped_ones_place_and_the_tenant_is_measured_by_it()
    {
        using var folder = new TestFolder();
        var file = folder.In("Product names and service plan identifiers for licensing.csv");
        await File.WriteAllTextAsync(
            file,
            $"\uFEFFProduct_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names\r\n\"Teams Premium, renamed\",Microsoft_Teams_Premium,{Introductory},MESH_IMMERSIVE,{Mesh},Microsoft Mesh\r\n",
            Cancelled);
        await using var tenant = await RunningTenant.StartAsync("--people 60");
        await using var portal = await Portal.StartScannedAsync(Address(tenant), ("Catalogue:File", file));

        var products = await portal.ReadAsync("admin", "/api/v1/licences");
        var found = await portal.ReadAsync("admin", "/api/v1/licences/contradictions");

        Assert.Contains(products.EnumerateArray(), one => one.Text("product") == "Teams Premium, renamed");
        Assert.Contains(found.EnumerateArray(), one => one.Text("skuId") == Introductory && one.Text("requirementId") == "mesh"
            && one.Text("kind") == "tenantDiffers" && one.Text("trusted") == "tenant" && one.Text("tenant") == "no" && one.Text("table") == "yes");
        Assert.Contains(found.EnumerateArray(), one => one.Text("kind") == "namedNotListed");
    }

    [Fact]
    public async Task The_shipped_file_may_be_handed_in_as_it_is()
    {
        await using var tenant = await RunningTenant.StartAsync("--people 20");
        await using var portal = await Portal.StartScannedAsync(
            Address(tenant), ("Catalogue:File", Sources.File("src", "MeshReadiness.Playbooks", "Packs", "license-products.json")));

        Assert.Contains(
            (await portal.ReadAsync("admin", "/api/v1/licences")).EnumerateArray(), one => one.Text("product") == "Teams Premium (for Departments)");
    }

    private static Uri Address(RunningTenant tenant) => new(tenant.Http.BaseAddress!, "v1.0");
}
