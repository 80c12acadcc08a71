using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>The worked examples of one rule and one device, by their numbers; and Microsoft's table of behaviour, row by row.</summary>
public sealed class FilterExamplesTests
{
    [Theory]
    [InlineData(2, "include", "device.manufacturer -eq \"Oculus\"", "U", "no", "no")]
    [InlineData(3, "include", "device.manufacturer -eq \"Oculus\"", "QM", "yes", "yes")]
    [InlineData(4, "include", "device.manufacturer -eq \"Oculus\"", "W", "no", "no")]
    [InlineData(5, "exclude", "device.manufacturer -eq \"Oculus\"", "U", "no", "yes")]
    [InlineData(6, "exclude", "device.manufacturer -eq \"Oculus\"", "QM", "yes", "no")]
    [InlineData(7, "exclude", "device.manufacturer -eq \"Oculus\"", "W", "no", "yes")]
    [InlineData(8, "include", "device.manufacturer -ne \"Oculus\"", "U", "yes", "yes")]
    [InlineData(9, "include", "device.manufacturer -ne \"Oculus\"", "QM", "no", "no")]
    [InlineData(10, "include", "device.manufacturer -ne \"Oculus\"", "W", "yes", "yes")]
    [InlineData(11, "exclude", "device.manufacturer -ne \"Oculus\"", "U", "yes", "no")]
    [InlineData(12, "exclude", "device.manufacturer -ne \"Oculus\"", "QM", "no", "yes")]
    [InlineData(13, "exclude", "device.manufacturer -ne \"Oculus\"", "W", "yes", "no")]
    [InlineData(14, "exclude", "device.model -startsWith \"Quest\"", "U", "no", "yes")]
    [InlineData(15, "exclude", "device.model -startsWith \"Quest\"", "QX", "yes", "no")]
    [InlineData(16, "exclude", "device.model -notStartsWith \"Quest\"", "U", "yes", "no")]
    [InlineData(17, "exclude", "device.model -notStartsWith \"Quest\"", "QX", "no", "yes")]
    [InlineData(18, "include", "device.model -endsWith \"3\"", "QM", "yes", "yes")]
    [InlineData(19, "include", "device.model -contains \"quest\"", "QM", "yes", "yes")]
    [InlineData(20, "include", "device.model -notContains \"Surface\"", "U", "yes", "yes")]
    [InlineData(21, "include", "device.model -notContains \"Surface\"", "P", "yes", "yes")]
    [InlineData(22, "include", "device.model -contains \"Quest\"", "P", "no", "no")]
    [InlineData(23, "include", "device.manufacturer -in [\"Meta\",\"Oculus\"]", "QM", "yes", "yes")]
    [InlineData(24, "include", "device.manufacturer -in [\"Meta\",\"Oculus\"]", "U", "no", "no")]
    [InlineData(25, "exclude", "device.manufacturer -notIn [\"Meta\",\"Oculus\"]", "U", "yes", "no")]
    [InlineData(26, "exclude", "device.manufacturer -notIn [\"Meta\",\"Oculus\"]", "QM", "no", "yes")]
    [InlineData(27, "exclude", "device.isCompliant -eq \"True\"", "U", "no", "yes")]
    [InlineData(28, "exclude", "device.isCompliant -eq \"True\"", "QM", "yes", "no")]
    [InlineData(29, "include", "device.isCompliant -ne \"True\"", "U", "yes", "yes")]
    [InlineData(30, "include", "device.isCompliant -ne \"True\"", "QX", "yes", "yes")]
    [InlineData(31, "exclude", "device.trustType -eq \"ServerAD\"", "W", "yes", "no")]
    [InlineData(32, "exclude", "device.trustType -eq \"ServerAD\"", "QM", "no", "yes")]
    [InlineData(33, "exclude", "device.extensionAttribute1 -eq \"SAW\"", "W", "yes", "no")]
    [InlineData(34, "exclude", "device.extensionAttribute1 -eq \"SAW\"", "U", "no", "yes")]
    [InlineData(35, "exclude", "device.extensionAttribute1 -eq \"SAW\"", "P", "no", "yes")]
    [InlineData(36, "include", "device.extensionAttribute1 -ne \"SAW\"", "U", "yes", "yes")]
    [InlineData(37, "include", "device.extensionAttribute1 -ne \"SAW\"", "P", "unknown", "unknown")]
    [InlineData(38, "exclude", "device.model -startsWith \"Quest\" -and device.isCompliant -eq \"True\"", "QX", "no", "yes")]
    [InlineData(39, "exclude", "device.model -startsWith \"Quest\" -and device.isCompliant -eq \"True\"", "QM", "yes", "no")]
    [InlineData(40, "exclude", "device.model -startsWith \"Quest\" -or device.isCompliant -ne \"True\"", "U", "yes", "no")]
    [InlineData(41, "include", "device.operatingSystem -eq \"Android\" -and device.model -ne \"Quest 3\"", "U", "no", "no")]
    [InlineData(42, "include", "device.operatingSystem -ne \"Windows\" -and device.model -ne \"Quest 3\"", "U", "yes", "yes")]
    [InlineData(43, "include", "-not (device.model -startsWith \"Quest\")", "U", "yes", "yes")]
    [InlineData(44, "include", "device.manufacturer -eq \"Dell Inc.\" -or device.model -eq \"Quest 3\" -and device.isCompliant -eq \"False\"", "W", "yes", "yes")]
    [InlineData(45, "include", "(device.manufacturer -eq \"Dell Inc.\" -or device.model -eq \"Quest 3\") -and device.isCompliant -eq \"False\"", "W", "no", "no")]
    [InlineData(46, "include", "-not device.isCompliant -eq \"True\" -and device.trustType -eq \"Workplace\"", "QX", "yes", "yes")]
    [InlineData(47, "include", "device.physicalIds -contains \"[ZTDId]:0a1b\"", "W", "no", "no")]
    [InlineData(48, "include", "device.systemLabels -contains \"M365Managed\"", "W", "yes", "yes")]
    [InlineData(49, "include", "device.profileType -eq \"Shared\"", "U", "no", "no")]
    [InlineData(50, "include", "device.displayName -eq null", "U", "unknown", "unknown")]
    [InlineData(51, "include", "device.DisplayName -STARTSWITH \"quest\"", "QM", "yes", "yes")]
    public void Row(int number, string mode, string rule, string device, string match, string inScope)
    {
        var found = Evaluate(rule, ADevice.Named(device));

        Assert.Equal(($"{number}: {match}", inScope), ($"{number}: {Word(found.Match)}", Word(found.InScope(mode is "exclude"))));
    }

    [Fact]
    public void Row_52_a_rule_that_is_too_long_is_none()
    {
        Assert.False(FilterParser.TryParse(OfLength(3073), out _, out var error));
        Assert.Equal((3073, "Column 3073: found a rule of 3073 characters, expected at most 3072."), (error.Column, error.Message));
        Assert.True(FilterParser.TryParse(OfLength(3072), out _, out _));
    }

    // Section 5.4: each row with two operators of its kind and both modes.
    [Theory]
    [InlineData(1, "-eq|-startsWith|-endsWith|-contains", "manufacturer", "unregistered", "no")]
    [InlineData(2, "-eq|-startsWith|-endsWith|-contains", "manufacturer", "registered", "as the criteria say")]
    [InlineData(3, "-eq|-startsWith|-endsWith|-contains", "extensionAttribute1", "managed", "as the criteria say")]
    [InlineData(4, "-eq|-startsWith|-endsWith|-contains", "extensionAttribute1", "compliant", "as the criteria say")]
    [InlineData(4, "-eq|-startsWith|-endsWith|-contains", "extensionAttribute1", "hybrid", "as the criteria say")]
    [InlineData(4, "-eq|-startsWith|-endsWith|-contains", "extensionAttribute1", "registered", "no")]
    [InlineData(5, "-ne|-notStartsWith|-notEndsWith|-notContains", "manufacturer", "unregistered", "yes")]
    [InlineData(6, "-ne|-notStartsWith|-notEndsWith|-notContains", "manufacturer", "registered", "as the criteria say")]
    [InlineData(7, "-ne|-notStartsWith|-notEndsWith|-notContains", "extensionAttribute1", "managed", "as the criteria say")]
    [InlineData(8, "-ne|-notStartsWith|-notEndsWith|-notContains", "extensionAttribute1", "compliant", "as the criteria say")]
    [InlineData(8, "-ne|-notStartsWith|-notEndsWith|-notContains", "extensionAttribute1", "hybrid", "as the criteria say")]
    [InlineData(8, "-ne|-notStartsWith|-notEndsWith|-notContains", "extensionAttribute1", "registered", "unknown")]
    public void Behaviour(int row, string operators, string property, string device, string expected)
    {
        foreach (var (op, value) in operators.Split('|').SelectMany(op => new[] { (op, "Oculus"), (op, "Dell") }))
        {
            var negative = op.StartsWith("-n", StringComparison.Ordinal);
            var criteria = (value is "Oculus") != negative ? "yes" : "no";
            var found = Word(Evaluate($"device.{property} {op} \"{value}\"", Device(device, property)).Match);

            Assert.Equal($"{row} {op}: {(expected is "as the criteria say" ? criteria : expected)}", $"{row} {op}: {found}");
        }
    }

    // Section 5.5.
    [Theory]
    [InlineData("device.model -eq \"Quest\"", "no")]
    [InlineData("device.model -ne \"Quest\"", "yes")]
    [InlineData("device.model -in [\"Quest\"]", "no")]
    [InlineData("device.model -notIn [\"Quest\"]", "yes")]
    [InlineData("device.model -eq null", "yes")]
    [InlineData("device.model -ne null", "no")]
    [InlineData("device.manufacturer -eq null", "no")]
    [InlineData("device.manufacturer -ne null", "yes")]
    [InlineData("device.mdmAppId -eq \"x\"", "unknown")]
    public void On_a_registered_device_what_is_empty_fails_positive_operators_and_what_is_absent_is_unknown(string rule, string expected) =>
        Assert.Equal(expected, Word(Evaluate(rule, ADevice.P).Match));

    [Theory]
    [InlineData("device.model -eq null")]
    [InlineData("device.model -ne null")]
    public void Comparing_with_null_on_an_unregistered_device_is_open(string rule) => Assert.Equal(Truth.Unknown, Evaluate(rule, ADevice.U).Match);

    private static FilterDevice Device(string kind, string property) => kind switch
    {
        "unregistered" => ADevice.U,
        "managed" => ADevice.Registered(managed: true, compliant: false, (property, "Oculus"), ("trustType", "Workplace")),
        "compliant" => ADevice.Registered(managed: false, compliant: true, (property, "Oculus"), ("trustType", "Workplace")),
        "hybrid" => ADevice.Registered(managed: false, compliant: false, (property, "Oculus"), ("trustType", "ServerAD")),
        _ => ADevice.Registered(managed: false, compliant: false, (property, "Oculus"), ("trustType", "Workplace")),
    };

    private static FilterEvaluation Evaluate(string rule, FilterDevice device)
    {
        Assert.True(FilterParser.TryParse(rule, out var parsed, out var error), error?.Message);
        return FilterEvaluation.Of(parsed, device);
    }

    private static string OfLength(int length)
    {
        const string Rule = "device.model -eq \"\"";
        return Rule[..^1] + new string('x', length - Rule.Length) + '"';
    }

    private static string Word(Truth truth) => truth.ToString().ToLowerInvariant();
}
