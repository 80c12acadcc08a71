using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>The files that come with the product, and ways to break them in one place.</summary>
internal static partial class ShippedFile
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(PlaybookReader).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>The file with another value at a path like <c>steps[0].tasks[2].id</c>, or without it when no value is given.</summary>
    public static string With(string name, string path, string? json) => Edit(Text(name), path, json);

    /// <summary>The same with any text.</summary>
    public static string Edit(string text, string path, string? json)
    {
        var root = JsonNode.Parse(text)!;
        string[] steps = [.. PathStep().Matches(path).Select(match => match.Value)];
        var parent = steps[..^1].Aggregate(root, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        var value = json is null ? null : JsonNode.Parse(json);

        switch (parent, json)
        {
            case (JsonObject at, null):
                at.Remove(steps[^1]);
                break;
            case (JsonArray at, null):
                at.RemoveAt(int.Parse(steps[^1], null));
                break;
            case (JsonArray at, _):
                at[int.Parse(steps[^1], null)] = value;
                break;
            default:
                parent[steps[^1]] = value;
                break;
        }

        return root.ToJsonString();
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex PathStep();
}
