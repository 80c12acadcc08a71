using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.Tenant;

/// <summary>Which tenant is read, and as whom.</summary>
internal sealed class TenantOptions
{
    public const string Section = "Tenant";

    /// <summary>The organisation's own tenant, or the sample tenant for trying things out.</summary>
    public TenantSource Source { get; set; }

    /// <summary>Where Graph answers; empty for the public cloud, or for a sample tenant of the portal's own.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>The directory (tenant) id of the app registration.</summary>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of the app registration, or of a user-assigned managed identity.</summary>
    public string? ClientId { get; set; }

    /// <summary>A client secret. Prefer a certificate or a managed identity.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The path of a PFX file with the certificate and its private key.</summary>
    public string? CertificatePath { get; set; }

    /// <summary>The PFX file's password, if it has one.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Whether to ask as the managed identity of the machine that the portal runs on.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>What the sample tenant is like.</summary>
    public SampleTenantOptions Sample { get; set; } = new();
}

/// <summary>Where facts come from.</summary>
internal enum TenantSource
{
    /// <summary>Microsoft Graph.</summary>
    Graph,

    /// <summary>A generated company on this machine.</summary>
    Sample,
}

/// <summary>What the sample tenant is like. The sample tenant itself explains the values.</summary>
internal sealed class SampleTenantOptions
{
    public int People { get; set; } = 2500;

    public int Seed { get; set; } = 7;

    public string Scenario { get; set; } = "contoso";

    public string Faults { get; set; } = "none";
}

/// <summary>What can only be said about several settings together.</summary>
internal sealed class TenantOptionsValidator : IValidateOptions<TenantOptions>
{
    public ValidateOptionsResult Validate(string? name, TenantOptions options) => options switch
    {
        { Source: not (TenantSource.Graph or TenantSource.Sample) } => ValidateOptionsResult.Fail(
            "Tenant:Source must be Graph or Sample, for example Tenant:Source=Graph."),
        { Sample.People: < 0 or > 5_000_000 } => ValidateOptionsResult.Fail(
            "Tenant:Sample:People must be a number from 0 to 5000000, for example Tenant:Sample:People=2500."),
        { BaseUrl.IsAbsoluteUri: false } => ValidateOptionsResult.Fail(
            $"Tenant:BaseUrl is no address: \"{options.BaseUrl}\". Give a whole one, for example Tenant:BaseUrl=http://127.0.0.1:5081/v1.0."),
        { Source: TenantSource.Sample, BaseUrl.IsLoopback: false } => ValidateOptionsResult.Fail(
            "Tenant:BaseUrl must be on this machine when Tenant:Source is Sample, for example Tenant:BaseUrl=http://127.0.0.1:5081/v1.0."),
        { Source: TenantSource.Sample } or { ManagedIdentity: true } => ValidateOptionsResult.Success,
        { TenantId: null or "" } => ValidateOptionsResult.Fail(
            "Tenant:TenantId is missing. Give the directory id of your app registration, for example Tenant:TenantId=00000000-0000-0000-0000-000000000000."),
        { ClientId: null or "" } => ValidateOptionsResult.Fail(
            "Tenant:ClientId is missing. Give the application id of your app registration, for example Tenant:ClientId=00000000-0000-0000-0000-000000000000."),
        { ClientSecret: null or "", CertificatePath: null or "" } => ValidateOptionsResult.Fail(
            "Tenant:CertificatePath is missing. Give a PFX file, for example Tenant:CertificatePath=/run/secrets/portal.pfx, or set Tenant:ManagedIdentity=true or Tenant:ClientSecret."),
        { CertificatePath: { Length: > 0 } path } when !File.Exists(path) => ValidateOptionsResult.Fail(
            $"Tenant:CertificatePath names {path}, and there is no such file. Give a PFX file that the portal can read, for example /run/secrets/portal.pfx."),
        { CertificatePath.Length: > 0 } when Certificates.Complaint(options) is { } complaint => ValidateOptionsResult.Fail(complaint),
        { BaseUrl: { Scheme: not "https", IsLoopback: false } } => ValidateOptionsResult.Fail(
            "Tenant:BaseUrl must begin with https, for example Tenant:BaseUrl=https://graph.microsoft.com/v1.0."),
        _ => ValidateOptionsResult.Success,
    };
}
