using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Where the sources about products differ, for programs and spreadsheets.</summary>
internal static class ContradictionEndpoints
{
    public static void MapContradictions(this RouteGroupBuilder licences)
    {
        licences.MapGet("/licences/contradictions", AnswerAsync).Produces<IEnumerable<ContradictionAnswer>>();
        licences.MapGet("/licences/contradictions.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> AnswerAsync(
        bool? all, CurrentSnapshot snapshots, TenantContradictions contradictions, Playbook playbook, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is not { } view ? SnapshotsFeature.None.ToHttp()
            : contradictions.Find(view, all is true).Map(found => found.Select(one => ContradictionAnswer.Of(one, playbook))).ToHttp();

    private static async Task<IResult> ExportAsync(
        bool? all, CurrentSnapshot snapshots, TenantContradictions contradictions, Playbook playbook, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is not { } view ? SnapshotsFeature.None.ToHttp()
            : !contradictions.Find(view, all is true).TryGet(out var found) ? view.Tenant.SubscribedSkus.Problem.ToHttp()
            : Csv.File("licence-contradictions.csv", ContradictionAnswer.Columns, found.Select(one => ContradictionAnswer.Of(one, playbook).Cells));

    /// <summary>One contradiction as it leaves the portal.</summary>
    private sealed record ContradictionAnswer(
        ContradictionKind Kind, Guid SkuId, string Product, string? RequirementId, string? Requirement,
        SourceAnswer Tenant, SourceAnswer Table, SourceAnswer Articles, LicenceSource Trusted,
        string Sentence, string Follows, string Remedy, string Source)
    {
        public static ContradictionAnswer Of(Contradiction one, Playbook playbook) => new(
            one.Kind, one.SkuId, one.Product, one.RequirementId, one.RequirementId is { } id ? playbook.Requirement(id).Name : null,
            one.Says.Tenant, one.Says.Table, one.Says.Articles, one.Trusted, one.Sentence, one.Follows, one.Remedy, one.Source);

        public static IEnumerable<string> Columns =>
        [
            "Product", "SKU id", "About", "Kind", "Tenant", "Table", "Articles", "Trusted", "What differs", "What follows", "What to do", "Source",
        ];

        public IEnumerable<string> Cells =>
        [
            Product, SkuId.ToString(), Requirement ?? "the whole product", ContradictionText.Kind(Kind),
            ContradictionText.Answer(Tenant), ContradictionText.Answer(Table), ContradictionText.Answer(Articles), ContradictionText.Source(Trusted),
            Sentence, Follows, Remedy, Source,
        ];
    }
}
