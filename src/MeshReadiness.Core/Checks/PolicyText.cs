using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>The parts of a Conditional Access policy's text that rules look at. What isn't there or isn't as documented counts as not set.</summary>
/// <param name="Name">The policy's name, or its id.</param>
/// <param name="Users">Whom it includes, by id or by word.</param>
/// <param name="Applications">The resources that it includes.</param>
/// <param name="ExcludedApplications">The resources that it leaves out.</param>
/// <param name="Platforms">The platforms that it includes; empty for all.</param>
/// <param name="ExcludedPlatforms">The platforms that it leaves out.</param>
/// <param name="FilterMode">Whether its device filter says whom it includes or excludes.</param>
/// <param name="FilterRule">What the filter says.</param>
/// <param name="Grants">What it demands.</param>
/// <param name="DemandsAll">Whether all demands have to be met, not just one.</param>
internal sealed record PolicyText(
    string Name,
    ImmutableArray<string> Users,
    ImmutableArray<string> Applications,
    ImmutableArray<string> ExcludedApplications,
    ImmutableArray<string> Platforms,
    ImmutableArray<string> ExcludedPlatforms,
    string? FilterMode,
    string? FilterRule,
    ImmutableArray<string> Grants,
    bool DemandsAll)
{
    private const string Everything = "All";

    /// <summary>Whether it is about everybody.</summary>
    public bool IncludesEverybody => Has(Users, Everything);

    /// <summary>Whether it covers Mesh. The word Office365 doesn't: Mesh isn't in that group.</summary>
    public bool CoversMesh =>
        (Has(Applications, Everything) || Has(Applications, MeshNames.ServicesAppId)) && !Has(ExcludedApplications, MeshNames.ServicesAppId);

    /// <summary>Whether it covers nothing but Mesh.</summary>
    public bool CoversMeshOnly => !Applications.IsEmpty && Applications.All(one => one.Equals(MeshNames.ServicesAppId, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it leaves Mesh out.</summary>
    public bool LeavesMeshOut => Has(ExcludedApplications, MeshNames.ServicesAppId);

    /// <summary>Whether it holds on Android, which headsets run.</summary>
    public bool HoldsOnAndroid =>
        (Platforms.IsEmpty || Has(Platforms, "all") || Has(Platforms, "android")) && !Has(ExcludedPlatforms, "android");

    /// <summary>Whether its filter exempts devices, in words that mean headsets.</summary>
    public bool ExemptsHeadsets =>
        "exclude".Equals(FilterMode, StringComparison.OrdinalIgnoreCase) && FilterRule is not null && MeshNames.SpeakOfHeadsets(FilterRule);

    /// <summary>Whether it demands this.</summary>
    public bool Demands(string control) => Has(Grants, control);

    /// <summary>The policies that are enforced.</summary>
    public static ImmutableArray<PolicyText> Enforced(ImmutableArray<ConditionalAccessPolicyFacts> policies) =>
        [.. policies.Where(policy => policy.State is PolicyState.Enabled).Select(Read)];

    private static PolicyText Read(ConditionalAccessPolicyFacts policy)
    {
        using var document = JsonDocument.Parse(policy.Json);
        var root = document.RootElement;
        var users = At(root, "conditions", "users");
        var applications = At(root, "conditions", "applications");
        var platforms = At(root, "conditions", "platforms");
        var filter = At(root, "conditions", "devices", "deviceFilter");
        var grants = At(root, "grantControls");

        return new(
            policy.DisplayName ?? policy.Id,
            Texts(users, "includeUsers"),
            Texts(applications, "includeApplications"),
            Texts(applications, "excludeApplications"),
            Texts(platforms, "includePlatforms"),
            Texts(platforms, "excludePlatforms"),
            Text(filter, "mode"),
            Text(filter, "rule"),
            Texts(grants, "builtInControls"),
            "AND".Equals(Text(grants, "operator"), StringComparison.OrdinalIgnoreCase));
    }

    private static JsonElement At(JsonElement item, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            item = item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var inner) ? inner : default;
        }

        return item;
    }

    private static string? Text(JsonElement item, string property) =>
        At(item, property) is { ValueKind: JsonValueKind.String } text ? Text(text) : null;

    private static ImmutableArray<string> Texts(JsonElement item, string property) =>
        At(item, property) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(entry => entry.ValueKind is JsonValueKind.String).Select(Text).OfType<string>()]
            : [];

    private static string? Text(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON by its grammar, but no text.
            return null;
        }
    }

    private static bool Has(ImmutableArray<string> list, string word) => list.Contains(word, StringComparer.OrdinalIgnoreCase);
}
