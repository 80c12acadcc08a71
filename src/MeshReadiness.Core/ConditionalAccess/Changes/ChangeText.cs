using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Words;

namespace MeshReadiness.Core.ConditionalAccess.Changes;

/// <summary>A change as text for whoever owns Conditional Access: what to do step by step, what it would do to people, and the bodies for Microsoft Graph.</summary>
public static class ChangeText
{
    private const string Address = "https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies";

    private static readonly ImmutableHashSet<string> ReadOnly =
        ImmutableHashSet.Create(StringComparer.Ordinal, "id", "createdDateTime", "modifiedDateTime", "deletedDateTime", "templateId");

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole text.</summary>
    /// <param name="policies">The policies as they are.</param>
    /// <param name="change">The change.</param>
    /// <param name="names">Names for ids.</param>
    /// <param name="effect">What it would do; <see langword="null"/> when nobody counted.</param>
    public static string Write(ImmutableArray<ConditionalAccessPolicy> policies, PolicyChange change, PolicyNames names, ChangeEffect? effect)
    {
        var text = new StringBuilder("A change of Conditional Access, proposed. Nothing of it has been applied.\n");
        var number = 0;

        foreach (var draft in change.Drafts)
        {
            WriteStep(text, ++number, draft, Original(policies, draft), names);
        }

        Line(text, $"\n{++number}. Before you enforce it: set new policies to report-only, read the sign-in log for some days, and try one person of each kind with What If in the Microsoft Entra admin center.");
        Line(text, $"{++number}. Enforce the new policies first and the changed ones last, so that no door stands open in between.");

        if (effect is not null)
        {
            WriteEffect(text, effect);
        }

        return text.ToString();
    }

    /// <summary>The body for Microsoft Graph: of a new policy all of it, of a changed one the parts that change.</summary>
    public static string Body(PolicyDraft draft, ConditionalAccessPolicy? original)
    {
        var body = new JsonObject();

        foreach (var property in draft.Policy.Source.EnumerateObject().Where(property => !ReadOnly.Contains(property.Name) && !property.Name.Contains('@', StringComparison.Ordinal)))
        {
            if (original is null || !original.Source.TryGetProperty(property.Name, out var before) || !JsonElement.DeepEquals(before, property.Value))
            {
                body[property.Name] = JsonNode.Parse(property.Value.GetRawText());
            }
        }

        return body.ToJsonString(Indented);
    }

    private static ConditionalAccessPolicy? Original(ImmutableArray<ConditionalAccessPolicy> policies, PolicyDraft draft) =>
        draft.ReplacesId is { } id ? policies.FirstOrDefault(policy => id.Equals(policy.Id, StringComparison.OrdinalIgnoreCase)) : null;

    private static void WriteStep(StringBuilder text, int number, PolicyDraft draft, ConditionalAccessPolicy? original, PolicyNames names)
    {
        Line(text, $"\n{number}. {(original is null ? "Create" : "Change")} the policy \"{original?.DisplayName ?? draft.Policy.DisplayName}\".");
        Line(text, "   In the Microsoft Entra admin center: Protection, Conditional Access, Policies.");
        Line(text, $"   As it would be: {PolicyWords.Of(draft.Policy, names)}");

        if (original is not null)
        {
            foreach (var difference in PolicyDifference.Of(original.Source, draft.Policy.Source))
            {
                Line(text, $"   {difference.Path}: {difference.Before ?? "nothing"} becomes {difference.After ?? "nothing"}");
            }
        }

        Line(text, $"\n   {(original is null ? $"POST {Address}" : $"PATCH {Address}/{draft.ReplacesId}")}");
        Line(text, Body(draft, original));
    }

    private static void WriteEffect(StringBuilder text, ChangeEffect effect)
    {
        Line(text, "\nWhat it would do to people whose accounts aren't disabled:");

        foreach (var scenario in effect.Scenarios.Concat(effect.Protections.Where(protection => protection.Gain + protection.Loss > 0)))
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"- {scenario.Scenario.Name}: {scenario.Gain:N0} get further, {scenario.Loss:N0} less far, {scenario.Moves.Sum(move => move.People) - scenario.Gain - scenario.Loss:N0} as before."));
        }

        foreach (var weakened in effect.Weakened)
        {
            Line(text, string.Create(CultureInfo.InvariantCulture, $"Weakened: {weakened.Scenario.Name}. {weakened.Gain:N0} people get further than today."));
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
