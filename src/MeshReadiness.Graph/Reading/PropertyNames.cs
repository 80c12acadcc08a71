using System.Text;
using System.Text.Json;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Recognises the properties of objects that come by the thousand, all with the same properties in the same order: the
/// name that stood at this place last time is tried first. Any other order is only slower.
/// </summary>
internal sealed class PropertyNames(params string[] names)
{
    /// <summary>A property that nobody asked for.</summary>
    public const int Unknown = -1;

    private readonly byte[][] _names = [.. names.Select(Encoding.UTF8.GetBytes)];
    private readonly int[] _order = new int[64];

    /// <summary>The number of the name at which the reader stands.</summary>
    /// <param name="json">Stands at a property's name.</param>
    /// <param name="place">The how manieth property of its object it is.</param>
    public int Match(ref Utf8JsonReader json, int place)
    {
        ref var guess = ref _order[Math.Min(place, _order.Length - 1)];

        if (json.ValueTextEquals(_names[guess]))
        {
            return guess;
        }

        for (var number = 0; number < _names.Length; number++)
        {
            if (json.ValueTextEquals(_names[number]))
            {
                guess = number;
                return number;
            }
        }

        return Unknown;
    }
}
