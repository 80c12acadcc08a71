using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>The addresses of Conditional Access. They hold what is looked at, so that a link shows what its sender saw.</summary>
internal static class CaLinks
{
    public const string Overview = "/conditional-access";
    public const string PolicyList = Overview + "/policies";
    public const string Findings = Overview + "/findings";
    public const string WhatIf = Overview + "/what-if";
    public const string Try = Overview + "/try";
    public const string Filter = Overview + "/filter";

    /// <summary>The pages, in the order of their tabs.</summary>
    public static ImmutableArray<(string Address, string Text)> Pages { get; } =
    [
        (Overview, "Overview"),
        (PolicyList, "Policies"),
        (Findings, "Findings"),
        (WhatIf, "What if"),
        (Try, "Try a change"),
        (Filter, "Filter workbench"),
    ];

    /// <summary>The workbench with a rule in it.</summary>
    public static string FilterOf(string rule, bool excludes) => QueryHelpers.AddQueryString(Filter, Query(("rule", rule), ("mode", excludes ? "exclude" : "include")));

    /// <summary>A policy in the list.</summary>
    public static string Policy(string? id) => QueryHelpers.AddQueryString(PolicyList, Query(("policy", id)));

    /// <summary>A change of a policy, to begin.</summary>
    public static string TryOf(string? id) => QueryHelpers.AddQueryString(Try, Query(("policy", id)));

    /// <summary>An address with these parameters; those that are nothing are left out, and others may come several times.</summary>
    public static string With(string page, IEnumerable<KeyValuePair<string, string?>> query) => QueryHelpers.AddQueryString(page, query.Where(one => one.Value is not null));

    private static IEnumerable<KeyValuePair<string, string?>> Query(params IEnumerable<(string Name, string? Value)> query) =>
        query.Where(one => one.Value is not null).Select(one => KeyValuePair.Create(one.Name, one.Value));
}
