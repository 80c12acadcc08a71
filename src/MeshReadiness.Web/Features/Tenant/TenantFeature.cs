using Azure.Core;
using Azure.Identity;
using MeshReadiness.Graph;
using MeshReadiness.Web.Hosting;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.Tenant;

/// <summary>Connects the scan to the tenant that the settings name.</summary>
internal static class TenantFeature
{
    public static void AddTenant(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddOptionsWithValidateOnStart<TenantOptions, TenantOptionsValidator>()
            .BindConfiguration(TenantOptions.Section);
        builder.Services.AddMeshReadinessGraph(Connect);

        if (builder.Configuration.GetValue<TenantSource>($"{TenantOptions.Section}:Source") is TenantSource.Sample)
        {
            LoopbackGuard.Check(builder.Configuration, builder.Environment, "Tenant:Source", nameof(TenantSource.Sample));
            builder.Services.AddSingleton<SampleTenantProcess>().AddHostedService(provider => provider.GetRequiredService<SampleTenantProcess>());
        }
    }

    private static GraphConnection Connect(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<TenantOptions>>().Value;

        return options.Source is TenantSource.Sample
            ? new(services.GetRequiredService<SampleTenantProcess>().BaseUrl, new StaticToken("sample.tenant.token"))
            : new(options.BaseUrl ?? GraphConnection.PublicCloud, Credential(options));
    }

    private static TokenCredential Credential(TenantOptions options) => options switch
    {
        { ManagedIdentity: true, ClientId: { Length: > 0 } clientId } =>
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId)),
        { ManagedIdentity: true } => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        { CertificatePath: { Length: > 0 } path } => new ClientCertificateCredential(
            options.TenantId, options.ClientId, Certificates.Load(path, options.CertificatePassword)),
        _ => new ClientSecretCredential(options.TenantId, options.ClientId, options.ClientSecret),
    };
}
