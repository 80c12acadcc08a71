using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>The answer to one request of a batch.</summary>
/// <param name="Status">Its own status.</param>
/// <param name="Body">Where its body stands in the batch's.</param>
/// <param name="Units">What it cost, if it says so.</param>
/// <param name="RetryAfterText">When to ask again, if it says so.</param>
internal sealed record BatchAnswer(int Status, Range Body, int? Units, string? RetryAfterText)
{
    /// <summary>Graph left the request out: as if it had failed for the moment.</summary>
    public static BatchAnswer None { get; } = new(503, default, null, null);

    /// <summary>Whether the same request can be answered later.</summary>
    public bool IsPassing => Status is 429 or >= 500;

    /// <summary>How long Graph wants to be left alone about this.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now)
    {
        var wait = RetryConditionHeaderValue.TryParse(RetryAfterText, out var header) ? header.Delta ?? header.Date - now : null;
        return wait > TimeSpan.Zero ? wait : null;
    }

    /// <summary>The answers by the key of their requests. What has no key or no status is no answer.</summary>
    public static Dictionary<string, BatchAnswer> Parse(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var answers = new List<(string? Key, BatchAnswer Answer)>();
        var hasAnswers = false;

        json.Read();
        json.ExpectObject("the body");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("responses"u8))
            {
                json.ReadList("responses", answers, ReadAnswer);
                hasAnswers = true;
            }
            else
            {
                json.SkipValue();
            }
        }

        return !hasAnswers
            ? throw new MalformedAnswerException("responses", "a list")
            : answers.Where(one => one is { Key: not null, Answer.Status: not 0 }).DistinctBy(one => one.Key).ToDictionary(one => one.Key!, one => one.Answer);
    }

    /// <summary>What Graph says about a refusal.</summary>
    public static string? Reason(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);

        return !body.IsEmpty && JsonDocument.TryParseValue(ref json, out var document)
            && document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
            && error.TryGetProperty("message", out var message)
                ? message.ToString()
                : null;
    }

    private static (string? Key, BatchAnswer Answer) ReadAnswer(ref Utf8JsonReader json)
    {
        string? key = null;
        var answer = new BatchAnswer(0, default, null, null);

        json.ExpectObject("the item");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("id"u8))
            {
                key = json.ReadText("id");
            }
            else if (json.ValueTextEquals("status"u8))
            {
                json.Read();
                answer = answer with { Status = json.TokenType is JsonTokenType.Number && json.TryGetInt32(out var status) ? status : 0 };
            }
            else if (json.ValueTextEquals("headers"u8))
            {
                answer = ReadHeaders(ref json, answer);
            }
            else if (json.ValueTextEquals("body"u8))
            {
                json.Read();
                var start = (int)json.TokenStartIndex;
                json.Skip();
                answer = answer with { Body = start..(int)json.BytesConsumed };
            }
            else
            {
                json.SkipValue();
            }
        }

        return (key, answer);
    }

    private static BatchAnswer ReadHeaders(ref Utf8JsonReader json, BatchAnswer answer)
    {
        json.Read();

        if (json.TokenType is not JsonTokenType.StartObject)
        {
            json.Skip();
            return answer;
        }

        while (json.NextProperty())
        {
            var name = json.GetString()!;
            json.Read();
            var text = json.TokenType is JsonTokenType.String ? json.GetString() : null;
            json.Skip();
            answer = name.ToUpperInvariant() switch
            {
                "RETRY-AFTER" => answer with { RetryAfterText = text },
                "X-MS-RESOURCE-UNIT" => answer with { Units = int.TryParse(text, CultureInfo.InvariantCulture, out var units) ? units : null },
                _ => answer,
            };
        }

        return answer;
    }
}
