using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Readiness;

/// <summary>Counts people as they stream by. Holds numbers only, so it stays small whatever the tenant's size.</summary>
public sealed class PopulationTally
{
    private readonly Dictionary<Footprint, int> _footprints = [];
    private int _people, _withoutUsageLocation, _withErrors, _pendingGuests, _byGroup, _directlyOnly;

    /// <summary>How many people have been counted.</summary>
    public int People => _people;

    /// <summary>Counts one person. Each person must be given once.</summary>
    public void Add(UserFacts user, Footprint footprint) => Add(PersonProfile.Of(user), footprint, 1);

    /// <summary>Counts everybody with one profile.</summary>
    /// <param name="profile">What they share.</param>
    /// <param name="footprint">What decides about them.</param>
    /// <param name="people">How many they are.</param>
    public void Add(PersonProfile profile, Footprint footprint, int people)
    {
        var holdings = profile.Holdings;
        _people += people;
        _footprints[footprint] = _footprints.GetValueOrDefault(footprint) + people;
        _withoutUsageLocation += !holdings.Licences.IsEmpty && !profile.HasUsageLocation ? people : 0;
        _withErrors += holdings.Assignments.Any(state => state.IsInError) ? people : 0;
        _pendingGuests += profile.Invitation is InvitationState.PendingAcceptance ? people : 0;

        if (holdings.Assignments.Any(state => state.AssignedByGroup is not null))
        {
            _byGroup += people;
        }
        else if (!holdings.Assignments.IsEmpty)
        {
            _directlyOnly += people;
        }
    }

    /// <summary>What has been counted so far.</summary>
    public PopulationFacts ToFacts() => new(
        _people,
        [.. _footprints.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.ToString(), StringComparer.Ordinal)
            .Select(pair => new FootprintCount(pair.Key, pair.Value))],
        _withoutUsageLocation, _withErrors, _pendingGuests, _byGroup, _directlyOnly);
}
