using CsCheck;
using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Core.Tests.Readiness;

/// <summary>What those who may see no names get to see of small groups.</summary>
public sealed class SmallGroupsTests
{
    private static readonly string[] Experiences = ["avatars", "events"];

    private static readonly Gen<VerdictCounts> Counts =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], (ready, not, unknown, none) => new VerdictCounts(ready, not, unknown, none));

    private static readonly Gen<ImmutableArray<ReadinessGroup>> Groups = Gen.Select(Counts, Counts, Counts)
        .Array[0, 12]
        .Select(rows => rows.Select((row, index) => new ReadinessGroup(
            index == 0 ? "" : $"Group {index}", row.Item1, [new(Experiences[0], row.Item2), new(Experiences[1], row.Item3)])).ToImmutableArray());

    private static readonly Gen<(ImmutableArray<ReadinessGroup> Groups, bool Overlap)> Cases = Gen.Select(Groups, Gen.Bool);

    [Fact]
    public void All_sums_stay_what_they_are() => Cases.Sample(one =>
    {
        var merged = SmallGroups.Merge(one.Groups, one.Overlap);

        Assert.Equal(Total(one.Groups, group => group.Anyone), Total(merged, group => group.Anyone));
        Assert.All(Experiences, id => Assert.Equal(Total(one.Groups, group => Of(group, id)), Total(merged, group => Of(group, id))));
        Assert.Equal(one.Groups.Length, merged.Sum(group => Math.Max(1, group.Merged)));
    });

    [Fact]
    public void No_row_has_fewer_than_five_people_unless_there_is_only_one_row() => Cases.Sample(one =>
    {
        var merged = SmallGroups.Merge(one.Groups, one.Overlap);

        Assert.True(merged.Length <= 1 || merged.All(group => group.People >= 5), Text(merged));
        Assert.True(merged.Count(group => group.Value is null) <= 1);
    });

    // Who knows the total and the other rows must not learn the size of one small group.
    [Fact]
    public void The_merged_row_is_never_a_single_group_beside_others() => Cases.Sample(one =>
    {
        var merged = SmallGroups.Merge(one.Groups, one.Overlap);

        Assert.True(merged.Length <= 1 || merged.All(group => group.Value is not null || group.Merged >= 2), Text(merged));
    });

    // Three people who hold the same two products are six in the sum.
    [Fact]
    public void Where_groups_overlap_one_of_the_merged_has_five_people_by_itself() => Groups.Sample(groups =>
    {
        var merged = SmallGroups.Merge(groups, overlap: true);
        var hidden = groups.Where(group => merged.All(shown => shown.Value != group.Value)).ToList();

        Assert.True(merged.Length <= 1 || hidden.Count == 0 || hidden.Max(group => group.People) >= 5, Text(merged));
    });

    [Fact]
    public void Twice_is_the_same_as_once() => Cases.Sample(one =>
    {
        var once = SmallGroups.Merge(one.Groups, one.Overlap);

        Assert.Equal(Text(once), Text(SmallGroups.Merge(once, one.Overlap)));
    });

    [Fact]
    public void Groups_are_merged_only_as_far_as_it_takes() => Groups.Sample(groups =>
    {
        var merged = SmallGroups.Merge(groups, overlap: false);
        var hidden = groups.Where(group => merged.All(shown => shown.Value != group.Value)).ToList();

        Assert.Equal(merged.Where(group => group.Value is not null), groups.Except(hidden));
        Assert.True(groups.All(group => group.People >= 5) == (hidden.Count == 0));

        // At most one that could stand alone is among them, the smallest of its kind, and only where the small ones don't do.
        var large = hidden.Where(group => group.People >= 5).ToList();
        var small = hidden.Where(group => group.People < 5).ToList();
        Assert.True(large.Count == 0 || large is [var joined] && (small.Count == 1 || small.Sum(group => group.People) < 5)
            && groups.Except(hidden).All(group => group.People >= joined.People), Text(merged));
    });

    [Theory]
    [InlineData("5 6 7", "5 6 7")]
    [InlineData("9 2 3 8", "9 8 5(2)")]
    [InlineData("9 3 8", "9 11(2)")]
    [InlineData("9 1 1 8", "9 10(3)")]
    [InlineData("2 1", "3(2)")]
    [InlineData("4", "4(1)")]
    [InlineData("", "")]
    public void For_example(string people, string shown)
    {
        var groups = people.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((size, index) => new ReadinessGroup($"{index}", new(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture), 0, 0, 0), []))
            .ToImmutableArray();

        Assert.Equal(shown, string.Join(' ', SmallGroups.Merge(groups, overlap: false)
            .Select(group => group.Value is null ? $"{group.People}({group.Merged})" : $"{group.People}")));
    }

    private static VerdictCounts Of(ReadinessGroup group, string experienceId) =>
        group.Experiences.Single(counts => counts.ExperienceId == experienceId).Counts;

    private static (int, int, int, int) Total(ImmutableArray<ReadinessGroup> groups, Func<ReadinessGroup, VerdictCounts> counts) =>
        (groups.Sum(one => counts(one).Ready), groups.Sum(one => counts(one).NotReady), groups.Sum(one => counts(one).Unknown), groups.Sum(one => counts(one).NotApplicable));

    private static string Text(ImmutableArray<ReadinessGroup> groups) => string.Join('\n', groups.Select(group =>
        $"{group.Value ?? "merged"} {group.Merged} {group.Anyone} {string.Join(' ', group.Experiences)}"));
}
