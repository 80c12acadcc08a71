using System.Net;
using System.Net.Sockets;
using MeshReadiness.Integration.Tests.Data;

namespace MeshReadiness.Integration.Tests.Startup;

public sealed class BadSurroundingsTests
{
    private const string Local = "urls=http://127.0.0.1:0";
    private const string Sample = "Tenant:BaseUrl=http://127.0.0.1:9/v1.0";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        using var folder = new TestFolder();
        var letter = string.Concat(Enumerable.Repeat("Dear colleague, this is no database. ", 200));
        await File.WriteAllTextAsync(folder.DatabaseFile, letter, Cancelled);
        using var portal = PortalProcess.Start(folder, "Development", Local, Sample);

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith(folder.DatabaseFile, "is no SQLite database", "Database:Folder");
        Assert.Equal(letter, await File.ReadAllTextAsync(folder.DatabaseFile, Cancelled));
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_left_alone()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.In("data"), "mine", Cancelled);
        using var portal = PortalProcess.Start(folder, "Development", Local, Sample, $"Database:Folder={folder.In("data")}");

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith(folder.In("data"), "Database:Folder");
        Assert.Equal("mine", await File.ReadAllTextAsync(folder.In("data"), Cancelled));
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("An administrator may write everywhere, so no folder can be locked.");
            return;
        }

        using var folder = new TestFolder();
        var locked = Directory.CreateDirectory(folder.In("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var portal = PortalProcess.Start(folder, "Development", Local, Sample, $"Database:Folder={locked.FullName}");

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith(locked.FullName, "right to");
        Assert.Empty(locked.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var folder = new TestFolder();
        using var somebody = new TcpListener(IPAddress.Loopback, 0);
        somebody.Start();
        using var portal = PortalProcess.Start(folder, "Development", $"urls=http://{somebody.LocalEndpoint}", Sample);

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith($"http://{somebody.LocalEndpoint}", "--urls http://localhost:5090");
    }

    [Fact]
    public async Task A_certificate_file_that_is_none_is_named()
    {
        using var folder = new TestFolder();
        var file = folder.In("portal.pfx");
        await File.WriteAllTextAsync(file, "no certificate", Cancelled);
        using var portal = PortalProcess.Start(
            folder, "Production", Local, "AzureAd:TenantId=contoso.onmicrosoft.com", "AzureAd:ClientId=00000000-0000-0000-0000-000000000000",
            "Tenant:TenantId=00000000-0000-0000-0000-000000000000", "Tenant:ClientId=00000000-0000-0000-0000-000000000000",
            $"Tenant:CertificatePath={file}");

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith("Tenant:CertificatePath", file, "Tenant:CertificatePassword");
        Assert.Equal("no certificate", await File.ReadAllTextAsync(file, Cancelled));
    }

    [Theory]
    [InlineData("[{\"name\": \"E3\",\n\"stringId\": 3}]", "products.json", "products.json, line ", "has no property \"skuId\"")]
    [InlineData("Product,Id\nE3,1\n", "products.csv", "products.csv, line 1", "has no column Product_Display_Name", "Expected are")]
    public async Task A_table_of_products_that_is_broken_is_told_with_its_line(string content, string name, params string[] words)
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(folder.In(name), content, Cancelled);
        using var portal = PortalProcess.Start(folder, "Development", Local, Sample, $"Catalogue:File={folder.In(name)}");

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith(["Catalogue:File", folder.In(name), .. words]);
        Assert.Equal([folder.In(name)], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_table_of_products_that_is_not_there_is_named()
    {
        using var folder = new TestFolder();
        using var portal = PortalProcess.Start(folder, "Development", Local, Sample, $"Catalogue:File={folder.In("products.csv")}");

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith("Catalogue:File", folder.In("products.csv"), "for example Catalogue:File=");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
