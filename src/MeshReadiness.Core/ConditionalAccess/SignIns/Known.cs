namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>A fact that may not have been told. Told and nothing is something else than not told.</summary>
/// <param name="IsKnown">Whether it was told.</param>
/// <param name="Value">The fact, when it was.</param>
public readonly record struct Known<T>(bool IsKnown, T? Value)
{
    /// <summary>A fact that was told.</summary>
    public static implicit operator Known<T>(T? value) => new(true, value);

    /// <summary>This, or that where it wasn't told.</summary>
    public Known<T> Or(T value) => IsKnown ? this : new(true, value);

    /// <summary>What a test of the fact comes to; unknown when it wasn't told.</summary>
    public Truth Test(Func<T?, bool> test) => IsKnown ? TruthLogic.Of(test(Value)) : Truth.Unknown;
}
