using System.Text;
using MeshReadiness.Core.Imports;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Imports;

namespace MeshReadiness.Core.Tests.Imports;

/// <summary>What is wrong with an export is said in one sentence, with the place.</summary>
public sealed class BrokenExportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly ImportReference Events = Of(
        "teams-events-limited", (ImportParameters.SettingName, "ImmersiveEvents"), (ImportParameters.OnName, "Enabled"), (ImportParameters.OffName, "Disabled"));

    private static readonly ImportReference Permission = Of("teams-app-allowed", (ImportParameters.AppName, "Mesh"));
    private static readonly ImportReference Hardware = Of("computers-strong-enough", (ImportParameters.CoresName, "4"), (ImportParameters.MemoryName, "8"));
    private static readonly ImportReference Probe = Of("everything-reachable");

    [Theory]
    [InlineData("", "x.csv: there is no row in it.")]
    [InlineData("Identity,ImmersiveEvents\n", "x.csv: there is no row in it.")]
    [InlineData("Identity,ImmersiveEvents\nGlobal,Enabled\nTag:A,Enbaled\n", "x.csv, line 3, column ImmersiveEvents: \"Enbaled\" was found; Enabled or Disabled was expected.")]
    [InlineData("#TYPE Selected.X\r\nIdentity,ImmersiveEvents\r\nGlobal,On\r\n", "x.csv, line 3, column ImmersiveEvents: \"On\" was found")]
    [InlineData("Identity\nGlobal\n", "x.csv: the column ImmersiveEvents is missing; found were \"Identity\".")]
    [InlineData("Identity,ImmersiveEvents\nGlobal,Enabled,more\n", "x.csv, line 2: quotes that don't match, or more or fewer values")]
    [InlineData("Identity,ImmersiveEvents\nGlobal,\"Enab", "x.csv, line 2: quotes that don't match")]
    [InlineData("Identity,ImmersiveEvents,identity\nGlobal,Enabled,b\n", "x.csv, line 1: the column \"Identity\" was found twice")]
    [InlineData("Identity,ImmersiveEvents\nGlobal,Enabled\nglobal,Disabled\n", "x.csv, line 3, column Identity: the policy \"global\" was found a second time")]
    [InlineData("Identity,ImmersiveEvents\n,Enabled\n", "x.csv, line 2, column Identity: nothing was found; the name of a policy was expected.")]
    [InlineData("[\n  {\"Identity\": \"Global\", \"ImmersiveEvents\": 1}\n]", "x.csv, line 2, column 45 (ImmersiveEvents): \"1\" was found; Enabled or Disabled was expected.")]
    [InlineData("[{\"Identity\": \"Glöbal\", \"ImmersiveEvents\": [\"Enabled\"]}]", "x.csv, line 1, column 44 (ImmersiveEvents): a list was found; a single value was expected.")]
    [InlineData("[{\"Identity\": \"Global\"},]", "x.csv, line 1, column 25: this isn't valid JSON")]
    [InlineData("[{\"Identity\": \"Global\", \"identity\": \"b\"}]", "x.csv, line 1, column 25: the property \"identity\" was found a second time")]
    [InlineData("[\"Global\"]", "x.csv, line 1, column 2: \"Global\" was found; an object with properties was expected.")]
    [InlineData("[{\"Identity\": \"\\ud800\"}]", "x.csv, line 1, column 15: half a character was found")]
    [InlineData("{\"a\":[[[[[[[[1]]]]]]]]}", "values nested more than 8 deep were found")]
    public void An_events_export_that_is_broken(string text, string sentence) => Assert.Contains(sentence, Detail(Events, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Identity,DefaultCatalogAppsType,DefaultCatalogApps\nGlobal,BlockedAppList,System.Collections.Generic.List`1[System.Object]\n", "the name of a type; the items of the list were expected. Use ConvertTo-Json -Depth 5")]
    [InlineData("[{\"Identity\":\"Global\",\"DefaultCatalogAppsType\":\"BlockedAppList\",\"DefaultCatalogApps\":[\"Microsoft.Teams.Policy.Administration.Cmdlets.Core.DefaultCatalogApp\"]}]", "the name of a type")]
    [InlineData("[{\"Identity\":\"Global\",\"DefaultCatalogAppsType\":\"BlockedAppList\",\"DefaultCatalogApps\":[{\"Key\":1}]}]", "an object without Id was found")]
    public void Lists_that_powershell_left_out_are_noticed(string text, string sentence) => Assert.Contains(sentence, Detail(Permission, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("PC-1,M,four,8", "line 2, column Processor cores: \"four\" was found; a whole number above 0 was expected.")]
    [InlineData("PC-1,M,4,-8", "line 2, column Memory (GB): \"-8\" was found; a number above 0 like 16 or 7.9 was expected.")]
    [InlineData(",M,4,8", "line 2, column Device name: nothing was found; the name of a device was expected.")]
    public void An_inventory_with_a_wrong_cell(string row, string sentence) =>
        Assert.Contains(sentence, Detail(Hardware, $"Device name,Model,Processor cores,Memory (GB)\n{row}\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("site,target", "isn't JSON. The result of a network probe is a JSON document")]
    [InlineData("{\"format\":\"other\"}", "\"format\": \"meshreadiness-probe\" wasn't found")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":2,\"probes\":[]}", "the format is edition 2; this portal reads up to 1")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[]}", "a list with something in it was expected under \"probes\"")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[{\"site\":\"A\",\"colour\":1}]}", "the property \"colour\" was found, which isn't known there. Known are site, from, at, results.")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[{\"site\":\"A\"}]}", "the property \"from\" is missing there")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[{\"site\":\"A\",\"from\":\"B\",\"at\":\"yesterday\"}]}", "\"yesterday\" was found; a moment like 2026-03-02T09:00:00Z was expected")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[{\"site\":\"A\",\"from\":\"B\",\"at\":\"2026-03-02T13:00:00Z\"}]}", "a moment up to now, 2026-03-02T12:00:00Z, was expected")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[{\"site\":\"A\",\"from\":\"B\",\"at\":\"2026-03-02T09:00:00Z\",\"results\":[{\"target\":\"a\",\"protocol\":\"tcp\",\"port\":70000,\"reachable\":true}]}]}", "\"70000\" was found; a port from 1 to 65535 was expected")]
    [InlineData("{\"format\":\"meshreadiness-probe\",\"formatVersion\":1,\"probes\":[{\"site\":\"A\",\"from\":\"B\",\"at\":\"2026-03-02T09:00:00Z\",\"results\":[{\"target\":\"a\",\"protocol\":\"tcp\",\"port\":443,\"reachable\":\"yes\"}]}]}", "\"yes\" was found; true or false was expected")]
    public void A_probe_that_is_not_as_the_format_wants_it(string text, string sentence) => Assert.Contains(sentence, Detail(Probe, text), StringComparison.Ordinal);

    [Fact]
    public void Sizes_have_bounds()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_001).Select(index => $"P{index},Enabled\n"));
        var columns = string.Join(',', Enumerable.Range(0, 201).Select(index => $"c{index}"));

        Assert.Contains("line 20002: more than 20000 rows were found; up to 20000 can be read.", Detail(Events, "Identity,ImmersiveEvents\n" + rows), StringComparison.Ordinal);
        Assert.Contains("line 1: more than 200 columns were found; up to 200 can be read.", Detail(Events, columns + "\n"), StringComparison.Ordinal);
        Assert.Contains("more than 500000 values were found", Detail(Events, "[" + string.Join(',', Enumerable.Repeat("[]", 500_001)) + "]"), StringComparison.Ordinal);
        Assert.Contains("up to 10 MB can be handed in", ExportReader.Read(Events, "x.csv", new byte[11 * 1024 * 1024], Now).Problem.Detail, StringComparison.Ordinal);
        Assert.Contains("201 characters were found; up to 200 were expected.", Detail(Events, $"Identity,ImmersiveEvents\n{new string('a', 201)},Enabled\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_is_said_to_be_none() =>
        Assert.StartsWith("x.csv isn't text.", ExportReader.Read(Events, "x.csv", [0x50, 0x4B, 3, 4, 0, 255], Now).Problem.Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("Identity;ImmersiveEvents\r\nGlobal;Enabled\r\n")]
    [InlineData("identity\tImmersive Events\nGlobal\tenabled\n")]
    [InlineData("\"ImmersiveEvents\",\"Identity\",\"Description\"\n\"Enabled\",\"Tag:Global\",\"=HYPERLINK(\"\"http://x\"\",1)\"\n")]
    [InlineData("{\"Identity\": \"Global\", \"ImmersiveEvents\": \"Enabled\", \"Other\": {\"a\": [1, 2]}}")]
    [InlineData("{\"@odata.context\": \"x\", \"value\": [{\"Identity\": \"Global\", \"ImmersiveEvents\": \"Enabled\"}]}")]
    public void The_same_in_other_forms_says_the_same(string text)
    {
        foreach (var content in new[] { Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] })
        {
            var policy = Assert.Single(((SettingsExport)ExportReader.Read(Events, "x.csv", content, Now).Value).Policies);
            Assert.Equal(("Global", "Enabled"), (policy.Name, policy.Settings["ImmersiveEvents"]));
        }
    }

    private static ImportReference Of(string rule, params (string Name, string Value)[] parameters) =>
        new(ImportRules.All[rule].Kind, rule, parameters.ToImmutableDictionary(parameter => parameter.Name, parameter => parameter.Value));

    private static string Detail(ImportReference reference, string text)
    {
        var problem = ExportReader.Read(reference, "x.csv", Encoding.UTF8.GetBytes(text), Now).Problem;
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        return problem.Detail;
    }
}
