using System.Buffers;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Findings;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>Policies that others have written, in a folder beside the repository or one that MESHREADINESS_TEST_POLICIES names.</summary>
public sealed class GivenPoliciesTests
{
    private const string Variable = "MESHREADINESS_TEST_POLICIES";

    [Fact]
    public void All_are_read_with_nothing_dropped_and_written_back_equal()
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, $"No policies of others: {Variable} names no folder, and there is none beside the repository.");
        var files = Directory.GetFiles(folder!, "*.json");
        Assert.NotEmpty(files);

        foreach (var file in files)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var read = PolicyReader.Read(document.RootElement);
            Assert.True(read.TryGet(out var policy), $"{Path.GetFileName(file)}: {(read.Succeeded ? "" : read.Problem.Detail)}");

            Assert.True(JsonElement.DeepEquals(document.RootElement, policy.Source), file);

            // What says something is named as not understood, or leaving it out makes another policy.
            Assert.All(Told(document.RootElement, "").Where(one => !policy.Unmodelled.Any(one.Path.StartsWith) && !IsAboutNobody(one.Path) && !IsUsual(one)), one =>
                Assert.NotEqual(Model(policy), Model(PolicyReader.Read(Without(document.RootElement, one.Path)).Value)));
            Assert.True(policy.Filter is null or { Rule: not null }, $"{file}: {policy.Filter?.Error?.Message}");
        }
    }

    [Fact]
    public void All_are_told_in_words_and_inspected()
    {
        var folder = Find();
        Assert.SkipWhen(folder is null, $"No policies of others: {Variable} names no folder, and there is none beside the repository.");
        ImmutableArray<ConditionalAccessPolicy> policies =
        [
            .. Directory.GetFiles(folder!, "*.json").Order(StringComparer.Ordinal).Select(file => PolicyReader.Read(JsonElement.Parse(File.ReadAllBytes(file))).Value),
        ];
        Assert.NotEmpty(policies);

        PolicyWordsTests.AssertWords(policies);

        foreach (var set in new[] { policies, [.. policies.Select(policy => policy with { State = PolicyState.Enabled })] })
        {
            var findings = FindingRules.Find(set, ConditionalAccessApps.Shipped, new() { Names = ConditionalAccessNames.Shipped });
            Assert.NotEmpty(findings);
            PolicyWordsTests.AssertWhole(findings, set);
        }
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return given;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);

        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MeshReadiness.sln")))
        {
            root = root.Parent;
        }

        var beside = Path.Combine(root?.Parent?.FullName ?? "", "shared", "realdata", "conditional-access");
        return Directory.Exists(beside) ? beside : null;
    }

    // When a policy was made and changed lets nobody in and keeps nobody out; so do the settings of session controls, of which the names are kept.
    private static bool IsAboutNobody(string path) =>
        path.EndsWith("DateTime", StringComparison.Ordinal) || path.Contains('@', StringComparison.Ordinal)
        || (path.StartsWith("sessionControls.", StringComparison.Ordinal) && path.Count(letter => letter == '.') > 1);

    // What a policy means anyway when it doesn't say it.
    private static bool IsUsual((string Path, JsonElement Value) told) => 
        (told.Path is "grantControls.operator" && told.Value.ToString() is "AND")
        || (told.Path.EndsWith(".membershipKind", StringComparison.Ordinal) && told.Value.ToString() is "all");

    private static string Model(ConditionalAccessPolicy policy) => JsonSerializer.Serialize(policy with { Source = JsonElement.Parse("null"), Filter = null }) + policy.Filter?.Text + policy.Filter?.Excludes;

    private static JsonElement Without(JsonElement policy, string path)
    {
        var bytes = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(bytes))
        {
            Copy(policy, "", path, json);
        }

        var reader = new Utf8JsonReader(bytes.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static void Copy(JsonElement item, string at, string without, Utf8JsonWriter json)
    {
        if (item.ValueKind is not JsonValueKind.Object)
        {
            item.WriteTo(json);
            return;
        }

        json.WriteStartObject();

        foreach (var property in item.EnumerateObject().Where(property => Inside(at, property.Name) != without))
        {
            json.WritePropertyName(property.Name);
            Copy(property.Value, Inside(at, property.Name), without, json);
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string Path, JsonElement Value)> Told(JsonElement item, string path) => item.ValueKind switch
    {
        JsonValueKind.Object => item.EnumerateObject().SelectMany(property => Told(property.Value, Inside(path, property.Name))),
        JsonValueKind.Null => [],
        JsonValueKind.Array when item.GetArrayLength() == 0 => [],
        _ => [(path, item)],
    };

    private static string Inside(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
