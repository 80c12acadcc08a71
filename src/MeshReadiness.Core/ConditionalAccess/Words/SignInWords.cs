using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>Why a sign-in is kept out, policy by policy, each with what it asks for, why that isn't met, and why its exemption doesn't help.</summary>
public static class SignInWords
{
    /// <summary>One sentence for each policy that keeps the sign-in out for sure; none where nothing does.</summary>
    public static ImmutableArray<string> WhyBlocked(SignInResult result, SignIn signIn, PolicyNames names) =>
    [
        .. result.Policies
            .Where(policy => policy is { Policy.State: PolicyState.Enabled, Applies: Truth.Yes, Grant.Range.Best: GrantLevel.Block })
            .Select(policy => $"{Name(policy.Policy)} {Asks(policy.Grant!, signIn, names)}{Exemption(policy.Policy, signIn)}."),
    ];

    private static string Name(ConditionalAccessPolicy policy) => $"The policy {policy.DisplayName ?? policy.Id ?? "without a name"}";

    private static string Asks(GrantResult grant, SignIn signIn, PolicyNames names)
    {
        var blocking = grant.Controls.Where(control => control.Range.Best is GrantLevel.Block).ToList();

        return blocking.Exists(control => Is(control, "block"))
            ? "blocks it"
            : $"asks for {string.Join(grant.NeedsAll ? " and " : " or ", blocking.Select(control => DemandWords.Control(control.Control, names)))}, and "
                + string.Join(" and ", blocking.Select(control => Unmet(control, signIn)).Distinct());
    }

    private static string Unmet(ControlResult control, SignIn signIn) =>
        Is(control, "approvedApplication") || Is(control, "compliantApplication")
            ? GrantRules.AsksForMesh(signIn) is Truth.Yes ? "Mesh supports no app protection" : "the app isn't one"
        : signIn.BeganWithDeviceCode is Truth.Yes ? "a session that began with a device code carries no state of the device"
        : signIn.Device.IsRegistered is Truth.No ? "the device isn't registered"
        : signIn.IsExternal is Truth.Yes ? "what the home organisation says about the device doesn't count here"
        : Is(control, "compliantDevice") ? "the device isn't compliant"
        : "the device isn't hybrid joined, which only Windows can be";

    // Only where the filter was meant for this kind of device does it help to know why it doesn't do.
    private static string Exemption(ConditionalAccessPolicy policy, SignIn signIn) => policy.Filter is { Excludes: true, Rule: { } rule, Text: var text }
        && signIn.IsHeadset && MeshNames.SpeakOfHeadsets(text) && FilterEvaluation.Of(rule, signIn.Device).Match is Truth.No
            ? signIn.Device.IsRegistered is Truth.No && rule.Comparisons.All(one => !FilterOperators.IsNegative(one.Operator))
                ? "; the filter meant to exempt headsets uses a positive operator, which never matches a device that isn't registered"
                : "; the filter meant to exempt headsets doesn't match this one"
            : "";

    private static bool Is(ControlResult control, string name) => control.Control.Equals(name, StringComparison.OrdinalIgnoreCase);
}
