using System.CommandLine;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Cli;

/// <summary><c>meshready eligibility</c>: tells for people in files, or for one person in a tenant, what they can use and what stands in the way.</summary>
internal static class EligibilityCommand
{
    public static Command Create()
    {
        var person = new Argument<string?>("userPrincipalName")
        {
            Description = "The sign-in name or object id of a person to look up with --graph.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var user = File("--user", "A person, a list of people or a page of GET /users.");
        var skus = File("--skus", "The answer of GET /subscribedSkus.");
        var groups = File("--groups", "The answer of GET /users/{id}/transitiveMemberOf, people with their memberOf and transitiveMemberOf, or the answer of GET /groups.");
        var settings = File("--settings", "The answer of GET /groupSettings.");
        var playbook = new Option<string>("--playbook") { Description = "mesh or teams-immersive.", DefaultValueFactory = _ => PlaybookLibrary.Mesh.Id };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var graph = new GraphArguments(isRequired: false);
        var command = new Command("eligibility", "Tell what people can use, and why not.")
        {
            person, user, skus, groups, settings, graph.Graph, graph.TokenName, playbook, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var files = new EligibilityFiles(parsed.GetValue(user), parsed.GetValue(skus), parsed.GetValue(groups), parsed.GetValue(settings));
            var name = parsed.GetRequiredValue(playbook);

            return PlaybookLibrary.All.FirstOrDefault(one => one.Id == name) is not { } judging
                    ? Answer.WrongAsync($"--playbook is \"{name}\". Give {string.Join(" or ", PlaybookLibrary.All.Select(one => one.Id))}.")
                : WhyNot(parsed.GetValue(person), files, parsed.GetValue(graph.Graph)) is { } wrong ? Answer.WrongAsync(wrong)
                : files.User is not null ? TellAsync(files.ReadAsync(cancellationToken), judging, parsed.GetValue(json))
                : graph.Read(parsed, out var refused) is var (address, token)
                    ? TellAsync(LookedUp.ReadAsync(parsed.GetValue(person)!, address, token, cancellationToken), judging, parsed.GetValue(json))
                : Answer.WrongAsync(refused);
        });

        return command;
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description };

    private static string? WhyNot(string? person, EligibilityFiles files, string? graph) => (person, files) switch
    {
        (null, { User: null }) => "Nobody is named. Give people with --user USER.json --skus SKUS.json, or a sign-in name with --graph.",
        ({ }, { User: null, Skus: null, Groups: null, Settings: null }) => graph is null ? "A sign-in name alone says nothing. Give --graph to look it up." : null,
        ({ }, _) => "A sign-in name and files were given. Give one of the two.",
        (_, { Skus: null }) => "Give the tenant's products with --skus SKUS.json; without them nobody can tell what a licence carries.",
        _ => graph is null ? null : "--graph and files were given. Give one of the two.",
    };

    private static async Task<int> TellAsync(Task<Result<PeopleToJudge>> reading, Playbook playbook, bool json)
    {
        var read = await reading;

        if (!read.TryGet(out var people))
        {
            await Console.Error.WriteLineAsync(TerminalText.Harmless(read.Problem.Detail));
            return read.Problem.Kind is ProblemKind.Invalid ? ExitCodes.Wrong : ExitCodes.Failed;
        }

        foreach (var note in people.Notes)
        {
            await Console.Error.WriteLineAsync(note);
        }

        var judged = people.Judge(playbook, ProductTable.Shipped);
        var lacks = json ? EligibilityJson.Write(judged, playbook, Console.OpenStandardOutput()) : EligibilityText.Write(judged, playbook, Console.Out);
        return lacks ? ExitCodes.NotReady : ExitCodes.Done;
    }
}
