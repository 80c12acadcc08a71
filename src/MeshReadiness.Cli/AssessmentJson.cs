using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeshReadiness.Cli;

/// <summary>An assessment for programs.</summary>
internal static class AssessmentJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(Assessment assessment) => JsonSerializer.Serialize(
        new
        {
            organization = assessment.Tenant.Organization.TryGet(out var tenant) ? tenant : null,
            playbook = new { assessment.Playbook.Id, assessment.Playbook.Version },
            blocked = assessment.IsBlocked,
            anyone = assessment.Report.Anyone,
            experiences = assessment.Report.Experiences,
            reasons = assessment.Report.Reasons,
            products = assessment.Tenant.SubscribedSkus.TryGet(out var skus)
                ? skus.Select(sku => new
                {
                    name = assessment.Catalogue.ProductName(sku.SkuId, sku.SkuPartNumber),
                    sku.SkuId,
                    sku.SkuPartNumber,
                    sku.CapabilityStatus,
                    sku.PrepaidUnits,
                    sku.ConsumedUnits,
                    sku.FreeUnits,
                })
                : null,
            steps = assessment.Steps.Select(step => new
            {
                step.Step.Number,
                step.Step.Title,
                step.State,
                tasks = step.Tasks.Where(task => task.Result is not null).Select(task => new
                {
                    task.Task.Id,
                    task.Task.Title,
                    task.Task.Severity,
                    task.State,
                    task.Sentence,
                    task.Result!.IsHint,
                    task.Result.Findings,
                }),
            }),
            readings = assessment.Readings,
        },
        Options) + Environment.NewLine;
}
