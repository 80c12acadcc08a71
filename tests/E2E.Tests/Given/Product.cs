namespace MeshReadiness.E2E.Tests.Given;

/// <summary>The whole product as somebody would run it: the portal, a tenant behind it, an empty data folder.</summary>
public abstract class Product(Chromium chromium) : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("meshreadiness-e2e-");
    private RunningProgram? _portal;
    private SampleTenant? _tenant;

    public Chromium Chromium => chromium;

    public SampleTenant Tenant => _tenant!;

    public Uri Address => _portal!.Address;

    protected virtual string Scenario => "contoso";

    protected virtual int People => 400;

    /// <summary>Whether tests begin after the first scan, or watch it.</summary>
    protected virtual bool BeginsWithSnapshot => true;

    public async ValueTask InitializeAsync()
    {
        if (chromium.IsMissing)
        {
            return;
        }

        _tenant = await SampleTenant.StartAsync(Scenario, People);
        _portal = await RunningProgram.StartAsync(
            "MeshReadiness.Web",
            ["--urls", "http://127.0.0.1:0", $"--Database:Folder={_data.FullName}", $"--Tenant:BaseUrl={_tenant.Graph}", "--Scan:IncrementalSchedule="],
            "MeshReadiness is at ");

        if (BeginsWithSnapshot)
        {
            await _portal.HearAsync("is current with");
        }
    }

    /// <summary>Takes the tenant away, as a broken network would.</summary>
    public async Task LoseTenantAsync() => await Tenant.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_tenant is not null)
        {
            await _tenant.DisposeAsync();
        }

        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>A company that grew, after the first scan.</summary>
public sealed class Contoso(Chromium chromium) : Product(chromium);

/// <summary>The same with so many people that a scan can be watched, from the first start on.</summary>
public sealed class LargeContoso(Chromium chromium) : Product(chromium)
{
    protected override int People => 30_000;

    protected override bool BeginsWithSnapshot => false;
}

/// <summary>A tenant that lets the portal read people and products only.</summary>
public sealed class ConsentMissing(Chromium chromium) : Product(chromium)
{
    protected override string Scenario => "consent-missing";
}

/// <summary>A tenant in which nobody works yet.</summary>
public sealed class EmptyTenant(Chromium chromium) : Product(chromium)
{
    protected override string Scenario => "empty";
}

/// <summary>Data that no documentation promises.</summary>
public sealed class MessyTenant(Chromium chromium) : Product(chromium)
{
    protected override string Scenario => "messy";

    // Enough to have everybody who is odd in some way.
    protected override int People => 800;
}
