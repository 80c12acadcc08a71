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

    /// <summary>What goes wrong on the way to the tenant; it makes a scan long enough to be watched.</summary>
    protected virtual string Faults => "none";

    /// <summary>Whether tests begin after the first scan, or watch it.</summary>
    protected virtual bool BeginsWithSnapshot => true;

    public async ValueTask InitializeAsync()
    {
        if (chromium.IsMissing)
        {
            return;
        }

        _tenant = await SampleTenant.StartAsync(Scenario, People, Faults);
        await StartPortalAsync("http://127.0.0.1:0");

        if (BeginsWithSnapshot)
        {
            await _portal!.HearAsync("is current with");
        }
    }

    /// <summary>Ends the portal as a power cut would, without a word to it.</summary>
    public async Task KillPortalAsync() => await _portal!.DisposeAsync();

    /// <summary>Starts it again at the same address, on what it left in its folder.</summary>
    public Task RestartPortalAsync() => StartPortalAsync(Address.GetLeftPart(UriPartial.Authority));

    /// <summary>Waits until the portal that runs now says, or has said, a line with these words.</summary>
    public Task<string> HearPortalAsync(string part) => _portal!.HearAsync(part);

    /// <summary>Takes the tenant away, as a broken network would.</summary>
    public async Task LoseTenantAsync() => await Tenant.DisposeAsync();

    private async Task StartPortalAsync(string address) => _portal = await RunningProgram.StartAsync(
        "MeshReadiness.Web",
        ["--urls", address, $"--Database:Folder={_data.FullName}", $"--Tenant:BaseUrl={Tenant.Graph}", "--Scan:IncrementalSchedule="],
        "MeshReadiness is at ");

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

    protected override string Faults => "heavy";

    protected override bool BeginsWithSnapshot => false;
}

/// <summary>So many people, behind so bad a network, that there is a middle of a scan in which much can happen.</summary>
public sealed class VeryLargeContoso(Chromium chromium) : Product(chromium)
{
    protected override int People => 50_000;

    protected override string Faults => "heavy";

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

/// <summary>A tenant in which everybody has what they need, until something changes.</summary>
public sealed class HealthyTenant(Chromium chromium) : Product(chromium)
{
    protected override string Scenario => "healthy";

    protected override int People => 200;
}
