using System.Globalization;
using System.Net;

namespace MeshReadiness.Graph.Http;

/// <summary>
/// Waits for the budget before each attempt, and learns from each answer: what it cost, whether the limit is near, and
/// when Graph wants to be left alone. Stands inside the retries, so that these keep to the budget as well.
/// </summary>
internal sealed class PoliteHandler(Budgets budgets, CostMeter meter, Pace pace) : DelegatingHandler
{
    /// <summary>The header that lets Graph serve people at their desks first.</summary>
    public const string Priority = "x-ms-throttle-priority";
    public const string LowPriority = "Low";

    private const double NearLimit = 0.8;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isPolicy = request.RequestUri!.AbsolutePath.Contains("/identity/conditionalAccess/", StringComparison.OrdinalIgnoreCase);
        var budget = isPolicy ? budgets.ConditionalAccess : budgets.Identity;
        var batch = BatchCost.Of(request);
        var expected = batch?.Units ?? RequestCost.Of(Path(request.RequestUri), request.RequestUri.Query);
        var taken = isPolicy ? 1 : expected;
        var cost = expected;

        if (!isPolicy && !request.Headers.Contains(Priority))
        {
            request.Headers.TryAddWithoutValidation(Priority, pace.Priority);
        }

        await budget.EnterAsync(taken, cancellationToken);

        try
        {
            meter.Sent(batch?.Requests ?? 1);
            var response = await base.SendAsync(request, cancellationToken);
            Heed(response, budget, isPolicy);
            cost = batch is null ? Number(response, "x-ms-resource-unit") is { } units ? (int)units : expected : expected;

            return response;
        }
        finally
        {
            budget.Leave(taken, isPolicy ? 1 : cost);
            // The items of a batch tell their own.
            meter.Charged(batch is null ? cost : 0);
        }
    }

    private void Heed(HttpResponseMessage response, Budget budget, bool isPolicy)
    {
        var isThrottled = response.StatusCode is HttpStatusCode.TooManyRequests;

        if (isThrottled)
        {
            meter.Throttled();
        }

        if (RetryAfter.Of(response, pace.Time) is { } pause)
        {
            if (pause > pace.LongestPause)
            {
                // Nobody else is held back by it: a mistaken proxy must not silence the portal for a day.
                response.Dispose();
                throw new AskAgainLaterException(pace.Time.GetUtcNow() + pause);
            }

            budget.Pause(pause);
        }
        else if (isThrottled && isPolicy)
        {
            // Conditional Access never says how long, but its window is known. Somebody else asked in it.
            budget.Pause(pace.ConditionalAccessWindow);
        }

        if (Number(response, "x-ms-throttle-limit-percentage") >= NearLimit)
        {
            budget.SlowDown();
        }
    }

    private static string Path(Uri address) => address.AbsolutePath.TrimStart('/').Split('/', 2) is [_, var rest] ? rest : "";

    private static double? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
