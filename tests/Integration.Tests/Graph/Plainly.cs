using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Integration.Tests.SampleTenant;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>The same line of text from raw JSON and from facts, so that the two can be compared without sharing a reader.</summary>
internal static class Plainly
{
    public static OrganizationFacts Organization(JsonElement raw) => new(
        raw.Text("id")!, raw.Text("displayName"), raw.Text("tenantType"), raw.Text("countryLetterCode"),
        raw.GetProperty("verifiedDomains").EnumerateArray().First(domain => domain.GetProperty("isDefault").GetBoolean()).Text("name"));

    public static string Sku(JsonElement raw) => Line(
        raw.Text("skuId"), raw.Text("skuPartNumber"), raw.Text("capabilityStatus"), raw.Number("consumedUnits"),
        Numbers(raw.GetProperty("prepaidUnits"), "enabled", "warning", "suspended", "lockedOut"),
        Lines(raw, "servicePlans", plan => Line(
            plan.Text("servicePlanId"), plan.Text("servicePlanName"), plan.Text("appliesTo"), plan.Text("provisioningStatus"))));

    public static string Sku(SubscribedSku sku) => Line(
        sku.SkuId, sku.SkuPartNumber, sku.CapabilityStatus, sku.ConsumedUnits,
        Line(sku.PrepaidUnits.Enabled, sku.PrepaidUnits.Warning, sku.PrepaidUnits.Suspended, sku.PrepaidUnits.LockedOut),
        Lines(sku.ServicePlans, plan => Line(
            plan.ServicePlanId, plan.ServicePlanName, plan.AppliesTo, plan.ProvisioningStatus)));

    public static string Policy(JsonElement raw) => Line(raw.Text("id"), raw.Text("displayName"), raw.Text("state") switch
    {
        "enabled" => PolicyState.Enabled,
        "disabled" => PolicyState.Disabled,
        "enabledForReportingButNotEnforced" => PolicyState.ReportOnly,
        _ => PolicyState.Unrecognised,
    });

    public static string Policy(ConditionalAccessPolicyFacts policy) => Line(policy.Id, policy.DisplayName, policy.State);

    public static string Location(JsonElement raw) => Line(
        raw.Text("id"), raw.Text("displayName"), raw.TryGetProperty("isTrusted", out var trusted) ? trusted.GetBoolean() : null);

    public static string Location(NamedLocationFacts location) => Line(location.Id, location.DisplayName, location.IsTrusted);

    public static bool Matters(JsonElement group) =>
        group.GetProperty("assignedLicenses").GetArrayLength() > 0
        || (group.TryGetProperty("hasMembersWithLicenseErrors", out var errors) && errors.ValueKind is JsonValueKind.True);

    public static string Group(JsonElement raw) => Line(
        raw.Text("id"), raw.Text("displayName"), raw.GetProperty("groupTypes").EnumerateArray().Any(type => type.GetString() == "Unified"),
        Lines(raw, "assignedLicenses", licence => licence.Text("skuId")!),
        raw.TryGetProperty("licenseProcessingState", out var state) && state.ValueKind is JsonValueKind.Object ? state.Text("state") : null,
        raw.TryGetProperty("hasMembersWithLicenseErrors", out var errors) && errors.ValueKind is JsonValueKind.True);

    public static string Group(GroupFacts group) => Line(
        group.Id, group.DisplayName, group.IsMicrosoft365, Lines(group.AssignedSkuIds, sku => sku.ToString()),
        group.LicenseProcessingState, group.HasMembersWithLicenseErrors);

    public static string Person(JsonElement raw) => Line(
        raw.Text("id"), raw.Text("displayName"), raw.Text("userPrincipalName"), raw.Text("mail"), Flag(raw.GetProperty("accountEnabled")),
        raw.Text("userType")?.ToLowerInvariant(), raw.Text("externalUserState"), raw.Text("usageLocation"),
        raw.Text("department"), raw.Text("jobTitle"), raw.Text("officeLocation"), raw.Text("country"),
        Lines(raw, "assignedLicenses", one => Line(one.Text("skuId"), Lines(one, "disabledPlans", plan => plan.GetString()!))),
        Lines(raw, "assignedPlans", one => Line(one.Text("servicePlanId"), one.Text("capabilityStatus"))),
        Lines(raw, "licenseAssignmentStates", one => Line(
            one.Text("skuId"), one.Text("assignedByGroup"), Lines(one, "disabledPlans", plan => plan.GetString()!), one.Text("state"),
            one.Text("error") is "None" ? null : one.Text("error"))));

    public static string Person(UserFacts user) => Line(
        user.Id, user.DisplayName, user.UserPrincipalName, user.Mail, user.AccountEnabled,
        user.UserType?.ToString().ToLowerInvariant(), user.Invitation, user.UsageLocation,
        user.Department, user.JobTitle, user.OfficeLocation, user.Country,
        Lines(user.AssignedLicenses, one => Line(one.SkuId, Lines(one.DisabledPlans, plan => plan.ToString()))),
        Lines(user.AssignedPlans, one => Line(one.ServicePlanId, one.StatusText)),
        Lines(user.LicenseAssignmentStates, one => Line(
            one.SkuId, one.AssignedByGroup, Lines(one.DisabledPlans, plan => plan.ToString()), one.State, one.Error)));

    /// <summary>Reads people to the last page.</summary>
    public static async Task<List<UserPage>> PagesAsync(this ITenantReader reader, string? from = null)
    {
        var pages = new List<UserPage>();

        await foreach (var read in reader.ReadUsersAsync(from, withPlans: true, TestContext.Current.CancellationToken))
        {
            pages.Add(read.Value);
        }

        return pages;
    }

    private static bool? Flag(JsonElement raw) => raw.ValueKind is JsonValueKind.Null ? null : raw.GetBoolean();

    private static string Numbers(JsonElement raw, params string[] names) => Line([.. names.Select(name => (object)raw.Number(name))]);

    private static string Lines(JsonElement raw, string list, Func<JsonElement, string> line) => Lines(raw.GetProperty(list).EnumerateArray(), line);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => $"[{string.Join(", ", items.Select(line))}]";

    private static string Line(params object?[] values) => string.Join(" | ", values.Select(value => value ?? "none"));
}
