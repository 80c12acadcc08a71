using System.Text;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>Writes a rule so that it parses to the same tree: parentheses only where they decide, and where the tree has a level of its own.</summary>
internal static class FilterPrinter
{
    public static string Print(FilterRule rule)
    {
        var text = new StringBuilder();
        Write(rule, text);
        return text.ToString();
    }

    private static void Write(FilterRule rule, StringBuilder text)
    {
        switch (rule)
        {
            case FilterComparison comparison:
                text.Append("device.").Append(comparison.Property.Name).Append(' ').Append(comparison.Operator.Text()).Append(' ');
                WriteValue(comparison.Value, text);
                break;
            case FilterNot not:
                text.Append("-not ");
                WriteInside(not.Operand, not.Operand is FilterGroup, text);
                break;
            case FilterGroup group:
                for (var at = 0; at < group.Operands.Length; at++)
                {
                    text.Append(at == 0 ? "" : group.IsAnd ? " -and " : " -or ");
                    // "And" binds tighter than "or": inside an "or" it needs no parentheses.
                    WriteInside(group.Operands[at], group.Operands[at] is FilterGroup inner && (group.IsAnd || !inner.IsAnd), text);
                }

                break;
        }
    }

    private static void WriteInside(FilterRule rule, bool needsParentheses, StringBuilder text)
    {
        text.Append(needsParentheses ? "(" : "");
        Write(rule, text);
        text.Append(needsParentheses ? ")" : "");
    }

    private static void WriteValue(FilterValue value, StringBuilder text) => text.Append(value.Kind switch
    {
        FilterValueKind.Null => "null",
        FilterValueKind.Flag => value.Texts[0],
        FilterValueKind.Text => Quote(value.Texts[0]),
        _ => $"[{string.Join(", ", value.Texts.Select(Quote))}]",
    });

    private static string Quote(string text) => $"\"{text.Replace("\"", "`\"", StringComparison.Ordinal)}\"";
}
