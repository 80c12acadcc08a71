using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>A file of words, broken in one place at a time.</summary>
public sealed class BrokenLanguageTests
{
    [Theory]
    [InlineData("language", "\"German\"", "language must be two lower-case letters like \"de\" and is \"German\".")]
    [InlineData("language", "\"en\"", "language is \"en\", and another file holds that language already.")]
    [InlineData("date", "\"{day}.{month}.\"", "date lacks the placeholder \"{year}\".")]
    [InlineData("months[11]", null, "months must name the twelve months.")]
    [InlineData("message.regards", null, "message has no property \"regards\".")]
    [InlineData("message.smalltalk", "\"x\"", "message has the property \"smalltalk\", which isn't known there.")]
    [InlineData("message.greeting", "\"Guten Tag,\"", "message.greeting lacks the placeholder \"{name}\".")]
    [InlineData("message.regards", "\"Grüße von {name}\"", "message.regards holds the placeholder \"{name}\", and there are none to fill there.")]
    [InlineData("message.ready", "\"Sie können {tun}.\"", "message.ready holds the placeholder \"{tun}\", which isn't known. Known are do.")]
    [InlineData("message.ready", "\"Sie können {do.\"", "message.ready holds a brace without its other half; braces stand around placeholders and nowhere else.")]
    [InlineData("note.facts", "\"\"", "note.facts is an empty text.")]
    [InlineData("playbooks.mesh", null, "playbooks has no words for \"mesh\".")]
    [InlineData("playbooks.mesh.experiences.mesh-pc", null, "playbooks.mesh.experiences has no words for \"mesh-pc\".")]
    [InlineData("playbooks.mesh.actions.add-media", null, "playbooks.mesh.actions has no words for \"add-media\".")]
    [InlineData("playbooks.mesh.experiences.mesh-pc.ended", "\"Schluss.\"", "playbooks.mesh.experiences.mesh-pc.ended lacks the placeholder \"{date}\".")]
    [InlineData("requirements.organizer", null, "requirements has no words for \"organizer\".")]
    [InlineData("roles.License Administrator", null, "roles has no words for \"License Administrator\".")]
    [InlineData("roles.Guest Inviter", null, "roles has no words for \"Guest Inviter\".")]
    [InlineData("reasons.account-disabled", null, "reasons has no words for \"account-disabled\".")]
    [InlineData("reasons.account-disabled.user", "\"{requirement} fehlt.\"", "reasons.account-disabled.user holds the placeholder \"{requirement}\", and there are none to fill there.")]
    [InlineData("reasons.{requirement}:missing.user", "\"Es fehlt etwas.\"", "reasons.{requirement}:missing.user lacks the placeholder \"{requirement}\".")]
    [InlineData("reasons.{requirement}:missing.next", "\"{role} hilft.\"", "reasons.{requirement}:missing.next holds the placeholder \"{role}\", which isn't known. Known are team, requirement.")]
    [InlineData("sentences.account-disabled", null, "sentences has no words for \"account-disabled\".")]
    public void It_is_refused_with_one_sentence(string path, string? json, string sentence)
    {
        var read = LanguageLibrary.ReadAll(
            PlaybookLibrary.All, ("words.en.json", ShippedFile.Text("words.en.json")), ("words.de.json", ShippedFile.With("words.de.json", path, json)));

        Assert.Equal(ProblemKind.Invalid, read.Problem.Kind);
        Assert.StartsWith("words.de.json, line 1: " + sentence, read.Problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_further_language_is_one_more_file()
    {
        var swedish = ShippedFile.Edit(ShippedFile.With("words.de.json", "language", "\"sv\""), "name", "\"Svenska\"");

        var read = LanguageLibrary.ReadAll(PlaybookLibrary.All, ("words.en.json", ShippedFile.Text("words.en.json")), ("words.sv.json", swedish)).Value;

        Assert.Equal(["English", "Svenska"], read.Select(words => words.Name));
    }
}
