using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Checks;

public sealed class GroupCreationTests
{
    private static readonly GroupFacts Makers = new("g1", "Makers", false, [], null, false);

    [Fact]
    public void Open_to_everybody() => Expect(CheckOutcome.Pass, false, "Everybody may create Microsoft 365 groups.", new(true, "g1"));

    [Fact]
    public void Open_to_a_group_is_for_a_person_to_compare() => Expect(
        CheckOutcome.Pass, true, "Only members of Makers may create Microsoft 365 groups; whoever makes collections has to be one.", new(false, "g1"), Makers);

    [Fact]
    public void Open_to_a_group_that_is_gone() => Expect(
        CheckOutcome.Fail, false, "Only members of one group may create Microsoft 365 groups, and that group no longer exists.", new(false, "g2"), Makers);

    [Fact]
    public void Closed_to_everybody() => Expect(
        CheckOutcome.Fail, false, "Creating Microsoft 365 groups is switched off, and no group is exempted.", new(false, null), Makers);

    [Fact]
    public void What_was_not_read_is_unknown()
    {
        var noSettings = ACheck.OfInventory("group-creation", new() { GroupCreation = ATenant.NoConsent });
        var noGroups = ACheck.Run("group-creation", ATenant.NoConsent, ATenant.Knowing(new() { GroupCreation = new GroupCreationFacts(false, "g1") }) with { Groups = ATenant.NoConsent });

        Assert.Equal((CheckOutcome.Unknown, "The group settings could not be read. Consent is missing."), (noSettings.Outcome, noSettings.Sentence));
        Assert.Equal(
            (CheckOutcome.Unknown, "Only one group may create Microsoft 365 groups, and which it is could not be read. Consent is missing."),
            (noGroups.Outcome, noGroups.Sentence));
    }

    private static void Expect(CheckOutcome outcome, bool isHint, string sentence, GroupCreationFacts creation, params GroupFacts[] groups)
    {
        var result = ACheck.Run("group-creation", ATenant.NoConsent, ATenant.Knowing(new() { GroupCreation = creation }) with { Groups = ImmutableArray.Create(groups) });

        Assert.Equal((outcome, isHint, sentence), (result.Outcome, result.IsHint, result.Sentence));
        Assert.Equal(outcome is CheckOutcome.Fail ? ["Groups Administrator"] : [], result.Findings.Select(finding => finding.Role));
    }
}
