using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>A person as the tenant told them just now, judged with what the snapshot knows of the tenant.</summary>
/// <param name="ReadAt">When the person was read.</param>
/// <param name="Facts">What was told.</param>
/// <param name="Person">The verdicts.</param>
/// <param name="Devices">The registered devices, or why they aren't known.</param>
public sealed record FreshPerson(
    DateTimeOffset ReadAt, PersonFacts Facts, PersonEligibility Person, Result<ImmutableArray<TriedDevice>> Devices);

/// <summary>A person's registered device, and what Conditional Access makes of it.</summary>
/// <param name="Device">The device.</param>
/// <param name="Outcomes">What comes of signing in with it; the scan's problem where the policies aren't known.</param>
public sealed record TriedDevice(DeviceFacts Device, Result<ImmutableArray<DeviceOutcome>> Outcomes);
