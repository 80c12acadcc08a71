using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Answers <c>$batch</c> as a test tells it, item by item, and the items in the order opposite to the one asked.</summary>
/// <param name="answer">Answers an address that is asked for the how manieth time, from one.</param>
internal sealed class StubBatch(Func<string, int, StubAnswer> answer)
{
    private readonly ConcurrentQueue<(int Batch, string Url, long At)> _asked = new();
    private int _batches;

    /// <summary>All addresses, in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Asked => [.. _asked.Select(one => one.Url)];

    /// <summary>How many items each batch had.</summary>
    public IReadOnlyList<int> Sizes => [.. _asked.GroupBy(one => one.Batch).Select(batch => batch.Count())];

    /// <summary>When an address was asked for.</summary>
    public IReadOnlyList<long> TimesOf(string url) => [.. _asked.Where(one => one.Url == url).Select(one => one.At)];

    public async Task AnswerAsync(HttpContext http)
    {
        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var batch = Interlocked.Increment(ref _batches);
        var answers = new List<object>();

        foreach (var item in body!["requests"]!.AsArray())
        {
            var url = item!["url"]!.ToString();
            Assert.Equal("GET", item["method"]!.ToString());
            _asked.Enqueue((batch, url, TimeProvider.System.GetTimestamp()));

            if (answer(url, TimesOf(url).Count) is { Status: not 0 } given)
            {
                answers.Add(new
                {
                    id = item["id"]!.ToString(),
                    status = given.Status,
                    headers = given.RetryAfter is null ? null : new Dictionary<string, string> { ["retry-after"] = given.RetryAfter },
                    body = given.Body is null ? (JsonElement?)null : JsonElement.Parse(given.Body),
                });
            }
        }

        answers.Reverse();
        await http.Response.WriteAsJsonAsync(new { responses = answers }, http.RequestAborted);
    }
}

/// <summary>The answer to one item; without a status the item is left out.</summary>
internal sealed record StubAnswer(int Status, string? Body = null, string? RetryAfter = null);
