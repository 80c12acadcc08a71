using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tests.Outcomes;

public sealed class ResultTests
{
    private static readonly Problem Gone = new(ProblemKind.NotFound, "It is gone.");

    [Fact]
    public void A_value_is_a_success()
    {
        Result<int> result = 42;

        Assert.True(result.Succeeded);
        Assert.Equal(42, result.Value);
        Assert.True(result.TryGet(out var value));
        Assert.Equal(42, value);
    }

    [Fact]
    public void A_problem_is_a_failure()
    {
        Result<int> result = Gone;

        Assert.False(result.Succeeded);
        Assert.Same(Gone, result.Problem);
        Assert.False(result.TryGet(out _));
    }

    [Fact]
    public void Asking_a_failure_for_its_value_repeats_the_problem() =>
        Assert.Equal("There is no value: It is gone.", Assert.Throws<InvalidOperationException>(() => ((Result<int>)Gone).Value).Message);

    [Fact]
    public void Asking_a_success_for_its_problem_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => ((Result<int>)42).Problem);

    [Fact]
    public void Mapping_changes_a_value_and_keeps_a_problem()
    {
        Assert.Equal("42", ((Result<int>)42).Map(value => $"{value}").Value);
        Assert.Same(Gone, ((Result<int>)Gone).Map(value => $"{value}").Problem);
    }

    [Theory]
    [InlineData(ProblemKind.Throttled, true)]
    [InlineData(ProblemKind.Unavailable, true)]
    [InlineData(ProblemKind.Conflict, true)]
    [InlineData(ProblemKind.Invalid, false)]
    [InlineData(ProblemKind.ConsentNeeded, false)]
    [InlineData(ProblemKind.Malformed, false)]
    public void Some_problems_go_away_by_trying_again(ProblemKind kind, bool expected) =>
        Assert.Equal(expected, new Problem(kind, "Detail.").CanRetry);
}
