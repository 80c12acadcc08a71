using MeshReadiness.Graph.Http;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace MeshReadiness.Graph.Reading;

/// <summary>Takes the answer to one request of a batch.</summary>
/// <param name="index">Which request.</param>
/// <param name="body">What was found; empty when there is no such thing.</param>
internal delegate void TakeAnswer(int index, ReadOnlySpan<byte> body);

/// <summary>
/// Asks for single things by the twenty (<c>POST /$batch</c>). Graph refuses or answers each on its own, so each is asked
/// again on its own, at its own time.
/// </summary>
internal sealed class Batch(GraphAccess graph)
{
    private const int Most = 20;

    private readonly long _start = graph.Pace.Time.GetTimestamp();

    private TimeSpan Now => graph.Pace.Time.GetElapsedTime(_start);

    /// <summary>Asks until everything has its answer.</summary>
    /// <param name="addresses">What to ask, each behind the version.</param>
    /// <param name="take">Called once for each, in any order.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public async Task AskAsync(IReadOnlyList<string> addresses, TakeAnswer take, CancellationToken cancellationToken)
    {
        var open = addresses.Select((address, index) => new BatchItem(index, address)).ToList();

        while (open.Count > 0)
        {
            var now = Now;
            var due = open.Where(item => item.Due <= now).Take(Most).ToList();

            if (due.Count == 0)
            {
                await WaitAsync(open.Min(item => item.Due) - now, cancellationToken);
                continue;
            }

            await SendAsync(due, take, cancellationToken);
            open.RemoveAll(item => item.IsAnswered);
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        graph.Meter.Waited(wait);
        await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), graph.Pace.Time, cancellationToken);
    }

    private async Task SendAsync(List<BatchItem> items, TakeAnswer take, CancellationToken cancellationToken)
    {
        using var body = await graph.SendAsync(RequestFor(items), cancellationToken);
        var answers = BatchAnswer.Parse(body.Bytes.Span);

        foreach (var item in items)
        {
            var answer = answers.GetValueOrDefault(item.Key);
            graph.Meter.Charged(answer?.Units ?? item.Cost);

            if (answer is null || answer.IsPassing)
            {
                Postpone(item, answer);
                continue;
            }

            Give(item, answer, body.Bytes.Span[answer.Body], take);
            item.IsAnswered = true;
        }
    }

    private static void Give(BatchItem item, BatchAnswer answer, ReadOnlySpan<byte> body, TakeAnswer take)
    {
        try
        {
            take(item.Index, answer.Status switch
            {
                404 => [],
                >= 200 and < 300 when !body.IsEmpty => body,
                >= 200 and < 300 => throw new MalformedAnswerException("the item", "present"),
                _ => throw Refused(answer, body),
            });
        }
        catch (MalformedAnswerException error)
        {
            throw error.Inside($"responses[{item.Key}]");
        }
    }

    private void Postpone(BatchItem item, BatchAnswer? answer)
    {
        if (answer?.Status is 429)
        {
            graph.Meter.Throttled();
        }

        var today = graph.Pace.Time.GetUtcNow();
        var wait = answer?.RetryAfter(today);

        if (wait > graph.Pace.LongestPause)
        {
            throw new AskAgainLaterException(today + wait.Value);
        }

        if (++item.Refusals > graph.Pace.Retries)
        {
            throw Refused(answer ?? BatchAnswer.None, []);
        }

        graph.Meter.Repeated();
        item.Due = Now + (wait ?? graph.Pace.DelayBefore(item.Refusals));
    }

    private RequestInformation RequestFor(List<BatchItem> items)
    {
        var request = new RequestInformation { HttpMethod = Method.POST, URI = graph.Address("/$batch") };
        request.SetStreamContent(BatchItem.Write(items), "application/json");
        request.Headers.Add("Accept", "application/json");
        request.AddRequestOptions([new BatchCost(items.Count, items.Sum(item => item.Cost))]);
        return request;
    }

    private static ODataError Refused(BatchAnswer answer, ReadOnlySpan<byte> body) => new()
    {
        ResponseStatusCode = answer.Status,
        Error = new() { Message = BatchAnswer.Reason(body) },
    };
}
