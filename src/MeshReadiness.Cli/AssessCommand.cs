using System.CommandLine;
using MeshReadiness.Graph;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Cli;

/// <summary><c>meshready assess</c>: reads a tenant without a database and prints its readiness.</summary>
internal static class AssessCommand
{
    public static Command Create()
    {
        var graph = new GraphArguments(isRequired: true);
        var json = new Option<bool>("--json") { Description = "Print one JSON document." };
        var command = new Command("assess", "Read a tenant and print who can use what, and what stands in the way.") { graph.Graph, graph.TokenName, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(graph, parsed, parsed.GetValue(json), cancellationToken));

        return command;
    }

    private static async Task<int> RunAsync(GraphArguments graph, ParseResult parsed, bool json, CancellationToken cancellationToken)
    {
        if (graph.Read(parsed, out var wrong) is not var (address, token))
        {
            await Console.Error.WriteLineAsync(wrong);
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
