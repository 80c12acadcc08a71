using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads a user's licences, plans and assignments.</summary>
internal static class LicenceParser
{
    public static AssignedLicense ReadLicence(ref Utf8JsonReader json)
    {
        Guid? sku = null;
        ImmutableArray<Guid> disabled = [];

        json.ExpectObject("the item");

        while (json.NextProperty())
        {
            switch (json.GetString())
            {
                case "skuId": sku = json.ReadId("skuId"); break;
                case "disabledPlans": disabled = json.ReadList("disabledPlans", ReadPlanId); break;
                default: json.SkipValue(); break;
            }
        }

        return new(sku ?? throw new MalformedAnswerException("skuId", "a GUID"), disabled);
    }

    public static AssignedPlan ReadPlan(ref Utf8JsonReader json)
    {
        Guid? plan = null;
        var status = "";

        json.ExpectObject("the item");

        while (json.NextProperty())
        {
            switch (json.GetString())
            {
                case "servicePlanId": plan = json.ReadId("servicePlanId"); break;
                case "capabilityStatus": status = Shared(json.ReadText("capabilityStatus") ?? ""); break;
                default: json.SkipValue(); break;
            }
        }

        return new(
            plan ?? throw new MalformedAnswerException("servicePlanId", "a GUID"),
            JsonReading.Word<CapabilityStatus>(status) ?? CapabilityStatus.Unrecognised,
            status);
    }

    public static LicenseAssignmentState ReadState(ref Utf8JsonReader json)
    {
        Guid? sku = null;
        string? group = null, error = null;
        var state = "";
        ImmutableArray<Guid> disabled = [];

        json.ExpectObject("the item");

        while (json.NextProperty())
        {
            switch (json.GetString())
            {
                case "skuId": sku = json.ReadId("skuId"); break;
                case "assignedByGroup": group = json.ReadText("assignedByGroup"); break;
                case "disabledPlans": disabled = json.ReadList("disabledPlans", ReadPlanId); break;
                case "state": state = Shared(json.ReadText("state") ?? ""); break;
                case "error": error = json.ReadText("error"); break;
                default: json.SkipValue(); break;
            }
        }

        return new(
            sku ?? throw new MalformedAnswerException("skuId", "a GUID"),
            group,
            disabled,
            state,
            // Graph writes "None" or nothing when all is well.
            string.IsNullOrEmpty(error) || error.Equals("None", StringComparison.OrdinalIgnoreCase) ? null : error);
    }

    private static Guid ReadPlanId(ref Utf8JsonReader json) => json.CurrentId("the plan");

    // The same few words come with every one of millions of plans.
    private static string Shared(string text) => text.Length < 24 ? string.Intern(text) : text;
}
