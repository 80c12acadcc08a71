using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Tenant;

internal static class Certificates
{
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
