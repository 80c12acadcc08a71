using System.Diagnostics.CodeAnalysis;

namespace MeshReadiness.Core.Outcomes;

/// <summary>A value, or the <see cref="Outcomes.Problem"/> that stood in its way. Made by returning either of the two.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Result<T>
{
    private readonly T? _value;
    private readonly Problem? _problem;

    private Result(T value) => _value = value;

    private Result(Problem problem) => _problem = problem;

    /// <summary>Whether there is a <see cref="Value"/>; otherwise there is a <see cref="Problem"/>.</summary>
    public bool Succeeded => _problem is null;

    /// <summary>The value. Asking for it after a failure is a mistake of the caller.</summary>
    /// <exception cref="InvalidOperationException">There is no value.</exception>
    public T Value => _problem is null ? _value! : throw new InvalidOperationException($"There is no value: {_problem.Detail}");

    /// <summary>The problem. Asking for it after a success is a mistake of the caller.</summary>
    /// <exception cref="InvalidOperationException">There is no problem.</exception>
    public Problem Problem => _problem ?? throw new InvalidOperationException("There is no problem: the operation succeeded.");

    /// <summary>Takes the value out, if there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Succeeded;
    }

    /// <summary>The same problem, or the value made into something else.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> map) => Succeeded ? map(_value!) : _problem!;

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(Problem problem) => new(problem);
}

/// <summary>What an operation returns that has nothing to say when it succeeds.</summary>
public sealed record Done
{
    private Done()
    {
    }

    /// <summary>It is done.</summary>
    public static Done It { get; } = new();
}
