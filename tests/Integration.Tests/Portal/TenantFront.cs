using System.Net;
using MeshReadiness.Integration.Tests.SampleTenant;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>Stands between the portal and a sample tenant, and can hold or hang up when the people are asked for.</summary>
internal sealed class TenantFront : IAsyncDisposable
{
    private readonly RunningTenant _tenant;
    private readonly WebApplication _app;
    private volatile bool _isDead;

    private TenantFront(RunningTenant tenant)
    {
        _tenant = tenant;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(PassAsync);
    }

    public Uri BaseUrl => new(new Uri(_app.Urls.First()), "v1.0");

    /// <summary>Dies for good when people after the first page are asked for.</summary>
    public bool DiesMidway { get; set; }

    /// <summary>Lets the link to the second page of people expire, the next time it is followed.</summary>
    public bool ExpiresMidwayOnce { get; set; }

    /// <summary>Holds the second page of people until the asking ends or <see cref="Release"/>.</summary>
    public bool HoldsMidway { get; set; }

    /// <summary>Done once somebody waits for the page that is held.</summary>
    public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the held page go.</summary>
    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lives again.</summary>
    public void Revive() => DiesMidway = _isDead = false;

    /// <summary>Holds nothing any more.</summary>
    public void LetGo()
    {
        HoldsMidway = false;
        Release.TrySetResult();
    }

    public static async Task<TenantFront> StartAsync(RunningTenant tenant)
    {
        var front = new TenantFront(tenant);
        await front._app.StartAsync(TestContext.Current.CancellationToken);
        return front;
    }

    public async ValueTask DisposeAsync()
    {
        Release.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task PassAsync(HttpContext http)
    {
        var isMidway = http.Request.Path.Value!.EndsWith("/users", StringComparison.Ordinal)
            && http.Request.QueryString.Value!.Contains("skiptoken", StringComparison.OrdinalIgnoreCase);

        if (DiesMidway && isMidway)
        {
            _isDead = true;
        }

        if (_isDead)
        {
            http.Abort();
            return;
        }

        if (ExpiresMidwayOnce && isMidway)
        {
            ExpiresMidwayOnce = false;
            http.Response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        if (HoldsMidway && isMidway)
        {
            Held.TrySetResult();
            await Release.Task.WaitAsync(http.RequestAborted);
        }

        using var question = new HttpRequestMessage(HttpMethod.Get, $"{http.Request.Path}{http.Request.QueryString}");
        question.Headers.Host = http.Request.Host.Value;
        question.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.ToString());
        question.Headers.TryAddWithoutValidation("ConsistencyLevel", http.Request.Headers["ConsistencyLevel"].ToString());
        using var answer = await _tenant.Http.SendAsync(question, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
