using System.Text.Json;

namespace MeshReadiness.SampleTenant.Protocol;

/// <summary>What a kind of object looks like from outside: its properties to select, to filter on and to write.</summary>
internal abstract class Shape<T>(string set)
{
    public string Set => set;

    public abstract bool Knows(string property);

    public abstract object? ValueOf(T item, string property);

    /// <summary>The pen for the chosen properties (the default ones when none are chosen). It writes inside an object.</summary>
    public abstract Action<Utf8JsonWriter, T> Pen(IReadOnlyCollection<string>? selected);

    public Action<Utf8JsonWriter, T> CheckedPen(IReadOnlyCollection<string>? selected)
    {
        if (selected?.FirstOrDefault(name => !Knows(name)) is { } unknown)
        {
            throw GraphException.BadRequest($"Could not find a property named '{unknown}' on type 'microsoft.graph.{TypeName}'.");
        }

        return Pen(selected);
    }

    protected virtual string TypeName => set.TrimEnd('s');
}
