using System.Globalization;
using System.Text;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Cli;

/// <summary>An assessment for people at a terminal.</summary>
internal static class AssessmentText
{
    public static string Write(Assessment assessment)
    {
        var text = new StringBuilder();
        Line(text, $"{(assessment.Tenant.Organization.TryGet(out var tenant) ? tenant.DisplayName ?? tenant.Id : "Unknown tenant")}: {assessment.Playbook.Name}");
        Line(text, $"{assessment.Report.Anyone.Ready:N0} of {assessment.Report.Anyone.Audience:N0} people can use at least one experience.");
        Experiences(text, assessment);
        Products(text, assessment);
        Steps(text, assessment);
        Gaps(text, assessment);
        return text.ToString();
    }

    private static void Experiences(StringBuilder text, Assessment assessment)
    {
        Line(text, $"");
        Line(text, $"{"Experience",-28}{"Ready",10}{"Not ready",12}{"Unknown",10}");

        foreach (var (id, counts) in assessment.Report.Experiences)
        {
            var name = assessment.Playbook.Experiences.First(experience => experience.Id == id).Name;
            Line(text, $"{name,-28}{counts.Ready,10:N0}{counts.NotReady,12:N0}{counts.Unknown,10:N0}");
        }
    }

    private static void Products(StringBuilder text, Assessment assessment)
    {
        Line(text, $"");

        if (!assessment.Tenant.SubscribedSkus.TryGet(out var skus))
        {
            Line(text, $"Products: unknown. {assessment.Tenant.SubscribedSkus.Problem.Detail}");
            return;
        }

        Line(text, $"{"Product",-48}{"Bought",12}{"Used",12}{"Free",12}");

        foreach (var sku in skus)
        {
            var name = assessment.Catalogue.ProductName(sku.SkuId, sku.SkuPartNumber);
            Line(text, $"{(name.Length > 46 ? name[..45] + "…" : name),-48}{sku.PrepaidUnits.Enabled,12:N0}{sku.ConsumedUnits,12:N0}{sku.FreeUnits,12:N0}");
        }
    }

    private static void Steps(StringBuilder text, Assessment assessment)
    {
        foreach (var step in assessment.Steps)
        {
            Line(text, $"");
            Line(text, $"{step.Step.Number}. {step.Step.Title}: {step.Count(TaskState.Done)} of {step.Applicable} done");

            foreach (var task in step.Tasks.Where(task => task.Result is not null && task.State is not TaskState.NotApplicable))
            {
                Line(text, $"   {task.State,-9} {task.Task.Title}. {task.Sentence}");

                foreach (var finding in task.Result!.Findings)
                {
                    Line(text, $"             {finding.Subject}: {finding.Remedy}");
                }
            }
        }
    }

    private static void Gaps(StringBuilder text, Assessment assessment)
    {
        foreach (var reading in assessment.Readings.Where(reading => reading.Problem is not null))
        {
            Line(text, $"");
            Line(text, $"Not read: {reading.Topic}. {reading.Problem!.Detail}");
        }
    }

    private static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
