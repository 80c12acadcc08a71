using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Policies;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>What a policy demands, and what it does to the session, in words.</summary>
public static class DemandWords
{
    internal static IEnumerable<string> Of(ConditionalAccessPolicy policy, PolicyNames names)
    {
        var session = Session(policy).ToList();
        yield return Grant(policy.Grant, names, session.Count > 0);

        foreach (var sentence in session)
        {
            yield return sentence;
        }
    }

    /// <summary>A control as something that is asked for, a part of a sentence.</summary>
    public static string Control(string control, PolicyNames names) => control.ToUpperInvariant() switch
    {
        "BLOCK" => "that nobody gets in",
        "MFA" => "multifactor authentication",
        "COMPLIANTDEVICE" => "a compliant device",
        "DOMAINJOINEDDEVICE" => "a hybrid joined device",
        "APPROVEDAPPLICATION" => "an approved app",
        "COMPLIANTAPPLICATION" => "an app under app protection",
        "PASSWORDCHANGE" => "a new password",
        "RISKREMEDIATION" => "remediation of the risk",
        _ when After(control, GrantControls.Strength) is { } strength => $"the authentication strength {names.Strength(strength)}",
        _ when After(control, GrantControls.Terms) is { } terms => $"consent to the terms of use {names.TermsOfUse(terms)}",
        _ when After(control, GrantControls.Custom) is { } custom => $"the custom control {custom}",
        _ => $"what Graph calls {control}",
    };

    /// <summary>All that is demanded, as a part of a sentence.</summary>
    internal static string Controls(GrantControls grant, PolicyNames names) => Say.List(
        grant.Controls.Select(control => Control(control, names)).Concat(grant.HasUnmodelled ? ["something that isn't understood here"] : []), grant.NeedsAll ? "and" : "or");

    private static string Grant(GrantControls? grant, PolicyNames names, bool hasSession) =>
        grant is null || (grant.Controls.IsEmpty && !grant.HasUnmodelled) ? $"It demands nothing{(hasSession ? " before it lets them in" : "")}."
        : grant.Controls.Contains("block", StringComparer.OrdinalIgnoreCase) && (grant.NeedsAll || grant.Controls.Length == 1) ? "It blocks."
        : $"It demands {Controls(grant, names)}.";

    private static IEnumerable<string> Session(ConditionalAccessPolicy policy) => policy.SessionControls.Select(name => (name, At(policy.Source, "sessionControls", name)))
        .Where(control => At(control.Item2, "isEnabled").ValueKind is not JsonValueKind.False && !(control.Item2.ValueKind is JsonValueKind.False))
        .Select(control => InWords(control.name, control.Item2));

    private static string InWords(string name, JsonElement control) => name switch
    {
        "applicationEnforcedRestrictions" => "In the session, apps restrict what can be done, as they are set up to.",
        "cloudAppSecurity" => $"Microsoft Defender for Cloud Apps {Watches(Text(control, "cloudAppSecurityType"))}.",
        "signInFrequency" => Frequency(control),
        "persistentBrowser" => $"Browsers {("never".Equals(Text(control, "mode"), StringComparison.OrdinalIgnoreCase) ? "never stay" : "stay")} signed in when they are closed.",
        "disableResilienceDefaults" => "When Microsoft Entra is down, sessions aren't extended.",
        "secureSignInSession" => "Tokens are bound to the device.",
        _ => $"The session is subject to {name}.",
    };

    private static string Watches(string? type) => type?.ToUpperInvariant() switch
    {
        "MONITORONLY" => "watches the session",
        "BLOCKDOWNLOADS" => "blocks downloads in the session",
        _ => "controls the session by its own policies",
    };

    private static string Frequency(JsonElement control) =>
        "everyTime".Equals(Text(control, "frequencyInterval"), StringComparison.OrdinalIgnoreCase) ? "They sign in again every time."
        : At(control, "value") is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? $"They sign in again {Every(number, "days".Equals(Text(control, "type"), StringComparison.OrdinalIgnoreCase) ? "day" : "hour")}."
        : "They sign in again from time to time.";

    private static string Every(int number, string unit) => number == 1 ? $"every {unit}" : $"every {Say.Number(number)} {unit}s";

    private static string? After(string control, string prefix) => control.StartsWith(prefix, StringComparison.Ordinal) ? control[prefix.Length..] : null;

    private static JsonElement At(JsonElement item, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            item = item.ValueKind is JsonValueKind.Object ? item.EnumerateObject().FirstOrDefault(property => property.NameEquals(name) || Same(property.Name, name)).Value : default;
        }

        return item;
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // Half a character is no text.
    private static string? Text(JsonElement item, string name)
    {
        try
        {
            return At(item, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
