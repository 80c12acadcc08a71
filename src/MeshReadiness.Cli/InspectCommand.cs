using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.Words;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Cli;

/// <summary><c>meshready ca inspect</c>: tells policies in words, and what is wrong with them.</summary>
internal static class InspectCommand
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Command Create()
    {
        var policies = new Option<string>("--policies") { Description = "A file or folder of policies.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("inspect", "Tell policies in words, and what is wrong with them.") { policies, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await PolicyFolder.ReadAsync(parsed.GetRequiredValue(policies), cancellationToken);

            if (!read.TryGet(out var found))
            {
                return await Answer.WrongAsync(read.Problem.Detail);
            }

            var names = ConditionalAccessNames.Shipped;
            var findings = FindingRules.Find(found, ConditionalAccessApps.Shipped, new() { Names = names });

            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(Json(found, findings, names));
            }
            else
            {
                Write(found, findings, names, Console.Out);
            }

            return ExitCodes.Done;
        });
        return command;
    }

    private static string Json(ImmutableArray<ConditionalAccessPolicy> policies, ImmutableArray<PolicyFinding> findings, PolicyNames names) => JsonSerializer.Serialize(
        new
        {
            policies = policies.Select(policy => new { id = policy.Id, displayName = policy.DisplayName, inWords = PolicyWords.Of(policy, names) }),
            findings = findings.Select(finding => new
            {
                code = finding.Code,
                severity = Word(finding.Severity),
                policyId = finding.Policy.Id,
                sentence = finding.Sentence,
                remedy = finding.Remedy,
            }),
            unmodelled = policies.SelectMany(policy => policy.Unmodelled.Select(path => new { policyId = policy.Id, path })),
        },
        Options);

    private static void Write(ImmutableArray<ConditionalAccessPolicy> policies, ImmutableArray<PolicyFinding> findings, PolicyNames names, TextWriter output)
    {
        foreach (var policy in policies)
        {
            output.WriteLine(TerminalText.Harmless(policy.DisplayName ?? policy.Id ?? "A policy without a name"));

            foreach (var sentence in PolicyWords.Sentences(policy, names))
            {
                output.WriteLine(TerminalText.Harmless($"  {sentence}"));
            }

            output.WriteLine();
        }

        output.WriteLine(findings switch { [] => "Nothing was found that is wrong.", [_] => "1 finding:", _ => $"{findings.Length} findings:" });

        foreach (var finding in findings)
        {
            output.WriteLine();
            output.WriteLine(TerminalText.Harmless($"{Word(finding.Severity)}: {finding.Sentence} ({finding.Code})"));
            output.WriteLine(TerminalText.Harmless($"  What to do: {finding.Remedy} ({PolicyFinding.Role})"));
        }
    }

    private static string Word(FindingSeverity severity) => JsonNamingPolicy.CamelCase.ConvertName(severity.ToString());
}
