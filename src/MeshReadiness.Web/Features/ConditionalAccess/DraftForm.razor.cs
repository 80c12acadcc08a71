using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Changes;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Edits a draft. What can't be is told in one sentence, and the draft stays as it was.</summary>
public sealed partial class DraftForm
{
    private const string StartRule = "device.model -startsWith \"Quest\"";
    private const int LongestValue = 160;

    private static readonly (string, string)[] States = [("enabled", "Enforced"), ("enabledForReportingButNotEnforced", "Only reported"), ("disabled", "Disabled")];
    private static readonly (string, string)[] Modes = [("include", "are taken in (include)"), ("exclude", "are taken out (exclude)")];
    private static readonly (string, string)[] Operators = [("AND", "All of them"), ("OR", "One of them")];

    private static readonly string[] BuiltInControls =
        ["block", "mfa", "compliantDevice", "domainJoinedDevice", "approvedApplication", "compliantApplication", "passwordChange"];

    private static readonly string[] ResourceWords = ["All", "Office365", "MicrosoftAdminPortals"];

    private PolicyDraft? _shown;
    private Problem? _problem;
    private string? _rule;
    private string _json = "";

    /// <summary>The draft's place in the change, which makes its ids its own.</summary>
    [Parameter, EditorRequired] public int Place { get; set; }

    /// <summary>The draft.</summary>
    [Parameter, EditorRequired] public required PolicyDraft Draft { get; set; }

    /// <summary>What it is a copy of; nothing when it is new.</summary>
    [Parameter] public ConditionalAccessPolicy? Original { get; set; }

    /// <summary>The tenant's policies, with names.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>Called with the draft as it is to be.</summary>
    [Parameter, EditorRequired] public EventCallback<PolicyDraft> OnChanged { get; set; }

    /// <summary>Called when the draft is to go; nothing when it can't.</summary>
    [Parameter] public EventCallback OnRemoved { get; set; }

    private ImmutableArray<PolicyDifference> Differences => Original is null ? [] : PolicyDifference.Of(Original.Source, Draft.Policy.Source);

    private string? FilterMode => Draft.Policy.Filter is not { } filter ? null : filter.Excludes ? "exclude" : "include";

    private IEnumerable<(string, string)> Controls => BuiltInControls.Union(PolicyEdits.BuiltIn(Draft.Policy), StringComparer.OrdinalIgnoreCase).Select(control => (control, control == "block" ? "block" : ControlWords.Name(control, Tenant.Names)));

    protected override void OnParametersSet()
    {
        if (_shown?.Json != Draft.Json)
        {
            (_shown, _problem, _rule, _json) = (Draft, null, null, Draft.Json);
        }
    }

    private async Task Edit(Func<PolicyDraft, Result<PolicyDraft>> edit)
    {
        var edited = edit(Draft);
        _problem = edited.Succeeded ? null : edited.Problem;

        if (edited.TryGet(out var draft) && draft.Json != Draft.Json)
        {
            await OnChanged.InvokeAsync(draft);
        }
    }

    private Task ChangeRule(ChangeEventArgs change)
    {
        _rule = change.Value as string ?? "";
        return Edit(draft => draft.WithFilter(draft.Policy.Filter?.Excludes is not false, _rule));
    }

    private Task ApplyJson() => Edit(draft => PolicyDraft.Read(draft.ReplacesId, _json));

    private string Id(string name) => $"draft-{Place}-{name}";

    private IEnumerable<(string, string)> Groups(ImmutableArray<string> chosen) => Tenant.Known.Names.Groups.Keys.Union(chosen, StringComparer.OrdinalIgnoreCase)
        .Select(id => (id, Tenant.Names[id])).OrderBy(group => group.Item2, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<(string, string)> Apps(ImmutableArray<string> chosen) => ResourceWords
        .Concat(KnownApps.Offered.Select(app => app.Id)).Union(chosen, StringComparer.OrdinalIgnoreCase).Select(id => (id, id switch
        {
            "All" => "Everything",
            "Office365" => "Office 365",
            "MicrosoftAdminPortals" => "Microsoft admin portals",
            _ => Tenant.Names[id],
        }));

    private string Shown(string? json)
    {
        if (json is null or "null" or "[]")
        {
            return "nothing";
        }

        using var document = JsonDocument.Parse(json);
        var text = document.RootElement.ValueKind switch
        {
            JsonValueKind.Array when document.RootElement.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String) =>
                string.Join(", ", document.RootElement.EnumerateArray().Select(one => Tenant.Names[one.GetString()!])),
            JsonValueKind.String => document.RootElement.GetString()!,
            _ => json,
        };
        return text.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
