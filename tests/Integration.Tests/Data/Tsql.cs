using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Reads T-SQL as SQL Server 2022 would. Proves the grammar only, not names, rights or plans.</summary>
internal static class Tsql
{
    public static List<string> ErrorsIn(string script)
    {
        Parse(script, out var errors);
        return [.. errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")];
    }

    /// <summary>The texts that the script hands to EXEC.</summary>
    public static IEnumerable<string> TextsExecutedIn(string script)
    {
        var executed = new ExecutedTexts();
        Parse(script, out _).Accept(executed);
        return executed.Texts;
    }

    private static TSqlFragment Parse(string script, out IList<ParseError> errors)
    {
        using var reader = new StringReader(script);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    private sealed class ExecutedTexts : TSqlFragmentVisitor
    {
        public List<string> Texts { get; } = [];

        public override void Visit(ExecutableStringList node) => Texts.AddRange(node.Strings.OfType<StringLiteral>().Select(text => text.Value));
    }
}
