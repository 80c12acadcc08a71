using System.Collections.Immutable;

namespace MeshReadiness.Core.Tenant;

/// <summary>An application in the tenant (Graph's <c>servicePrincipal</c>).</summary>
/// <param name="AppId">Its id, the same in every tenant.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="AccountEnabled">Whether anybody may sign in to it; <see langword="null"/> when Graph didn't say.</param>
/// <param name="IsAssignmentRequired">Whether only people may who are assigned to it.</param>
public sealed record ApplicationFacts(string AppId, string? DisplayName, bool? AccountEnabled, bool? IsAssignmentRequired);

/// <summary>An app in the Teams catalogue. That it is there doesn't say who may use it.</summary>
/// <param name="Id">The app's id in the catalogue.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="DistributionMethod"><c>store</c>, <c>organization</c> or <c>sideloaded</c>, as sent.</param>
public sealed record TeamsAppFacts(string Id, string DisplayName, string? DistributionMethod);

/// <summary>Which Teams policies people are under. Graph tells the policies' names, not what they say.</summary>
/// <param name="Accounts">How many accounts were looked at: the first ones, not all.</param>
/// <param name="Assignments">How many of them are under each policy.</param>
public sealed record TeamsPolicyFacts(int Accounts, ImmutableArray<TeamsPolicyCount> Assignments);

/// <summary>How many accounts are under a policy.</summary>
/// <param name="PolicyType">The kind, for example <c>TeamsFeedbackPolicy</c>.</param>
/// <param name="Name">The policy's name; <c>Global</c> is everybody's unless they are given another.</param>
/// <param name="Accounts">How many.</param>
public sealed record TeamsPolicyCount(string PolicyType, string Name, int Accounts);

/// <summary>An app that device management hands out (Graph's <c>mobileApp</c>).</summary>
/// <param name="Id">The object id.</param>
/// <param name="DisplayName">Its name.</param>
/// <param name="PublishingState"><c>notPublished</c>, <c>processing</c> or <c>published</c>, as sent.</param>
/// <param name="Intents">What it is assigned for: <c>available</c>, <c>required</c>, <c>uninstall</c> and so on; empty when it isn't.</param>
public sealed record MobileAppFacts(string Id, string DisplayName, string? PublishingState, ImmutableArray<string> Intents);
