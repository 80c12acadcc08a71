using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads groups. One for each reading.</summary>
internal sealed class GroupParser
{
    private readonly TextPool _texts = new();
    private readonly PropertyNames _names = new(
        "id", "displayName", "groupTypes", "assignedLicenses", "licenseProcessingState", "hasMembersWithLicenseErrors", "@removed");

    // Used again for the next group.
    private readonly List<bool> _types = [];
    private readonly List<Guid> _skus = [];
    private readonly ReadItem<bool> _readType = ReadIsUnified;
    private readonly ReadItem<Guid> _readSku = ReadSku;

    public GroupChange Read(ref Utf8JsonReader json)
    {
        string? id = null, displayName = null, state = null;
        var (hasErrors, isRemoved) = (false, false);
        var told = GroupProperties.None;

        json.ExpectObject("the item");
        _types.Clear();
        _skus.Clear();

        for (var place = 0; json.NextProperty(); place++)
        {
            switch (_names.Match(ref json, place))
            {
                case 0:
                    id = json.ReadText("id");
                    break;
                case 1:
                    displayName = json.ReadText("displayName");
                    told |= GroupProperties.DisplayName;
                    break;
                case 2:
                    json.ReadList("groupTypes", _types, _readType);
                    told |= GroupProperties.Types;
                    break;
                case 3:
                    json.ReadList("assignedLicenses", _skus, _readSku);
                    told |= GroupProperties.Licences;
                    break;
                case 4:
                    state = ReadState(ref json);
                    told |= GroupProperties.State;
                    break;
                case 5:
                    hasErrors = json.ReadFlag("hasMembersWithLicenseErrors") is true;
                    told |= GroupProperties.Errors;
                    break;
                case 6:
                    json.SkipValue();
                    isRemoved = true;
                    break;
                default:
                    json.SkipValue();
                    break;
            }
        }

        id = id ?? throw new MalformedAnswerException("id", "the group's id");
        return new(new(id, displayName, _types.Contains(true), [.. _skus], state, hasErrors), told, isRemoved);
    }

    private static bool ReadIsUnified(ref Utf8JsonReader json)
    {
        var isUnified = json.TokenType is JsonTokenType.String && json.ValueTextEquals("Unified"u8);
        json.Skip();
        return isUnified;
    }

    private static Guid ReadSku(ref Utf8JsonReader json)
    {
        Guid? sku = null;
        json.ExpectObject("the item");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("skuId"u8))
            {
                sku = json.ReadId("skuId");
            }
            else
            {
                json.SkipValue();
            }
        }

        return sku ?? throw new MalformedAnswerException("skuId", "a GUID");
    }

    private string? ReadState(ref Utf8JsonReader json)
    {
        string? state = null;
        json.Read();

        if (json.TokenType is JsonTokenType.Null)
        {
            return null;
        }

        json.ExpectObject("licenseProcessingState");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("state"u8))
            {
                state = json.ReadText("state", _texts);
            }
            else
            {
                json.SkipValue();
            }
        }

        return state;
    }
}
