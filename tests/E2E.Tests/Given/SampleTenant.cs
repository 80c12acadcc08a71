using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace MeshReadiness.E2E.Tests.Given;

/// <summary>The invented company that the portal reads, and its own arithmetic to compare the portal's with.</summary>
public sealed class SampleTenant : IAsyncDisposable
{
    private readonly RunningProgram _program;
    private readonly HttpClient _http;

    private SampleTenant(RunningProgram program)
    {
        _program = program;
        _http = new() { BaseAddress = program.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "tests");
    }

    public Uri Graph => new(_program.Address, "v1.0");

    public static async Task<SampleTenant> StartAsync(string scenario, int people, string faults) => new(await RunningProgram.StartAsync(
        "MeshReadiness.SampleTenant",
        ["--exit-with-stdin", "--urls", "http://127.0.0.1:0", "--scenario", scenario, "--people", people.ToString(CultureInfo.InvariantCulture), "--faults", faults],
        "Sample tenant listening on "));

    /// <summary>What a reader of this tenant should have counted.</summary>
    public async Task<Expected> ExpectedAsync() =>
        (await _http.GetFromJsonAsync<Expected>("_tenant/expected", TestContext.Current.CancellationToken))!;

    /// <summary>Lets something happen in the company so many times, and tells to whom.</summary>
    public async Task<IReadOnlyList<Affected>> ChangeAsync(string change, int count)
    {
        using var answer = await _http.PostAsync(
            new Uri($"_tenant/changes/{change}?count={count}", UriKind.Relative), null, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Changed>(TestContext.Current.CancellationToken))!.Affected;
    }

    /// <summary>The first people of the directory, as Graph tells them.</summary>
    public async Task<IReadOnlyList<GraphUser>> PeopleAsync(int count = 400) =>
        (await _http.GetFromJsonAsync<GraphUsers>($"v1.0/users?$top={count}&$select={GraphUser.Fields}", TestContext.Current.CancellationToken))!.Value;

    /// <summary>One person, as Graph tells it.</summary>
    public async Task<GraphUser> PersonAsync(string id) =>
        (await _http.GetFromJsonAsync<GraphUser>($"v1.0/users/{id}?$select={GraphUser.Fields}", TestContext.Current.CancellationToken))!;

    /// <summary>Headsets that the directory knows, each with the person who registered it.</summary>
    /// <param name="isCompliant">Whether they are compliant.</param>
    public async IAsyncEnumerable<(GraphDevice Headset, GraphUser Owner)> HeadsetsAsync(bool isCompliant)
    {
        var devices = (await _http.GetFromJsonAsync<GraphDevices>("v1.0/devices?$top=999", TestContext.Current.CancellationToken))!.Value;

        foreach (var headset in devices.Where(device => device.Model?.StartsWith("Quest", StringComparison.Ordinal) is true && (device.IsCompliant is true) == isCompliant))
        {
            var owners = await _http.GetFromJsonAsync<GraphUsers>($"v1.0/devices/{headset.Id}/registeredOwners", TestContext.Current.CancellationToken);
            yield return (headset, await PersonAsync(owners!.Value[0].Id));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _program.DisposeAsync();
    }
}

/// <summary>What a change did.</summary>
public sealed record Changed(IReadOnlyList<Affected> Affected);

/// <summary>Whom a change touched.</summary>
public sealed record Affected(string Id, string UserPrincipalName);

/// <summary>A page of people.</summary>
public sealed record GraphUsers(IReadOnlyList<GraphUser> Value);

/// <summary>A person in Graph's words.</summary>
public sealed record GraphUser(
    string Id, string? DisplayName, string? UserPrincipalName, string? Mail, string? JobTitle, string? Department, string? UsageLocation,
    string? UserType, string? ExternalUserState, bool? AccountEnabled, IReadOnlyList<GraphLicence> AssignedLicenses, IReadOnlyList<GraphPlan> AssignedPlans)
{
    public const string Fields =
        "id,displayName,userPrincipalName,mail,jobTitle,department,usageLocation,userType,externalUserState,accountEnabled,assignedLicenses,assignedPlans";
}

/// <summary>A page of devices.</summary>
public sealed record GraphDevices(IReadOnlyList<GraphDevice> Value);

/// <summary>A device in Graph's words.</summary>
public sealed record GraphDevice(string Id, string DisplayName, string? Model, bool? IsCompliant);

/// <summary>A product of a person.</summary>
public sealed record GraphLicence(Guid SkuId);

/// <summary>A plan of a person.</summary>
public sealed record GraphPlan(Guid ServicePlanId, string CapabilityStatus);
