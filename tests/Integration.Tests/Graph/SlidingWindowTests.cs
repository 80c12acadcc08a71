using CsCheck;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>The window's bookkeeping against one that is too simple to be wrong.</summary>
public sealed class SlidingWindowTests
{
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(100);

    // Time goes by, something is asked, or the oldest question that is still open is answered at a cost.
    private static readonly Gen<(int Kind, int Number)[]> Steps = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 40]).Array[0, 60];

    [Fact]
    public void It_lets_in_what_fits_and_names_the_first_moment_at_which_it_will() =>
        Gen.Select(Gen.Int[1, 30], Steps).Sample((limit, steps) =>
        {
            var (window, naive, now) = (new SlidingWindow(Length), new Naive(limit), TimeSpan.Zero);

            foreach (var (kind, number) in steps)
            {
                if (kind == 0)
                {
                    now += TimeSpan.FromMilliseconds(number);
                }
                else if (kind == 1)
                {
                    var expected = naive.TryTake(now, number);
                    Assert.Equal(expected, window.TryTake(now, number, limit));
                }
                else if (naive.Open is { } open)
                {
                    naive.Settle(now, number);
                    window.Settle(now, open, number);
                }
            }
        });

    [Fact]
    public void Whoever_keeps_to_it_never_spends_more_than_the_limit_in_any_window() =>
        Gen.Select(Gen.Int[5, 30], Gen.Select(Gen.Int[1, 5], Gen.Int[0, 60]).Array[1, 60]).Sample((limit, requests) =>
        {
            var (window, now) = (new SlidingWindow(Length), TimeSpan.Zero);
            var charged = new List<(TimeSpan At, int Cost)>();

            foreach (var (cost, delay) in requests)
            {
                while (window.TryTake(now, cost, limit)!.Value is { Ticks: > 0 } wait)
                {
                    now += wait;
                }

                // The other side charges anywhere between question and answer.
                charged.Add((now + TimeSpan.FromMilliseconds(delay / 2), cost));
                now += TimeSpan.FromMilliseconds(delay);
                window.Settle(now, cost, cost);
            }

            Assert.All(charged, first => Assert.InRange(
                charged.Where(one => one.At >= first.At && one.At < first.At + Length).Sum(one => one.Cost), 0, limit));
        });

    [Fact]
    public void What_costs_more_than_a_whole_window_passes_alone()
    {
        var window = new SlidingWindow(Length);

        Assert.Equal(TimeSpan.Zero, window.TryTake(TimeSpan.Zero, 50, limit: 10));
        Assert.Null(window.TryTake(TimeSpan.Zero, 1, limit: 10));
        window.Settle(TimeSpan.FromMilliseconds(20), 50, 50);
        Assert.Equal(TimeSpan.FromMilliseconds(110), window.TryTake(TimeSpan.FromMilliseconds(10), 1, limit: 10));
    }

    /// <summary>Remembers everything and looks through all of it each time.</summary>
    private sealed class Naive(int limit)
    {
        private readonly List<(int Cost, TimeSpan? Answered)> _all = [];

        public int? Open => _all.Where(one => one.Answered is null).Select(one => (int?)one.Cost).FirstOrDefault();

        public TimeSpan? TryTake(TimeSpan now, int cost)
        {
            if (Fits(now, cost))
            {
                _all.Add((cost, null));
                return TimeSpan.Zero;
            }

            var moments = _all.Select(one => one.Answered + Length).OfType<TimeSpan>().Where(moment => moment > now && Fits(moment, cost));
            return moments.Select(moment => (TimeSpan?)(moment - now)).Min();
        }

        public void Settle(TimeSpan now, int cost) => _all[_all.FindIndex(one => one.Answered is null)] = (cost, now);

        private bool Fits(TimeSpan moment, int cost) =>
            _all.Where(one => one.Answered is null || one.Answered + Length > moment).Sum(one => one.Cost) is var spent
            && (spent == 0 || spent + cost <= limit);
    }
}
