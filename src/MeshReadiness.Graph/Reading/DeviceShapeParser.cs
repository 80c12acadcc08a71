using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Counts devices by their kind without keeping any. One for each reading: it knows which devices came before.</summary>
internal sealed class DeviceShapeParser
{
    private const string Extension = "extensionAttribute";

    private static readonly PlainProperty[] Plain =
    [
        .. DeviceShapeCounter.Properties.Index()
            .Where(one => !one.Item.StartsWith(Extension, StringComparison.Ordinal))
            .Select(one => new PlainProperty(one.Item, one.Index, DeviceProperty.Find(one.Item)!.Kind)),
    ];

    private static readonly string[] Extensions =
        [.. DeviceShapeCounter.Properties.Where(name => name.StartsWith(Extension, StringComparison.Ordinal))];

    private static readonly int FirstExtension = DeviceShapeCounter.Properties.IndexOf(Extensions[0]);

    private readonly TextPool _texts = new();
    private readonly RecentIds _met = new();
    private readonly List<string> _list = [];
    private readonly string?[] _values = new string?[DeviceShapeCounter.Properties.Length];
    private readonly PropertyNames _names = new([.. Plain.Select(one => one.Name), "id", "isManaged", "extensionAttributes"]);
    private readonly PropertyNames _extensionNames = new(Extensions);

    /// <summary>Reads a device and counts it, unless it came before.</summary>
    /// <returns>Whether it was counted.</returns>
    public bool Count(ref Utf8JsonReader json, DeviceShapeCounter counter)
    {
        Guid? id = null;
        var isManaged = false;

        json.ExpectObject("the item");
        Array.Clear(_values);

        for (var place = 0; json.NextProperty(); place++)
        {
            var name = _names.Match(ref json, place);

            if (name is PropertyNames.Unknown)
            {
                json.SkipValue();
            }
            else if (name < Plain.Length)
            {
                ReadPlain(ref json, Plain[name]);
            }
            else if (name == Plain.Length)
            {
                id = json.ReadId("id");
            }
            else if (name == Plain.Length + 1)
            {
                // Graph tells nothing, rather than no, of a device that device management never had.
                isManaged = json.ReadFlag("isManaged") is true;
            }
            else
            {
                ReadExtensions(ref json);
            }
        }

        var isNew = _met.Add(id ?? throw new MalformedAnswerException("id", "the device's id"));

        if (isNew)
        {
            counter.Add(isManaged, _values);
        }

        return isNew;
    }

    private void ReadPlain(ref Utf8JsonReader json, PlainProperty property) => _values[property.Place] = property.Kind switch
    {
        // Nothing told isn't the same as no: a device that was never looked at is neither compliant nor not.
        DevicePropertyKind.Flag => json.ReadFlag(property.Name)?.ToString(),
        DevicePropertyKind.List => ReadTexts(ref json, property.Name),
        _ when property.Name is "trustType" => DeviceReading.Joined(json.ReadText(property.Name, _texts)),
        _ => json.ReadText(property.Name, _texts),
    };

    private string? ReadTexts(ref Utf8JsonReader json, string name)
    {
        _list.Clear();
        json.ReadList(name, _list, (ref Utf8JsonReader item) =>
            item.TokenType is JsonTokenType.String ? item.GetString()! : throw new MalformedAnswerException("the item", "text"));
        _list.Sort(StringComparer.Ordinal);

        return _list.Count == 0 ? null : string.Join(DeviceShapeCounter.ListSeparator, _list);
    }

    private void ReadExtensions(ref Utf8JsonReader json)
    {
        json.Read();

        if (json.TokenType is JsonTokenType.Null)
        {
            return;
        }

        json.ExpectObject("extensionAttributes");

        for (var place = 0; json.NextProperty(); place++)
        {
            if (_extensionNames.Match(ref json, place) is var name and not PropertyNames.Unknown)
            {
                _values[FirstExtension + name] = json.ReadText(Extensions[name], _texts);
            }
            else
            {
                json.SkipValue();
            }
        }
    }

    private sealed record PlainProperty(string Name, int Place, DevicePropertyKind Kind);
}
