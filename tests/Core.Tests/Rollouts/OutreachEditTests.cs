using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;

namespace MeshReadiness.Core.Tests.Rollouts;

public sealed class OutreachEditTests
{
    private static readonly Outreach Untouched = Outreach.Untouched("network");
    private static readonly Moment Now = SmallRollout.At(0);

    [Fact]
    public void From_nobody_named_to_an_answer()
    {
        var outreach = OutreachEdit.Name(Untouched, " Maja Lindqvist ", " maja@contoso.com ", "42").Value;
        outreach = OutreachEdit.SetDue(outreach, new(2026, 4, 1), Now).Value;
        outreach = OutreachEdit.Ask(outreach, " Open the ports. ", Now).Value;
        Assert.Equal((OutreachState.Asked, "Open the ports.", Now.At), (outreach.State, outreach.Asked, outreach.AskedAt));

        outreach = OutreachEdit.Say(outreach, OutreachState.Waiting, outreach.Asked, "Next week.", SmallRollout.At(3)).Value;
        outreach = OutreachEdit.Say(outreach, OutreachState.Granted, outreach.Asked, " Done. ", SmallRollout.At(9)).Value;

        Assert.Equal(
            new Outreach("network", new("Maja Lindqvist", "maja@contoso.com", "42"), OutreachState.Granted, "Open the ports.", new(2026, 4, 1), "Done.") { AskedAt = Now.At },
            outreach);
    }

    [Fact]
    public void Asking_again_forgets_the_answer_to_the_question_before()
    {
        var refused = OutreachEdit.Say(OutreachEdit.Ask(Untouched, "All ports?", Now).Value, OutreachState.Refused, "All ports?", "No.", Now).Value;

        var again = OutreachEdit.Ask(refused, "Two ports?", SmallRollout.At(5)).Value;

        Assert.Equal((OutreachState.Asked, "Two ports?", null, SmallRollout.At(5).At), (again.State, again.Asked, again.Answer, again.AskedAt));
    }

    [Fact]
    public void Nobody_asked_means_that_nothing_was_asked_and_nothing_answered()
    {
        var granted = OutreachEdit.Say(Untouched, OutreachState.Granted, "Please.", "Yes.", Now).Value;

        Assert.Equal(Untouched, OutreachEdit.Say(granted, OutreachState.NotAsked, "Please.", "Yes.", Now).Value);
    }

    [Theory]
    [InlineData(OutreachState.Asked, null, null, "Say what they were asked")]
    [InlineData(OutreachState.Waiting, "  ", null, "Say what they were asked")]
    [InlineData(OutreachState.Granted, "Please.", " ", "Say in their words what they granted")]
    [InlineData(OutreachState.Refused, "Please.", null, "Say in their words what they refused")]
    [InlineData((OutreachState)9, "Please.", null, "There is no state 9")]
    public void What_is_missing_is_said(OutreachState state, string? asked, string? answer, string sentence) =>
        AssertRefused(sentence, OutreachEdit.Say(Untouched, state, asked, answer, Now));

    [Fact]
    public void Without_a_name_and_an_address_nobody_is_named() =>
        Assert.Null(OutreachEdit.Name(OutreachEdit.Name(Untouched, "Maja", null, null).Value, " ", null, "42").Value.Person);

    [Theory]
    [InlineData(null, "maja@contoso.com", "Give the name of whoever reads maja@contoso.com")]
    [InlineData("Maja\nBcc: everybody", null, "Write it in one line")]
    [InlineData("Maja", "maja", "\"maja\" is no mail address. Write it like maja@contoso.com")]
    [InlineData("Maja", "maja@contoso", "is no mail address")]
    [InlineData("Maja", "maja@contoso.", "is no mail address")]
    [InlineData("Maja", "@contoso.com", "is no mail address")]
    [InlineData("Maja", "maja@@contoso.com", "is no mail address")]
    [InlineData("Maja", "maja@contoso.com, bob@contoso.com", "is no mail address")]
    [InlineData("Maja", "Maja <maja@contoso.com>", "is no mail address")]
    [InlineData("Maja", "maja@contoso.com\r\nBcc: all@contoso.com", "is no mail address")]
    [InlineData("Maja", "<script>alert(1)</script>", "is no mail address")]
    public void A_person_is_somebody_who_can_be_written_to(string? name, string? mail, string sentence) =>
        AssertRefused(sentence, OutreachEdit.Name(Untouched, name, mail, null));

    [Theory]
    [InlineData("maja.lindqvist+mesh@sub.contoso.com")]
    [InlineData("o'neil@contoso.co.uk")]
    [InlineData("jörg@münchen.example")]
    public void Addresses_that_exist_are_taken(string mail) =>
        Assert.Equal(mail, OutreachEdit.Name(Untouched, "Maja", mail, null).Value.Person!.Mail);

    [Fact]
    public void What_is_too_long_is_refused_with_its_length()
    {
        AssertRefused("The name has 500 characters; up to 200", OutreachEdit.Name(Untouched, new string('x', 500), null, null));
        AssertRefused("is no mail address", OutreachEdit.Name(Untouched, "Maja", new string('x', 250) + "@contoso.com", null));
        AssertRefused("what was asked has 4001 characters; up to 4000", OutreachEdit.Ask(Untouched, new string('x', 4001), Now));
        AssertRefused("answer has 4001 characters", OutreachEdit.Say(Untouched, OutreachState.Granted, "Please.", new string('x', 4001), Now));
        Assert.Equal(4000, OutreachEdit.Ask(Untouched, new string('x', 4000), Now).Value.Asked!.Length);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("2016-03-01")]
    [InlineData("2036-03-03")]
    [InlineData("9999-12-31")]
    public void A_day_far_away_is_refused_with_the_range(string day) =>
        AssertRefused("is out of range: give a day within 10 years", OutreachEdit.SetDue(Untouched, DateOnly.Parse(day, null), Now));

    [Fact]
    public void Of_several_edits_all_are_made_or_none()
    {
        AssertRefused("is out of range", OutreachEdit.Together(
            Untouched, one => OutreachEdit.Ask(one, "Please.", Now), one => OutreachEdit.SetDue(one, DateOnly.MaxValue, Now)));
        Assert.Equal(
            (OutreachState.Asked, new DateOnly(2026, 5, 1)),
            OutreachEdit.Together(Untouched, one => OutreachEdit.Ask(one, "Please.", Now), one => OutreachEdit.SetDue(one, new(2026, 5, 1), Now))
                .Map(one => (one.State, one.Due!.Value)).Value);
    }

    private static void AssertRefused(string sentence, Result<Outreach> result)
    {
        Assert.Equal(ProblemKind.Invalid, result.Problem.Kind);
        Assert.Contains(sentence, result.Problem.Detail, StringComparison.Ordinal);
    }
}
