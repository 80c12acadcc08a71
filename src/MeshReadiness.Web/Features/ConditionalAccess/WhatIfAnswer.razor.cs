using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;
using Microsoft.AspNetCore.Components;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Says what the engine found.</summary>
public sealed partial class WhatIfAnswer
{
    private const int MostMissing = 6;

    /// <summary>What the engine found.</summary>
    [Parameter, EditorRequired] public required SignInResult Result { get; set; }

    /// <summary>What was asked.</summary>
    [Parameter, EditorRequired] public required WhatIfQuestion Question { get; set; }

    /// <summary>The tenant's policies, with names.</summary>
    [Parameter, EditorRequired] public required TenantPolicies Tenant { get; set; }

    /// <summary>The device as filters see it.</summary>
    [Parameter, EditorRequired] public required FilterDevice Seen { get; set; }

    /// <summary>Who signs in, as a sentence begins.</summary>
    [Parameter, EditorRequired] public required string Who { get; set; }

    private string Target => Question.App ?? "";

    private string What => Question.App switch
    {
        null => "a resource that isn't known",
        "urn:user:registersecurityinfo" => "the registration of security information",
        "urn:user:registerdevice" => "the registration of a device",
        var app => Tenant.Names[app],
    };

    // A policy that nobody understands could block.
    private SignInOutcome Outcome => Result.Outcome is not SignInOutcome.Blocked && Tenant.Unread.Any(policy => policy.State is PolicyState.Enabled or PolicyState.Unrecognised)
        ? SignInOutcome.Unknown
        : Result.Outcome;

    private string Headline => Outcome switch
    {
        SignInOutcome.Allowed => $"{Who} gets in to {What}.",
        SignInOutcome.BlockedUnlessControlsMet => $"{Who} gets in to {What} after giving {ControlWords.Sentence(Counting(GrantLevel.Prompt).SelectMany(policy => policy.Grant!.Unmet).Distinct().Select(control => ControlWords.Name(control, Tenant.Names)), "and")}.",
        SignInOutcome.Blocked => $"{Who} can't get in to {What}: {ControlWords.Sentence(Counting(GrantLevel.Block).Select(policy => $"“{policy.Policy.DisplayName}”"), "and")} {(Counting(GrantLevel.Block).Count() == 1 ? "stands" : "stand")} in the way.",
        _ => $"Whether {Who} gets in to {What} can't be told: a fact that decides is missing.",
    };

    private IEnumerable<PolicyResult> Counting(GrantLevel best) => Result.Policies.Where(policy =>
        policy is { Policy.State: PolicyState.Enabled, Applies: Truth.Yes, Grant: { } grant } && grant.Range.Best == best);

    private string[] Helps => Outcome is not (SignInOutcome.Blocked or SignInOutcome.BlockedUnlessControlsMet)
        ? []
        : [.. Counting(Outcome is SignInOutcome.Blocked ? GrantLevel.Block : GrantLevel.Prompt)
            .SelectMany(policy => policy.Grant!.Unmet.Select(control => ControlWords.Help(control, Tenant.Names)))
            .Distinct()];

    // What could change the outcome, in the words of the conditions that wait for it.
    private string[] Missing => [.. Result.Policies
        .Where(policy => policy.Policy.State is PolicyState.Enabled or PolicyState.Unrecognised && policy.Result is PolicyOutcome.Unknown)
        .SelectMany(policy => policy.Applies is Truth.Unknown
            ? policy.Conditions.Where(condition => condition.Met is Truth.Unknown).Select(condition => Tenant.Names.In(condition.Because))
            : (policy.Grant?.Controls ?? []).Where(control => !control.Range.IsCertain).Select(control => $"Whether this is met: {ControlWords.Name(control.Control, Tenant.Names)}."))
        .Distinct()
        .Take(MostMissing)];

    private static int Rank(PolicyResult policy) => policy.Result switch
    {
        PolicyOutcome.Failure => policy.Grant?.Range.Worst is GrantLevel.Block ? 0 : 1,
        PolicyOutcome.Unknown => 2,
        PolicyOutcome.Success => 3,
        _ => 4,
    };

    private string AddressOf(string appId) => (Question with { App = appId }).Address;
}
