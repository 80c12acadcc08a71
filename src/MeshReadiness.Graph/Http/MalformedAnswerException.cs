namespace MeshReadiness.Graph.Http;

/// <summary>Graph answered with something that its own documentation rules out. Caught where problems are made.</summary>
/// <param name="where">The property, for example <c>value[3].skuId</c>.</param>
/// <param name="expected">What belongs there.</param>
internal sealed class MalformedAnswerException(string where, string expected) : Exception($"{where} should be {expected}")
{
    /// <summary>The same, seen from the object or list around it.</summary>
    public MalformedAnswerException Inside(string outer) => new($"{outer}.{where}", expected);
}
