using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Tenant;

internal static class Certificates
{
    /// <summary>Why the configured certificate can't be used; <see langword="null"/> when it can.</summary>
    public static string? Complaint(TenantOptions options)
    {
        try
        {
            Load(options.CertificatePath!, options.CertificatePassword).Dispose();
            return null;
        }
        catch (StartupProblem problem)
        {
            return problem.Message;
        }
    }

    /// <summary>Loads a certificate with its private key.</summary>
    /// <exception cref="StartupProblem">The file is no PFX, or the password doesn't fit.</exception>
    public static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (CryptographicException error)
        {
            throw new StartupProblem(
                $"Tenant:CertificatePath names {path}, which is no PFX file or needs another Tenant:CertificatePassword: {error.Message}");
        }
    }
}
