using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Scanning;

namespace MeshReadiness.Data;

/// <summary>Everybody in a snapshot, counted by what decides about them.</summary>
public sealed class PeopleCount
{
    internal PeopleCount(
        ImmutableArray<ProfileCount> profiles, ImmutableArray<LabelCount> labels, ImmutableArray<GroupCount> groups, PeopleChanges? changes)
    {
        Profiles = profiles;
        Population = Tally(count => count.Footprint);
        Labels = labels;
        Groups = groups;
        Changes = changes;
    }

    /// <summary>The people in numbers.</summary>
    public PopulationFacts Population { get; }

    /// <summary>The people in numbers as another playbook's rules see them. Costs as much as they have profiles.</summary>
    public PopulationFacts PopulationBy(EligibilityRules rules) => Tally(count => rules.FootprintOf(count.Profile));

    /// <summary>The people by department, country, office, sort and product.</summary>
    public ImmutableArray<GroupCount> Groups { get; }

    /// <summary>For an incremental scan, how people differ from the snapshot before.</summary>
    public PeopleChanges? Changes { get; }

    internal ImmutableArray<ProfileCount> Profiles { get; }

    internal ImmutableArray<LabelCount> Labels { get; }

    /// <summary>Nobody: an empty directory, or one whose people could not be read.</summary>
    internal static PeopleCount Nobody { get; } = new([], [], [], null);

    private PopulationFacts Tally(Func<ProfileCount, Footprint> footprint)
    {
        var tally = new PopulationTally();

        foreach (var count in Profiles)
        {
            tally.Add(count.Profile, footprint(count), count.People);
        }

        return tally.ToFacts();
    }
}

/// <summary>How many people have a profile.</summary>
internal sealed record ProfileCount(int ProfileId, PersonProfile Profile, Footprint Footprint, int People);

/// <summary>How many people with a footprint carry a label; label 0 stands for none.</summary>
internal sealed record LabelCount(Dimension Dimension, int LabelId, Footprint Footprint, int People);
