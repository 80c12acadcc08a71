using System.Collections.Immutable;
using System.CommandLine;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Graph.Files;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Cli;

/// <summary><c>meshready ca evaluate</c>: tells what comes of a sign-in, or of many.</summary>
internal static class SignInCommand
{
    private const string Scenario = "Give a sign-in as an object; docs/conditional-access.md lists its parts, all of which may be left out.";

    public static Command Create()
    {
        var policies = new Option<string>("--policies") { Description = "A file or folder of policies.", Required = true };
        var scenario = new Option<string?>("--scenario") { Description = "A file with one sign-in." };
        var scenarios = new Option<string?>("--scenarios") { Description = "A file with one sign-in on each line; answers one JSON object on each line." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("evaluate", "Tell what policies do about a sign-in.") { policies, scenario, scenarios, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (one, many) = (parsed.GetValue(scenario), parsed.GetValue(scenarios));

            if (one is null == many is null)
            {
                return await Answer.WrongAsync("Give either --scenario FILE or --scenarios FILE.");
            }

            var read = await PolicyFolder.ReadAsync(parsed.GetRequiredValue(policies), cancellationToken);

            return !read.TryGet(out var found) ? await Answer.WrongAsync(read.Problem.Detail)
                : one is not null ? await JudgeAsync(found, one, parsed.GetValue(json), cancellationToken)
                : await JudgeAllAsync(found, many!, cancellationToken);
        });
        return command;
    }

    private static async Task<int> JudgeAsync(ImmutableArray<ConditionalAccessPolicy> policies, string path, bool json, CancellationToken cancellationToken)
    {
        var read = await InputFile.ReadAsync(path, (name, content) => PolicyFiles.ReadOne(name, content, Scenario, ScenarioReader.ReadSignIn), cancellationToken);

        if (!read.TryGet(out var signIn))
        {
            return await Answer.WrongAsync(read.Problem.Detail);
        }

        var result = new SignInRules(policies, ConditionalAccessApps.Shipped).Judge(signIn);

        if (json)
        {
            await Console.Out.WriteLineAsync(SignInJson.Write(result, isIndented: true));
        }
        else
        {
            SignInText.Write(result, Console.Out);
        }

        return result.Outcome is SignInOutcome.Allowed ? ExitCodes.Done : ExitCodes.NotReady;
    }

    private static async Task<int> JudgeAllAsync(ImmutableArray<ConditionalAccessPolicy> policies, string path, CancellationToken cancellationToken)
    {
        var rules = new SignInRules(policies, ConditionalAccessApps.Shipped);
        var areAllowed = true;
        var wrong = await JsonLines.ReadAsync(path, Scenario, ScenarioReader.ReadSignIn, async signIn =>
        {
            var result = rules.Judge(signIn);
            areAllowed &= result.Outcome is SignInOutcome.Allowed;
            await Console.Out.WriteLineAsync(SignInJson.Write(result, isIndented: false));
        }, cancellationToken);

        return wrong is not null ? await Answer.WrongAsync(wrong.Detail)
            : areAllowed ? ExitCodes.Done
            : ExitCodes.NotReady;
    }
}
