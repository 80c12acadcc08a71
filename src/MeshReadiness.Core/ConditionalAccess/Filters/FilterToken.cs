namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>The smallest parts of a rule.</summary>
internal enum FilterTokenKind
{
    /// <summary>Letters, digits and dots, with or without a hyphen before them: a property, an operator, a constant.</summary>
    Word,

    /// <summary>A quoted text.</summary>
    Text,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary><c>[</c></summary>
    OpenList,

    /// <summary><c>]</c></summary>
    CloseList,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>What doesn't belong in a rule; nothing behind it is read.</summary>
    Wrong,

    /// <summary>Behind the last one.</summary>
    End,
}

/// <summary>A part of a rule.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Column">Where it begins, from 1.</param>
/// <param name="Text">The word without its hyphen, or the text without quotes and escapes.</param>
/// <param name="HasHyphen">Whether it is a word with a hyphen before it, as operators may have and nothing else.</param>
internal readonly record struct FilterToken(FilterTokenKind Kind, int Column, string Text, bool HasHyphen = false)
{
    /// <summary>What was found, for people.</summary>
    public string Found => Kind switch
    {
        FilterTokenKind.End => "the end of the rule",
        FilterTokenKind.Text => $"the text \"{Short(Text)}\"",
        _ => $"\"{(HasHyphen ? "-" : "")}{Short(Text)}\"",
    };

    private static string Short(string text) => text.Length <= 40 ? text : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…";
}
