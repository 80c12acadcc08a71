using MeshReadiness.Core.Licensing;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Microsoft's published table of products: the one that comes with the portal, or a newer download in its place.</summary>
internal static class CatalogueSetup
{
    /// <summary>The setting that names the file.</summary>
    public const string Setting = "Catalogue:File";

    public static IServiceCollection AddCatalogue(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(configuration[Setting] is { Length: > 0 } path ? Read(path) : ProductTable.Shipped);

    /// <summary>Reads the file now, so that a portal with a broken one doesn't start.</summary>
    private static ProductCatalogue Read(string path)
    {
        byte[] content;

        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartupProblem(
                $"{Setting} names {path}, which can't be read: {unreadable.Message} Give Microsoft's CSV of products and service plans, for example {Setting}=/data/products.csv, or leave the setting out.");
        }

        var table = ProductTable.Read(Path.GetFileName(path), content);
        return table.TryGet(out var read) ? read
            : throw new StartupProblem($"{Setting} names {path}, which is broken. {table.Problem.Detail}");
    }
}
