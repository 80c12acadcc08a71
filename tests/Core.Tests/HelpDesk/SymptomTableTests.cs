using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.HelpDesk;

/// <summary>The shipped symptoms, and files that are broken in one place.</summary>
public sealed class SymptomTableTests
{
    // The symptom map of the help desk, with the tasks that it points to.
    private static readonly Dictionary<string, string[]> Map = new()
    {
        ["other-tenant"] = ["s3-same-tenant-join"],
        ["already-joined"] = [],
        ["no-connection"] = ["s6-endpoints-m365", "s6-endpoints-mesh-domains", "s6-acs-media-open"],
        ["space-full"] = ["s6-capacity-plan"],
        ["no-permission"] = [],
        ["app-version"] = ["s4-mesh-app-version"],
        ["not-on-this-device"] = [],
        ["no-event"] = ["s1-action-create-event", "s6-block-download-policy"],
        ["no-collection"] = ["s1-action-create-collection"],
        ["nobody-hears-me"] = [],
        ["quest-sign-in"] = ["s6-quest-strategy", "s6-ca-inventory"],
        ["no-3d-view"] = ["s2-immersive-license", "s4-mesh-app-allowed", "s2-hardware-minimum", "s7-retirement-acknowledged"],
    };

    private static readonly string[] Codes =
    [
        "AADSTS50199", "AADSTS53000", "AADSTS53001", "AADSTS53002", "AADSTS53003", "AADSTS53004", "AADSTS50076", "AADSTS50079", "AADSTS50105",
        "AADSTS50034", "AADSTS50057", "AADSTS65001",
    ];

    [Fact]
    public void Every_row_of_the_symptom_map_is_there_with_its_tasks() => Assert.All(Map, row => Assert.Subset(
        SymptomTable.Shipped.Single(symptom => symptom.Id == row.Key).Causes.SelectMany(cause => cause.Tasks).ToHashSet(), row.Value.ToHashSet()));

    [Fact]
    public void Every_code_that_a_help_desk_meets_is_there() => Assert.Empty(Codes.Except(SymptomTable.Shipped.SelectMany(symptom => symptom.Codes)));

    [Fact]
    public void Signs_are_codes_that_the_rules_give()
    {
        var known = PlaybookLibrary.All.SelectMany(RuleCodes.Of).Select(row => row.Code)
            .Concat(PersonSigns.Facts)
            .Concat(PlaybookLibrary.All.SelectMany(playbook => playbook.Requirements).SelectMany(one => (string[])[one.Id + PersonSigns.Met, one.Id + PersonSigns.NotMet]))
            .ToHashSet();

        Assert.Empty(SymptomTable.Shipped.SelectMany(symptom => symptom.Causes).SelectMany(cause => cause.When.Concat(cause.Unless)).Except(known));
    }

    [Theory]
    [InlineData("symptoms", "[]", "symptoms is an empty list; at least one item is needed.")]
    [InlineData("symptoms[0].id", "\"Other tenant\"", "symptoms[0].id may hold only lower-case letters, digits and hyphens and is \"Other tenant\".")]
    [InlineData("symptoms[1].id", "\"other-tenant\"", "symptoms[1].id is \"other-tenant\", and another symptom has that id already.")]
    [InlineData("symptoms[0].codes", "[\"53003\"]", "symptoms[0].codes[0] must be a code like AADSTS53003 and is \"53003\".")]
    [InlineData("symptoms[0].phrases", "[]", "symptoms[0].phrases is an empty list; at least one item is needed.")]
    [InlineData("symptoms[0].experiences[0]", "\"mesh-moon\"", "symptoms[0].experiences[0] names the experience \"mesh-moon\", which no playbook has.")]
    [InlineData("symptoms[0].causes", "[]", "symptoms[0].causes is an empty list; at least one item is needed.")]
    [InlineData("symptoms[0].causes[0].contact", "\"nobody\"", "symptoms[0].causes[0].contact names the contact \"nobody\", which no playbook has.")]
    [InlineData("symptoms[0].causes[0].tasks[0]", "\"s9-x\"", "symptoms[0].causes[0].tasks[0] names the task \"s9-x\", which no playbook has.")]
    [InlineData("symptoms[0].causes[0].when", "[\"user-type:robot\"]", "symptoms[0].causes[0].when[0] must be the code of a reason, or one of user-type:guest,")]
    [InlineData("symptoms[0].causes[0].when", "[\"mash:not-met\"]", "symptoms[0].causes[0].when[0] must be the code of a reason, or one of user-type:guest,")]
    [InlineData("symptoms[0].causes[0].source", "\"a friend\"", "symptoms[0].causes[0].source must be a full https address and is \"a friend\".")]
    [InlineData("symptoms[0].causes[0].hint", "\"x\"", "symptoms[0].causes[0] has the property \"hint\", which isn't known there.")]
    public void A_broken_file_is_refused_with_one_sentence(string path, string json, string sentence)
    {
        var problem = SymptomTable.Read("symptoms.json", ShippedFile.With("symptoms.json", path, json), PlaybookLibrary.All).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.StartsWith("symptoms.json, line 1: " + sentence, problem.Detail, StringComparison.Ordinal);
    }
}
