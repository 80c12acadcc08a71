using Microsoft.AspNetCore.DataProtection;

namespace MeshReadiness.Web.Hosting;

/// <summary>The keys that protect sign-in cookies. Instances that share a folder share sign-ins, and a restart keeps them.</summary>
internal static class KeyRing
{
    public const string FolderKey = "Keys:Folder";

    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName("MeshReadiness");

        if (configuration[FolderKey] is { Length: > 0 } folder)
        {
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }

        return services;
    }
}
