using System.CommandLine;

namespace MeshReadiness.Cli;

/// <summary>Where Graph is and who asks, as arguments of a command.</summary>
internal sealed class GraphArguments(bool isRequired)
{
    public Option<string?> Graph { get; } = new("--graph")
    {
        Description = "Where Microsoft Graph answers, with its version, for example https://graph.microsoft.com/v1.0.",
        Required = isRequired,
    };

    public Option<string> TokenName { get; } = new("--token-env")
    {
        Description = "The environment variable that holds an access token.",
        DefaultValueFactory = _ => "GRAPH_TOKEN",
    };

    /// <summary>The address and the token, or what is wrong with the arguments.</summary>
    public (Uri Address, string Token)? Read(ParseResult parsed, out string wrong)
    {
        var (graph, tokenName) = (parsed.GetValue(Graph), parsed.GetRequiredValue(TokenName));
        wrong = "";

        if (!Uri.TryCreate(graph, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
        {
            wrong = $"--graph is \"{graph}\". Give an https address with its version, for example --graph https://graph.microsoft.com/v1.0.";
            return null;
        }

        if (Environment.GetEnvironmentVariable(tokenName) is not { Length: > 0 } token)
        {
            wrong = $"The environment variable {tokenName} holds no access token. Set it, or name another one with --token-env.";
            return null;
        }

        return (address, token);
    }
}
