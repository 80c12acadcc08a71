using CsCheck;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>From what somebody types or pastes to what it stands for.</summary>
public sealed class SymptomFinderTests
{
    private static readonly SymptomFinder Finder = new(SymptomTable.Shipped);

    [Theory]
    [InlineData("AADSTS50199", "quest-sign-in")]
    [InlineData("aadsts 50199", "quest-sign-in")]
    [InlineData("50199", "quest-sign-in")]
    [InlineData("AADSTS50199 and AADSTS53003", "quest-sign-in")]
    [InlineData("AADSTS53003", "access-blocked")]
    [InlineData("AADSTS53003 on my quest headset", "quest-sign-in")]
    [InlineData("Error AADSTS50057: The user account is disabled. Trace ID: 3f0a1c00-7b1e-4a5d-9f0a-53003aaaaaaa Timestamp: 2026-03-31 12:00:00Z", "account-switched-off")]
    [InlineData("AADSTS500011: The resource principal named api://x was not found in the tenant named Contoso.", "service-not-here")]
    [InlineData("AADSTS50034", "account-not-here")]
    [InlineData("AADSTS50105", "not-assigned")]
    [InlineData("AADSTS65001", "consent")]
    [InlineData("space is full", "space-full")]
    [InlineData("SPACE FULL!", "space-full")]
    [InlineData("full the room is", "space-full")]
    [InlineData("no 3d view in teams", "no-3d-view")]
    [InlineData("she doesn't have the 3D view", "no-3d-view")]
    [InlineData("nobody hears me", "nobody-hears-me")]
    [InlineData("others cannot hear her microphone", "nobody-hears-me")]
    [InlineData("cant create an event", "no-event")]
    [InlineData("cannot craete colection", "no-collection")]
    [InlineData("belongs to other tenant", "other-tenant")]
    [InlineData("already joined on another device", "already-joined")]
    [InlineData("failed to conect to mesh sesion", "no-connection")]
    [InlineData("relay server", "no-connection")]
    [InlineData("You do not have access to this space. You must be invited into a space to join it.", "no-permission")]
    [InlineData("newer version of the Mesh app", "app-version")]
    [InlineData("avatars missing", "no-avatars")]
    [InlineData("The destination you are trying to reach is not available.", "no-connection")]
    [InlineData("The space you were trying to reach isn't available on this device.", "not-on-this-device")]
    [InlineData("videos stay black, images missing in room", "content-missing")]
    public void The_best_symptom_comes_first(string text, string id) => Assert.Equal(id, Finder.Find(text).Symptoms[0].Id);

    [Theory]
    [InlineData("AADSTS5300")]
    [InlineData("AADSTS530033")]
    [InlineData("153003")]
    [InlineData("53003a")]
    [InlineData("0000-53003")]
    public void A_code_is_exact(string text) => Assert.DoesNotContain(Finder.Find(text).Symptoms, symptom => symptom.Codes.Contains("AADSTS53003"));

    [Fact]
    public void A_code_that_no_symptom_has_is_named()
    {
        Assert.Equal(["AADSTS99999"], Finder.Find("Sorry, AADSTS99999, call 0471 53003 now").UnknownCodes);
        Assert.Empty(Finder.Find("53003 and 99999").UnknownCodes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("my printer is out of paper")]
    [InlineData("qwertz")]
    public void What_fits_nothing_finds_nothing(string text) => Assert.Empty(Finder.Find(text).Symptoms);

    [Fact]
    public void Every_phrase_finds_its_own_symptom_in_any_case_and_order() => Assert.All(
        SymptomTable.Shipped.SelectMany(symptom => symptom.Phrases.Append(symptom.Title).Select(phrase => (symptom.Id, phrase))),
        one =>
        {
            Assert.Contains(one.Id, Finder.Find(one.phrase).Symptoms.Select(symptom => symptom.Id).Take(2));
            Assert.Contains(one.Id, Finder.Find(one.phrase.ToUpperInvariant()).Symptoms.Select(symptom => symptom.Id).Take(2));
            Assert.Contains(one.Id, Finder.Find(string.Join(' ', one.phrase.Split(' ').Reverse())).Symptoms.Select(symptom => symptom.Id).Take(2));
        });

    [Fact]
    public void Every_code_finds_every_symptom_that_has_it() => Assert.All(
        SymptomTable.Shipped.SelectMany(symptom => symptom.Codes.Select(code => (symptom.Id, code))),
        one => Assert.Contains(one.Id, Finder.Find($"It says {one.code}.").Symptoms.Select(symptom => symptom.Id)));

    [Fact]
    public void While_typing_the_right_symptom_stays_once_it_is_first()
    {
        var found = Enumerable.Range(9, 9).Select(length => Finder.Find("nobody hears me at"[..length]).Symptoms).ToList();

        Assert.All(found, symptoms => Assert.Equal("nobody-hears-me", symptoms[0].Id));
    }

    [Fact]
    public void Whatever_is_pasted_gives_an_answer_and_never_the_same_symptom_twice() => Gen.String.Sample(text =>
    {
        var found = Finder.Find(text).Symptoms;
        return found.Distinct().Count() == found.Length;
    });
}
