using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>A person to store, with what decides about them.</summary>
/// <param name="User">The facts.</param>
/// <param name="Footprint">The footprint that follows from them.</param>
public sealed record PersonEntry(UserFacts User, Footprint Footprint);
