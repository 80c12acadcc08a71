using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;
using static MeshReadiness.Core.Tests.Given.MeshTenant;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>A symptom for one person: what is likely, what can't be seen, and what isn't it.</summary>
public sealed class SymptomAnswerTests
{
    private static readonly DateTimeOffset WhileMeshLived = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_licence_the_missing_3d_view_is_explained_by_it()
    {
        var answer = For("no-3d-view", Without("immersive"));

        Assert.Equal(
            ("They have no working licence for immersive spaces", Likelihood.Likely, "No assigned licence carries immersive spaces for Teams."),
            (answer.Causes[0].Cause.Title, answer.Causes[0].Likelihood, answer.Causes[0].Because));
        Assert.Equal("licensing", answer.Causes[0].Cause.Contact);
        Assert.Equal(Likelihood.RuledOut, Of(answer, "They have no Teams licence").Likelihood);
        Assert.Equal("Microsoft Teams is on.", Of(answer, "They have no Teams licence").Because);
        Assert.Equal((Likelihood.Possible, null), (Of(answer, "The Mesh app isn't allowed for them in Teams").Likelihood, Of(answer, "The Mesh app isn't allowed for them in Teams").Because));
    }

    [Fact]
    public void Likely_causes_come_first_and_those_ruled_out_last_otherwise_in_the_table_s_order()
    {
        foreach (var symptom in SymptomTable.Shipped)
        {
            var answer = SymptomAnswer.For(symptom, Explain(Without("mesh")), Playbook, WhileMeshLived);

            Assert.Equal(answer.Causes.Select(one => one.Likelihood).Order(), answer.Causes.Select(one => one.Likelihood));
            Assert.All(answer.Causes.GroupBy(one => one.Likelihood), group => Assert.Equal(symptom.Causes.Where(cause => group.Any(one => one.Cause == cause)), group.Select(one => one.Cause)));
        }
    }

    [Fact]
    public void Somebody_who_is_equipped_gets_no_licence_as_likely_cause() => Assert.All(
        SymptomTable.Shipped,
        symptom => Assert.DoesNotContain(SymptomAnswer.For(symptom, Explain(Equipped()), Playbook, WhileMeshLived).Causes, cause => cause.Likelihood is Likelihood.Likely));

    [Fact]
    public void A_disabled_account_explains_50057()
    {
        var answer = For("account-switched-off", Equipped() with { AccountEnabled = false });

        Assert.Equal((Likelihood.Likely, "The account is disabled, so nobody can sign in with it."), (answer.Causes[0].Likelihood, answer.Causes[0].Because));
        Assert.Equal(Likelihood.RuledOut, answer.Causes[1].Likelihood);
    }

    [Fact]
    public void What_isnt_known_is_possible_with_the_reason_why_it_isnt_known()
    {
        var pending = Rules().Explain(new(Equipped()) { Details = [.. Own.Select(sku => new LicenceDetail(sku.SkuId, [new(sku.ServicePlans[0].ServicePlanId, sku == MeshTenant.For("mesh") ? "PendingInput" : "Success")]))] });

        var cause = SymptomAnswer.For(Symptom("no-permission"), pending, Playbook, WhileMeshLived).Causes.Single(one => one.Cause.Title.Contains("Mesh licence", StringComparison.Ordinal));

        Assert.Equal(Likelihood.Possible, cause.Likelihood);
        Assert.StartsWith("A licence carries the Microsoft Mesh plan, but its plan still waits", cause.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_who_hasnt_accepted_is_told_apart_from_one_who_has()
    {
        var guest = Person.Guest();

        Assert.Equal(Likelihood.RuledOut, Of(For("guest-sees-nothing", guest), "They haven't accepted the invitation to the organisation").Likelihood);
        Assert.Equal(Likelihood.Likely, Of(For("guest-sees-nothing", guest with { Invitation = InvitationState.PendingAcceptance }), "They haven't accepted the invitation to the organisation").Likelihood);
    }

    [Theory]
    [InlineData(2025, 11, 30, Likelihood.Possible)]
    [InlineData(2025, 12, 1, Likelihood.Likely)]
    public void The_end_of_the_product_is_likely_from_its_day_on(int year, int month, int day, Likelihood expected)
    {
        var answer = SymptomAnswer.For(Symptom("quest-sign-in"), Explain(Equipped()), Playbook, new(year, month, day, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(expected, Of(answer, "Microsoft has ended it").Likelihood);
    }

    private static SymptomAnswer For(string symptom, UserFacts user) => SymptomAnswer.For(Symptom(symptom), Explain(user), Playbook, WhileMeshLived);

    private static PersonEligibility Explain(UserFacts user) => Rules().Explain(new(user));

    private static Symptom Symptom(string id) => SymptomTable.Shipped.Single(one => one.Id == id);

    private static CauseAnswer Of(SymptomAnswer answer, string title) => answer.Causes.Single(one => one.Cause.Title == title);
}
