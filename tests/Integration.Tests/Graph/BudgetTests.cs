using CsCheck;
using MeshReadiness.Graph.Http;
using Microsoft.Extensions.Time.Testing;

namespace MeshReadiness.Integration.Tests.Graph;

/// <summary>Who may ask when, on a clock that the test moves.</summary>
public sealed class BudgetTests
{
    private const int Limit = 10;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();
    private readonly CostMeter _meter = new();
    private readonly Budget _budget;

    public BudgetTests() => _budget = new(Window, Limit, _meter, _clock);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_the_window_full_waits_to_the_millisecond()
    {
        await SpendAsync(7);
        _clock.Advance(TimeSpan.FromSeconds(4));
        await SpendAsync(3);

        await PassesAfterAsync(2, TimeSpan.FromSeconds(6));

        Assert.Equal(TimeSpan.FromSeconds(6), _meter.Total.Waited);
    }

    [Fact]
    public async Task Whoever_waits_never_waits_longer_than_an_oracle_says() =>
        await Gen.Select(Gen.Int[1, Limit], Gen.Int[0, 4000]).Array[1, 40].SampleAsync(async requests =>
        {
            var clock = new FakeTimeProvider();
            var budget = new Budget(Window, Limit, new(), clock);
            var spent = new List<(DateTimeOffset At, int Cost)>();

            foreach (var (cost, pause) in requests)
            {
                clock.Advance(TimeSpan.FromMilliseconds(pause));
                var moments = spent.Select(one => one.At + Window).Append(clock.GetUtcNow()).Where(at => at >= clock.GetUtcNow());
                var at = moments.Where(moment => spent.Where(one => one.At + Window > moment).Sum(one => one.Cost) + cost <= Limit).Min();

                var entering = budget.EnterAsync(cost, Cancelled);

                if (at > clock.GetUtcNow())
                {
                    clock.Advance(at - clock.GetUtcNow() - Moment);
                    Assert.False(entering.IsCompleted);
                    clock.Advance(Moment);
                }

                await entering.WaitAsync(Patience, Cancelled);
                budget.Leave(cost, cost);
                spent.Add((clock.GetUtcNow(), cost));
            }
        }, iter: 50);

    [Fact]
    public async Task While_a_question_is_open_it_counts_and_its_answer_lets_the_next_one_know()
    {
        await _budget.EnterAsync(Limit, Cancelled);
        var waiting = _budget.EnterAsync(1, Cancelled);
        _clock.Advance(Window * 3);
        Assert.False(waiting.IsCompleted);

        // It cost less than was expected.
        _budget.Leave(Limit, cost: 1);

        await waiting.WaitAsync(Patience, Cancelled);
    }

    [Fact]
    public async Task A_pause_holds_everybody_to_the_millisecond()
    {
        _budget.Pause(TimeSpan.FromSeconds(3));
        _budget.Pause(TimeSpan.FromSeconds(1));
        var other = _budget.EnterAsync(1, Cancelled);

        await PassesAfterAsync(1, TimeSpan.FromSeconds(3));

        await other.WaitAsync(Patience, Cancelled);
    }

    [Fact]
    public async Task Near_the_limit_half_as_much_is_asked_and_after_a_calm_window_all_of_it_again()
    {
        _budget.SlowDown();
        _budget.SlowDown();
        await SpendAsync(Limit / 2);

        await PassesAfterAsync(1, Window);
        _budget.Leave(1, 1);
        await SpendAsync(Limit - 1);
        await PassesAfterAsync(1, Window);
    }

    [Fact]
    public async Task Warning_upon_warning_leaves_a_tenth_and_a_calm_window_doubles_it()
    {
        for (var warning = 0; warning < 10; warning++)
        {
            _budget.SlowDown();
            _clock.Advance(Window - Moment);
            _budget.SlowDown();
            _clock.Advance(Moment);
        }

        await SpendAsync(Limit / 10);
        await PassesAfterAsync(1, Window - Moment);
        Assert.False(_budget.EnterAsync(1, Cancelled).IsCompleted);
    }

    [Fact]
    public async Task Who_gives_up_waiting_has_taken_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await SpendAsync(Limit);
        var waiting = _budget.EnterAsync(Limit, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await PassesAfterAsync(Limit, Window);
    }

    private async Task SpendAsync(int cost)
    {
        var entering = _budget.EnterAsync(cost, Cancelled);
        Assert.True(entering.IsCompleted);
        await entering;
        _budget.Leave(cost, cost);
    }

    private async Task PassesAfterAsync(int cost, TimeSpan wait)
    {
        var entering = _budget.EnterAsync(cost, Cancelled);
        _clock.Advance(wait - Moment);
        Assert.False(entering.IsCompleted);
        _clock.Advance(Moment);
        await entering.WaitAsync(Patience, Cancelled);
    }
}
