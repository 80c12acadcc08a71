using System.CommandLine;
using MeshReadiness.Graph;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Cli;

/// <summary><c>meshready assess</c>: reads a tenant without a database and prints its readiness.</summary>
internal static class AssessCommand
{
    public static Command Create()
    {
        var graph = new Option<string>("--graph")
        {
            Description = "Where Microsoft Graph answers, with its version, for example https://graph.microsoft.com/v1.0.",
            Required = true,
        };
        var tokenName = new Option<string>("--token-env")
        {
            Description = "The environment variable that holds an access token.",
            DefaultValueFactory = _ => "GRAPH_TOKEN",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("assess", "Read a tenant and print who can use what, and what stands in the way.") { graph, tokenName, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(graph), parsed.GetRequiredValue(tokenName), parsed.GetValue(json), cancellationToken));

        return command;
    }

    private static async Task<int> RunAsync(string graph, string tokenName, bool json, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(graph, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            await Console.Error.WriteLineAsync(
                $"--graph is \"{graph}\". Give an https address with its version, for example --graph https://graph.microsoft.com/v1.0.");
            return ExitCodes.Wrong;
        }

        if (Environment.GetEnvironmentVariable(tokenName) is not { Length: > 0 } token)
        {
            await Console.Error.WriteLineAsync(
                $"The environment variable {tokenName} holds no access token. Set it, or name another one with --token-env.");
            return ExitCodes.Wrong;
        }

        var assessed = await Assessment.MakeAsync(
            TenantReaders.Create(address, token), PlaybookLibrary.Mesh, ProductTable.Shipped, TimeProvider.System, cancellationToken);

        if (!assessed.TryGet(out var assessment))
        {
            await Console.Error.WriteLineAsync(assessed.Problem.Detail);
            return ExitCodes.Failed;
        }

        await Console.Out.WriteAsync(json ? AssessmentJson.Write(assessment) : AssessmentText.Write(assessment));
        return assessment.IsBlocked ? ExitCodes.NotReady : ExitCodes.Done;
    }
}
