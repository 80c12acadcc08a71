using System.Collections.Immutable;
using System.Text.Json;

namespace MeshReadiness.Core.ConditionalAccess.Policies;

/// <summary>An object inside a policy that is being read. It keeps which of its properties were asked for, so that the rest can be named.</summary>
internal sealed class PolicyPart(JsonElement item, string path, PolicyFindings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public PolicyFindings Findings => findings;

    /// <summary>Whether the policy has it, and not as nothing or as an empty list.</summary>
    public bool IsThere => item.ValueKind is JsonValueKind.Object;

    /// <summary>Whether a property says something.</summary>
    public bool Has(string name) => Find(name) is { } value && IsFilled(value);

    /// <summary>An object inside; one that isn't there when the policy has none, or an empty list in its place, as some exports write.</summary>
    public PolicyPart Part(string name)
    {
        var inner = Find(name) ?? default;

        if (IsFilled(inner) && inner.ValueKind is not JsonValueKind.Object)
        {
            Mistake(name, inner, "an object");
        }

        return new(inner.ValueKind is JsonValueKind.Object ? inner : default, PathOf(name), findings);
    }

    /// <summary>A text; <see langword="null"/> when there is none.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return null;
        }

        return Read(value) ?? Mistake(name, value, "a text");
    }

    /// <summary>A list of texts; empty when there is none.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (Find(name) is not { ValueKind: not JsonValueKind.Null } value)
        {
            return [];
        }

        if (value.ValueKind is not JsonValueKind.Array || value.EnumerateArray().Any(entry => Read(entry) is null))
        {
            Mistake(name, value, "a list of texts");
            return [];
        }

        return [.. value.EnumerateArray().Select(entry => Read(entry)!)];
    }

    /// <summary>Flags, which Graph writes as one text with commas.</summary>
    public ImmutableArray<string> Flags(string name) => Find(name) is { ValueKind: JsonValueKind.Array } ? Texts(name)
        : [.. (Text(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Properties that say nothing about who gets in.</summary>
    public void Ignore(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _asked.Add(name);
        }
    }

    /// <summary>Names a property that was asked for and says something that isn't modelled.</summary>
    public void Name(string name) => findings.Unmodelled.Add(PathOf(name));

    /// <summary>Names what nobody asked for and yet says something.</summary>
    /// <returns>Whether there is something.</returns>
    public bool NameTheRest()
    {
        var before = findings.Unmodelled.Count;

        if (IsThere)
        {
            findings.Unmodelled.AddRange(item.EnumerateObject()
                .Where(property => !_asked.Contains(property.Name) && !property.Name.Contains('@', StringComparison.Ordinal) && IsFilled(property.Value))
                .Select(property => PathOf(property.Name)));
        }

        return findings.Unmodelled.Count > before;
    }

    private static string? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON by its grammar, but no text.
            return null;
        }
    }

    // Of a property that stands there twice the last one counts; what the others say is named.
    private JsonElement? Find(string name)
    {
        if (!IsThere || !item.TryGetProperty(name, out var value))
        {
            _asked.Add(name);
            return null;
        }

        if (_asked.Add(name) && item.EnumerateObject().Where(property => property.NameEquals(name)).SkipLast(1).Any(property => IsFilled(property.Value)))
        {
            findings.Unmodelled.Add(PathOf(name));
        }

        return value;
    }

    private static bool IsFilled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => false,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        JsonValueKind.Object => value.EnumerateObject().Any(property => IsFilled(property.Value)),
        _ => true,
    };

    private string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private string? Mistake(string name, JsonElement found, string expected)
    {
        var kind = found.ValueKind switch
        {
            JsonValueKind.String => Read(found) is null ? "a text with half a character" : "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "a flag",
            JsonValueKind.Array => "a list",
            _ => "an object",
        };
        findings.Mistake ??= $"{PathOf(name)} is {kind}; {expected} was expected.";
        return null;
    }
}

/// <summary>What came up while a policy was read.</summary>
internal sealed class PolicyFindings
{
    /// <summary>The first property that can't be what it is.</summary>
    public string? Mistake { get; set; }

    /// <summary>What is said and not modelled.</summary>
    public List<string> Unmodelled { get; } = [];
}
