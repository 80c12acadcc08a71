using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Graph.Files;

namespace MeshReadiness.Cli;

/// <summary><c>meshready ca filter</c>: tells what a device filter says about a device.</summary>
internal static class FilterCommand
{
    private const string Device = "Give a device as {\"registered\":true,\"managed\":true,\"compliant\":true,\"properties\":{…}}.";
    private const string Case = "Give {\"rule\":\"…\",\"device\":{…},\"mode\":\"include\"} on each line.";
    private const string Include = "include", Exclude = "exclude";

    private static readonly FilterError NoText = new(1, "Column 1: found no text, expected a rule.");

    // A rule's deepest level is 100, and each can hold an "or", an "and" and a "not", which are an object and a list in JSON.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 10 * FilterParser.Deepest,
    };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    public static Command Create()
    {
        var rule = new Option<string?>("--rule") { Description = "The rule." };
        var device = new Option<string?>("--device") { Description = "A file with the device." };
        var cases = new Option<string?>("--cases") { Description = "A file with a rule and a device on each line; answers one JSON object on each line." };
        var mode = new Option<string>("--mode") { Description = "Whether the filter includes or excludes matching devices.", DefaultValueFactory = _ => Include };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        mode.AcceptOnlyFromAmong(Include, Exclude);
        var command = new Command("filter", "Tell whether a device filter matches a device, and why.") { rule, device, cases, mode, json };
        command.SetAction((parsed, cancellationToken) => (parsed.GetValue(rule), parsed.GetValue(device), parsed.GetValue(cases)) switch
        {
            ({ } text, { } file, null) => TestAsync(text, file, parsed.GetRequiredValue(mode), parsed.GetValue(json), cancellationToken),
            (null, null, { } file) => TestAllAsync(file, cancellationToken),
            _ => Answer.WrongAsync("Give either --rule TEXT with --device FILE, or --cases FILE."),
        });
        return command;
    }

    private static async Task<int> TestAsync(string text, string path, string mode, bool json, CancellationToken cancellationToken)
    {
        if (!FilterParser.TryParse(text, out var rule, out var error))
        {
            return await Answer.WrongAsync(error.Message);
        }

        var read = await InputFile.ReadAsync(path, (name, content) => PolicyFiles.ReadOne(name, content, Device, ScenarioReader.ReadDevice), cancellationToken);

        if (!read.TryGet(out var device))
        {
            return await Answer.WrongAsync(read.Problem.Detail);
        }

        var evaluation = FilterEvaluation.Of(rule, device);

        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(Document(evaluation, mode), Indented));
        }
        else
        {
            await Console.Out.WriteLineAsync($"Match: {Word(evaluation.Match)}. Policy in scope: {Word(evaluation.InScope(mode is Exclude))}.");
            WriteTree(evaluation, "", Console.Out);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> TestAllAsync(string path, CancellationToken cancellationToken)
    {
        var wrong = await JsonLines.ReadAsync(path, Case, ReadCase, async one =>
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
                one.Rule is null ? Wrong(NoText)
                    : FilterParser.TryParse(one.Rule, out var rule, out var error) ? Document(FilterEvaluation.Of(rule, one.Device), one.Mode)
                    : Wrong(error),
                Options)), cancellationToken);

        return wrong is null ? ExitCodes.Done : await Answer.WrongAsync(wrong.Detail);
    }

    private static Result<FilterCase> ReadCase(JsonElement line)
    {
        if (line.ValueKind is not JsonValueKind.Object || !line.TryGetProperty("device", out var device))
        {
            return new Problem(ProblemKind.Invalid, "An object with \"rule\" and \"device\" was expected.");
        }

        var mode = line.TryGetProperty("mode", out var given) && given.ValueKind is not JsonValueKind.Null ? given.ToString() : Include;
        return mode is Include or Exclude
            ? ScenarioReader.ReadDevice(device).Map(read => new FilterCase(RuleOf(line), read, mode))
            : new Problem(ProblemKind.Invalid, $"mode is \"{mode}\"; include or exclude was expected.");
    }

    private static string? RuleOf(JsonElement line)
    {
        try
        {
            return line.TryGetProperty("rule", out var rule) && rule.ValueKind is JsonValueKind.String ? rule.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character: JSON by its grammar, but no text.
            return null;
        }
    }

    private static object Wrong(FilterError error) => new { error = new { column = error.Column, message = error.Message } };

    private static object Document(FilterEvaluation evaluation, string mode) => new
    {
        match = Word(evaluation.Match),
        policyInScope = Word(evaluation.InScope(mode is Exclude)),
        tree = Tree(evaluation),
    };

    private static object Tree(FilterEvaluation evaluation) => evaluation.Rule switch
    {
        FilterComparison comparison => new
        {
            property = comparison.Property.Name,
            @operator = comparison.Operator.Text(),
            value = comparison.Value.Kind switch
            {
                FilterValueKind.Null => (object?)null,
                FilterValueKind.List => comparison.Value.Texts,
                _ => comparison.Value.Texts[0],
            },
            match = Word(evaluation.Match),
            because = evaluation.Because,
        },
        var rule => new
        {
            @operator = rule is FilterNot ? "-not" : ((FilterGroup)rule).IsAnd ? "-and" : "-or",
            match = Word(evaluation.Match),
            parts = evaluation.Parts.Select(Tree),
        },
    };

    private static void WriteTree(FilterEvaluation evaluation, string indent, TextWriter output)
    {
        output.WriteLine(TerminalText.Harmless($"{indent}{Word(evaluation.Match)}: {evaluation.Rule}{(evaluation.Because is null ? "" : $" ({evaluation.Because})")}"));

        foreach (var part in evaluation.Parts)
        {
            WriteTree(part, indent + "  ", output);
        }
    }

    private static string Word(Core.ConditionalAccess.Truth truth) => JsonNamingPolicy.CamelCase.ConvertName(truth.ToString());

    private sealed record FilterCase(string? Rule, FilterDevice Device, string Mode);
}
