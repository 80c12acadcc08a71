using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.Words;

namespace MeshReadiness.Core.ConditionalAccess.Findings;

/// <summary>What is known of a tenant beside its policies. All of it may be unknown; a finding that would be a guess without it isn't made.</summary>
public sealed record KnownTenant
{
    /// <summary>Nothing beside the policies.</summary>
    public static KnownTenant Nothing { get; } = new();

    /// <summary>Names for sentences.</summary>
    public PolicyNames Names { get; init; } = new();

    /// <summary>The groups that there are; <see langword="null"/> when not known.</summary>
    public ImmutableHashSet<string>? GroupIds { get; init; }

    /// <summary>The people that there are, of those whom policies name at least; <see langword="null"/> when not known.</summary>
    public ImmutableHashSet<string>? UserIds { get; init; }

    /// <summary>The named locations that there are; <see langword="null"/> when not known.</summary>
    public ImmutableHashSet<string>? LocationIds { get; init; }

    /// <summary>Everybody, counted by what policies can tell about them; <see langword="null"/> when not known.</summary>
    public ImmutableArray<ClassCount>? People { get; init; }

    /// <summary>Groups and roles of which nobody knows who is in them.</summary>
    public ImmutableHashSet<string> Uncertain { get; init; } = [];

    /// <summary>The registered devices, counted by what filters can tell about them; <see langword="null"/> when not known.</summary>
    public ImmutableArray<DeviceCount>? Devices { get; init; }

    /// <summary>People and groups that somebody has named as kept for emergencies.</summary>
    public ImmutableHashSet<string> EmergencyIds { get; init; } = [];
}

/// <summary>How many registered devices look the same to filters.</summary>
/// <param name="Device">What they look like.</param>
/// <param name="Devices">How many.</param>
public sealed record DeviceCount(FilterDevice Device, int Devices);
