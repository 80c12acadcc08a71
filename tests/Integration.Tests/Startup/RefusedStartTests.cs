using MeshReadiness.Integration.Tests.Data;

namespace MeshReadiness.Integration.Tests.Startup;

public sealed class RefusedStartTests
{
    private const string Local = "urls=http://127.0.0.1:0";
    private const string EntraTenant = "AzureAd:TenantId=contoso.onmicrosoft.com";
    private const string EntraClient = "AzureAd:ClientId=00000000-0000-0000-0000-000000000000";
    private const string TenantId = "Tenant:TenantId=00000000-0000-0000-0000-000000000000";
    private const string ClientId = "Tenant:ClientId=00000000-0000-0000-0000-000000000000";

    // Where a sample tenant is wanted, one that doesn't exist: none has to be started, and nothing is asked of it.
    private const string Sample = "Tenant:BaseUrl=http://127.0.0.1:9/v1.0";

    [Fact]
    public Task The_local_sign_in_in_production() => IsRefusedAsync(
        "Production", [Local, "SignIn:Mode=Local"], "SignIn:Mode is Local", "for Development only", "for example AzureAd:TenantId=");

    [Fact]
    public Task The_sample_tenant_in_production() => IsRefusedAsync(
        "Production", [Local, EntraTenant, EntraClient, "Tenant:Source=Sample"], "Tenant:Source is Sample", "for Development only", "Tenant:Source=Graph");

    [Theory]
    [InlineData("urls=http://0.0.0.0:0", "urls listens on http://0.0.0.0:0")]
    [InlineData("urls=http://*:0", "urls listens on http://*:0")]
    [InlineData("urls=http://[::]:0", "urls listens on http://[::]:0")]
    [InlineData("urls=http://127.0.0.1:0;http://0.0.0.0:0", "urls listens on http://0.0.0.0:0")]
    [InlineData("http_ports=0", "http_ports listens on http://*:0")]
    [InlineData("https_ports=0", "https_ports listens on ")]
    [InlineData("Kestrel:Endpoints:Public:Url=http://0.0.0.0:0", "Kestrel:Endpoints:Public:Url listens on http://0.0.0.0:0")]
    public Task Development_on_an_address_that_others_can_reach(string setting, string words) => IsRefusedAsync(
        "Development", [setting, Sample], words, "SignIn:Mode is Local", "http://localhost:5080");

    [Fact]
    public Task The_sample_tenant_alone_on_an_address_that_others_can_reach() => IsRefusedAsync(
        "Development", ["urls=http://0.0.0.0:0", Sample, "SignIn:Mode=Entra", EntraTenant, EntraClient], "Tenant:Source is Sample", "http://0.0.0.0:0");

    [Fact]
    public Task A_sample_tenant_on_another_machine() => IsRefusedAsync(
        "Development", [Local, "Tenant:BaseUrl=http://192.0.2.7/v1.0"], "Tenant:BaseUrl", "for example Tenant:BaseUrl=http://127.0.0.1:5081/v1.0");

    [Fact]
    public Task Graph_without_a_tenant() => IsRefusedAsync(
        "Production", [Local, EntraTenant, EntraClient], "Tenant:TenantId is missing", "for example Tenant:TenantId=");

    [Fact]
    public Task Graph_without_a_client() => IsRefusedAsync(
        "Production", [Local, EntraTenant, EntraClient, TenantId], "Tenant:ClientId is missing", "for example Tenant:ClientId=");

    [Fact]
    public Task Graph_without_a_certificate() => IsRefusedAsync(
        "Production", [Local, EntraTenant, EntraClient, TenantId, ClientId], "Tenant:CertificatePath is missing", "for example Tenant:CertificatePath=");

    [Fact]
    public Task A_certificate_that_is_not_there() => IsRefusedAsync(
        "Production", [Local, EntraTenant, EntraClient, TenantId, ClientId, "Tenant:CertificatePath=/nowhere/portal.pfx"],
        "Tenant:CertificatePath names /nowhere/portal.pfx", "no such file", "for example");

    [Fact]
    public Task Sign_in_with_Entra_without_a_tenant() => IsRefusedAsync(
        "Production", [Local, EntraClient], "AzureAd:TenantId is missing", "for example AzureAd:TenantId=contoso.onmicrosoft.com");

    [Fact]
    public Task Sign_in_with_Entra_without_a_client() => IsRefusedAsync(
        "Production", [Local, EntraTenant], "AzureAd:ClientId is missing", "for example AzureAd:ClientId=");

    [Theory]
    [InlineData("Scan:Schedule=at five", "Scan:Schedule is no cron expression: \"at five\"", "for example Scan:Schedule=\"0 0 5 * * ?\"")]
    [InlineData("Scan:Schedule=", "Scan:Schedule", "for example Scan:Schedule=\"0 0 5 * * ?\"")]
    [InlineData("Scan:IncrementalSchedule=often", "Scan:IncrementalSchedule is no cron expression: \"often\"", "\"0 0/30 * * * ?\" for every half hour")]
    [InlineData("Scan:KeepSnapshots=0", "Scan:KeepSnapshots", "for example Scan:KeepSnapshots=5")]
    [InlineData("Scan:KeepSnapshots=many", "Scan:KeepSnapshots", "for example Scan:KeepSnapshots=5")]
    [InlineData("Tenant:Source=Banana", "Tenant:Source", "for example Tenant:Source=Graph")]
    [InlineData("Tenant:Source=7", "Tenant:Source", "for example Tenant:Source=Graph")]
    [InlineData("SignIn:Mode=Banana", "SignIn:Mode", "for example SignIn:Mode=Entra")]
    [InlineData("Tenant:Sample:People=-1", "Tenant:Sample:People", "for example Tenant:Sample:People=2500")]
    [InlineData("Tenant:BaseUrl=nowhere", "Tenant:BaseUrl", "for example Tenant:BaseUrl=http://127.0.0.1:5081/v1.0")]
    [InlineData("Database:Provider=SqlServer", "Database:ConnectionString", "for example Server=")]
    [InlineData("Database:Provider=Oracle", "Database:Provider", "Sqlite")]
    [InlineData("Database:BusyTimeoutSeconds=0", "Database:BusyTimeoutSeconds", "for example 15")]
    public Task A_setting_that_cannot_be(string setting, string key, string example) => IsRefusedAsync("Development", [Local, Sample, setting], key, example);

    [Fact]
    public async Task Two_settings_that_cannot_be_are_told_in_a_sentence_each()
    {
        using var folder = new TestFolder();
        using var portal = PortalProcess.Start(folder, "Development", Local, "Scan:KeepSnapshots=0", "Tenant:Sample:People=-1");

        var refusal = await portal.RefusalAsync();

        Assert.Equal(1, refusal.ExitCode);
        Assert.Equal(2, refusal.Sentences.Count);
        Assert.Contains(refusal.Sentences, sentence => sentence.StartsWith("Scan:KeepSnapshots", StringComparison.Ordinal));
        Assert.Contains(refusal.Sentences, sentence => sentence.StartsWith("Tenant:Sample:People", StringComparison.Ordinal));
    }

    private static async Task IsRefusedAsync(string environment, string[] settings, params string[] words)
    {
        using var folder = new TestFolder();
        using var portal = PortalProcess.Start(folder, environment, settings);

        var refusal = await portal.RefusalAsync();

        refusal.IsOneSentenceWith(words);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
