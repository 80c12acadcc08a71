using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>How lists inside a row are written. What follows from the rest is left out.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredHoldings))]
[JsonSerializable(typeof(ImmutableArray<ServicePlan>))]
[JsonSerializable(typeof(ImmutableArray<Guid>))]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableArray<Finding>))]
[JsonSerializable(typeof(Reason))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(Rollout))]
[JsonSerializable(typeof(TaskWork))]
[JsonSerializable(typeof(Outreach))]
[JsonSerializable(typeof(Decision))]
[JsonSerializable(typeof(GroupCreationFacts))]
[JsonSerializable(typeof(RoleFacts))]
[JsonSerializable(typeof(ImmutableArray<SubscriptionFacts>))]
[JsonSerializable(typeof(GuestInvitationFacts))]
[JsonSerializable(typeof(CrossTenantFacts))]
[JsonSerializable(typeof(GuestSignInFacts))]
[JsonSerializable(typeof(ImmutableArray<ApplicationFacts>))]
[JsonSerializable(typeof(ImmutableArray<TeamsAppFacts>))]
[JsonSerializable(typeof(TeamsPolicyFacts))]
[JsonSerializable(typeof(ImmutableArray<MobileAppFacts>))]
[JsonSerializable(typeof(HeadsetFacts))]
[JsonSerializable(typeof(SignInFacts))]
[JsonSerializable(typeof(DeviceShapes))]
[JsonSerializable(typeof(PolicyMemberFacts))]
[JsonSerializable(typeof(PolicyMemberships))]
internal sealed partial class StoredJson : JsonSerializerContext;
