using System.Globalization;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Products and seats, for programs and spreadsheets.</summary>
internal static class LicencesFeature
{
    public static IServiceCollection AddLicences(this IServiceCollection services) => services
        .AddSingleton<TenantContradictions>()
        .AddSingleton<LicenceNeeds>();

    public static void MapLicences(this RouteGroupBuilder api)
    {
        var licences = api.MapGroup("").RequireAuthorization(Policies.Administer).WithTags("Licences");
        licences.MapGet("/licences", AnswerAsync);
        licences.MapGet("/licences.csv", ExportAsync);
        licences.MapContradictions();
        licences.MapNeeds();
    }

    private static async Task<IResult> AnswerAsync(
        CurrentSnapshot snapshots, Playbook playbook, ProductCatalogue catalogue, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is not { } view ? SnapshotsFeature.None.ToHttp()
            : view.Tenant.SubscribedSkus.Map(skus => LicenceRow.All(skus, playbook, catalogue).Select(LicenceAnswer.Of)).ToHttp();

    private static async Task<IResult> ExportAsync(
        CurrentSnapshot snapshots, Playbook playbook, ProductCatalogue catalogue, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is not { } view ? SnapshotsFeature.None.ToHttp()
            : !view.Tenant.SubscribedSkus.TryGet(out var skus) ? view.Tenant.SubscribedSkus.Problem.ToHttp()
            : Csv.File("licences.csv", LicenceAnswer.Columns, LicenceRow.All(skus, playbook, catalogue).Select(row => LicenceAnswer.Of(row).Cells));

    /// <summary>One product as it leaves the portal.</summary>
    private sealed record LicenceAnswer(
        string Product, string SkuPartNumber, Guid SkuId, string Status, int Bought, int InGrace, int Suspended, int LockedOut, int Used, int Free,
        string EnoughFor, string HelpsWith)
    {
        public static LicenceAnswer Of(LicenceRow row) => new(
            row.Name, row.Sku.SkuPartNumber, row.Sku.SkuId, row.Sku.CapabilityStatus,
            row.Sku.PrepaidUnits.Enabled, row.Sku.PrepaidUnits.Warning, row.Sku.PrepaidUnits.Suspended, row.Sku.PrepaidUnits.LockedOut,
            row.Sku.ConsumedUnits, row.Sku.FreeUnits, Names(row.Reach.EnoughFor), Names(row.Reach.HelpsWith));

        public static IEnumerable<string> Columns =>
        [
            "Product", "Part number", "SKU id", "Status", "Bought", "In grace period", "Suspended", "Locked out", "Used", "Free", "Enough for", "Helps with",
        ];

        public IEnumerable<string> Cells =>
        [
            Product, SkuPartNumber, SkuId.ToString(), Status, Number(Bought), Number(InGrace), Number(Suspended), Number(LockedOut), Number(Used),
            Number(Free), EnoughFor, HelpsWith,
        ];

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

        private static string Names(IEnumerable<Experience> experiences) => string.Join("; ", experiences.Select(experience => experience.Name));
    }
}
