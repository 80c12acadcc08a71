using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

public sealed class FilterParserTests
{
    [Theory]
    [InlineData("", "Column 1: found the end of the rule, expected a property such as device.model, -not or a parenthesis.")]
    [InlineData("   ", "Column 4: found the end of the rule, expected a property such as device.model, -not or a parenthesis.")]
    [InlineData("model -eq \"x\"", "Column 1: found \"model\", expected a property such as device.model, -not or a parenthesis.")]
    [InlineData("device.colour -eq \"x\"", "Column 1: found \"device.colour\", expected a property that filters know, for example device.model or device.isCompliant.")]
    [InlineData("device.model -match \"x\"", "Column 14: found \"-match\", expected an operator that device.model allows: -eq, -ne, -startsWith, -notStartsWith, -endsWith, -notEndsWith, -contains, -notContains, -in, -notIn.")]
    [InlineData("device.trustType -startsWith \"x\"", "Column 18: found \"-startsWith\", expected an operator that device.trustType allows: -eq, -ne.")]
    [InlineData("device.model -eq", "Column 17: found the end of the rule, expected a text in quotes, True, False or null.")]
    [InlineData("device.model -eq Quest", "Column 18: found \"Quest\", expected a text in quotes, True, False or null.")]
    [InlineData("device.model -eq True", "Column 18: found \"True\", expected a text in quotes, because device.model is a text.")]
    [InlineData("device.isCompliant -eq \"maybe\"", "Column 24: found the text \"maybe\", expected True or False.")]
    [InlineData("device.model -contains null", "Column 24: found null, expected a text; null goes with -eq and -ne alone.")]
    [InlineData("device.model -in \"x\"", "Column 18: found the text \"x\", expected a list such as [\"Meta\", \"Oculus\"].")]
    [InlineData("device.model -in [\"x\" \"y\"]", "Column 23: found the text \"y\", expected a comma or a closing bracket.")]
    [InlineData("device.model -in []", "Column 19: found \"]\", expected a text in quotes.")]
    [InlineData("(device.model -eq \"x\"", "Column 22: found the end of the rule, expected -and, -or or a closing parenthesis.")]
    [InlineData("device.model -eq \"x\")", "Column 21: found \")\", expected -and, -or or the end of the rule.")]
    [InlineData("device.model -eq \"x", "Column 18: found a text that begins here and isn't closed, expected a closing \".")]
    [InlineData("device.model -eq \"x\" & device.model -eq \"y\"", "Column 22: found \"&\", expected a property such as device.model, an operator, a text in quotes or a parenthesis.")]
    [InlineData("device.model -eq \"x\" -and", "Column 26: found the end of the rule, expected a property such as device.model, -not or a parenthesis.")]
    [InlineData("-device.model -eq \"x\"", "Column 1: found \"-device.model\", expected a property such as device.model, -not or a parenthesis.")]
    [InlineData("device.model -eq -null", "Column 18: found \"-null\", expected a text in quotes, True, False or null.")]
    [InlineData("device.isCompliant -eq -True", "Column 24: found \"-True\", expected a text in quotes, True, False or null.")]
    [InlineData("device.isCompliant -eq \" True \"", "Column 24: found the text \" True \", expected True or False.")]
    [InlineData("colour -eq \u201cx\u201d", "Column 1: found \"colour\", expected a property such as device.model, -not or a parenthesis.")]
    [InlineData("device.model -eq Quest\"", "Column 18: found \"Quest\", expected a text in quotes, True, False or null.")]
    [InlineData("device.model -eq \u201cx\u201d", "Column 18: found \"\u201c\", expected a property such as device.model, an operator, a text in quotes or a parenthesis.")]
    public void What_is_no_rule_is_refused_with_the_place_and_what_belongs_there(string text, string message)
    {
        Assert.False(FilterParser.TryParse(text, out _, out var error));
        Assert.Equal(message, error.Message);
        Assert.StartsWith($"Column {error.Column}:", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("device.model eq 'Quest' and not device.isCompliant eq true", "device.model -eq \"Quest\" -and -not device.isCompliant -eq True")]
    [InlineData("DEVICE.MODEL -EQ \"a\" -OR DEVICE.MODEL -EQ \"b\" -AND DEVICE.MODEL -EQ \"c\"", "device.model -eq \"a\" -or device.model -eq \"b\" -and device.model -eq \"c\"")]
    [InlineData("(device.model -eq \"a\" -or device.model -eq \"b\") -and device.model -eq \"c\"", "(device.model -eq \"a\" -or device.model -eq \"b\") -and device.model -eq \"c\"")]
    [InlineData("((device.model -eq \"a\"))", "device.model -eq \"a\"")]
    [InlineData("device.isCompliant -ne \"FALSE\"", "device.isCompliant -ne False")]
    [InlineData("device.model -eq \"5`\" screen\"", "device.model -eq \"5`\" screen\"")]
    [InlineData("device.model -eq 'it`'s \"it\"'", "device.model -eq \"it's `\"it`\"\"")]
    [InlineData("device.model -eq \"back`tick\"", "device.model -eq \"back`tick\"")]
    [InlineData("device.model -in['a','b' , \"c\"]", "device.model -in [\"a\", \"b\", \"c\"]")]
    public void A_rule_is_printed_in_one_way_however_it_was_written(string text, string printed)
    {
        Assert.True(FilterParser.TryParse(text, out var rule, out var error), error?.Message);
        Assert.Equal(printed, rule.ToString());
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-not ", "")]
    [InlineData("-not (", ")")]
    public void A_hundred_levels_are_read_and_one_more_is_refused_with_a_sentence(string open, string close)
    {
        var perRound = open is "-not (" ? 2 : 1;
        Assert.True(FilterParser.TryParse(Nested(100 / perRound), out _, out var error), error?.Message);
        Assert.False(FilterParser.TryParse(Nested((100 / perRound) + 1), out _, out error));
        Assert.Contains("a level deeper than 100", error.Message, StringComparison.Ordinal);

        string Nested(int levels) =>
            string.Concat(Enumerable.Repeat(open, levels)) + "device.model -eq \"x\"" + string.Concat(Enumerable.Repeat(close, levels));
    }

    [Fact]
    public void Every_property_takes_its_own_operators_and_no_others()
    {
        foreach (var property in DeviceProperty.All)
        {
            var value = property.Kind is DevicePropertyKind.Flag ? "True" : "\"x\"";

            Assert.Equal(
                property.Operators,
                FilterOperators.All.Where(op => FilterParser.TryParse($"device.{property.Name} {op.Text()} {(op.TakesList() ? $"[{value}]" : value)}", out _, out _)));
        }
    }
}
