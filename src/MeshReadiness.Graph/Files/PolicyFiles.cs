using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Graph.Files;

/// <summary>Reads Conditional Access policies from files that hold them exactly as Microsoft Graph gave them, and what is judged by them.</summary>
public static class PolicyFiles
{
    private const string Policies = "Give a policy, a list of policies or a page as GET /identity/conditionalAccess/policies answers it.";

    /// <summary>The policies of a file, in their order.</summary>
    /// <param name="name">The file's name, for the sentence when it is broken.</param>
    /// <param name="content">The file.</param>
    public static Result<ImmutableArray<ConditionalAccessPolicy>> Read(string name, byte[] content)
    {
        var split = GraphFile.Read(name, content, Policies, items => items.Items.Select(item => (item.Path, Read: item.Read((_, element) => PolicyReader.Read(element)))).ToList());

        if (!split.TryGet(out var policies))
        {
            return split.Problem;
        }

        var wrong = policies.FirstOrDefault(policy => !policy.Read.Succeeded);
        return wrong == default
            ? policies.Select(policy => policy.Read.Value).ToImmutableArray()
            : Wrong(name, wrong.Path, wrong.Read.Problem, Policies);
    }

    /// <summary>The one object of a file.</summary>
    /// <param name="name">The file's name, for the sentence when it is broken.</param>
    /// <param name="content">The file.</param>
    /// <param name="hint">What to give, for that sentence.</param>
    /// <param name="map">Makes something of the object, or says what is wrong with it.</param>
    public static Result<T> ReadOne<T>(string name, byte[] content, string hint, Func<JsonElement, Result<T>> map)
    {
        var split = GraphFile.Read(name, content, hint, items => items is { IsOne: true, Items: [var only] }
            ? only.Read((_, element) => map(element))
            : new Problem(ProblemKind.Invalid, "One object was expected."));

        return !split.TryGet(out var read) ? split.Problem
            : read.Succeeded ? read
            : Wrong(name, "", read.Problem, hint);
    }

    private static Problem Wrong(string name, string path, Problem problem, string hint) =>
        new(ProblemKind.Invalid, $"{name}: {(path.Length == 0 ? "" : $"{path}: ")}{problem.Detail} {hint}");
}
