using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.ConditionalAccess.Policies;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>Device filters in words.</summary>
public static class FilterWords
{
    /// <summary>What has to hold of a device for the rule to match it, as a part of a sentence.</summary>
    public static string Of(FilterRule rule) => rule switch
    {
        FilterComparison comparison => Comparison(comparison),
        FilterNot not => $"it isn't so that {Inside(not.Operand)}",
        FilterGroup group => string.Join(group.IsAnd ? " and " : " or ", group.Operands.Select(Inside)),
        _ => "",
    };

    /// <summary>What a filter does to a policy, in whole sentences: for devices in general, and for those that the directory doesn't know.</summary>
    public static string Of(DeviceFilter filter)
    {
        if (filter.Rule is not { } rule)
        {
            return $"Its device filter is no rule, so nobody can tell which devices it {(filter.Excludes ? "leaves out" : "is about")}: {filter.Error?.Message ?? "it can't be read."}";
        }

        var general = filter.Excludes ? $"It leaves out devices of which this holds: {Of(rule)}." : $"It is only about devices of which this holds: {Of(rule)}.";
        return $"{general} {Unregistered(rule, filter.Excludes)}";
    }

    private static string Unregistered(FilterRule rule, bool excludes) => (FilterEvaluation.Of(rule, FilterDevice.Unregistered).Match, excludes) switch
    {
        (Truth.Yes, true) => "That is so of every device that isn't registered, so all of these are left out.",
        (Truth.No, true) => "It never is so of a device that isn't registered, so none of these is left out.",
        (Truth.Yes, false) => "That is so of every device that isn't registered, so it is about all of these.",
        (Truth.No, false) => "It never is so of a device that isn't registered, so it is about none of these.",
        _ => "Whether it is so of devices that aren't registered isn't documented.",
    };

    // Inside another, a rule of several parts stands in parentheses, so that nobody has to know which word binds tighter.
    private static string Inside(FilterRule rule) => rule is FilterComparison ? Of(rule) : $"({Of(rule)})";

    private static string Comparison(FilterComparison comparison) => comparison.Value.Kind is FilterValueKind.Null
        ? $"{Name(comparison.Property)} {(comparison.Operator.IsNegative() ? "isn't" : "is")} empty"
        : Known(comparison) ?? $"{Name(comparison.Property)} {Compared(comparison)}";

    private static string Compared(FilterComparison comparison)
    {
        var texts = comparison.Value.Texts.Select(text => $"\"{text}\"").ToList();

        return (comparison.Operator, comparison.Property.Kind) switch
        {
            (FilterOperator.In, _) => $"is {Say.List(texts, "or")}",
            (FilterOperator.NotIn, _) when texts.Count == 1 => $"isn't {texts[0]}",
            (FilterOperator.NotIn, _) => $"is neither {Say.List(texts, "nor")}",
            (FilterOperator.Contains, DevicePropertyKind.List) => $"have {texts[0]} among them",
            (FilterOperator.NotContains, DevicePropertyKind.List) => $"don't have {texts[0]} among them",
            var (op, _) => $"{op.InWords()} {texts[0]}",
        };
    }

    // What Microsoft's values mean.
    private static string? Known(FilterComparison comparison)
    {
        if (comparison.Operator.Positive() is not FilterOperator.Eq)
        {
            return null;
        }

        var isnt = comparison.Operator.IsNegative() ? "isn't" : "is";

        return (comparison.Property.Name, comparison.Value.Texts[0].ToUpperInvariant()) switch
        {
            ("isCompliant", "TRUE") => $"the device {isnt} compliant",
            ("isCompliant", _) => $"the device {isnt} known as not compliant",
            ("trustType", "AZUREAD") => $"the device {isnt} Entra joined",
            ("trustType", "SERVERAD") => $"the device {isnt} hybrid joined",
            ("trustType", "WORKPLACE") => $"the device {isnt} registered without being joined",
            ("deviceOwnership", "COMPANY") => $"the device {isnt} the organisation's",
            ("deviceOwnership", "PERSONAL") => $"the device {isnt} personal",
            _ => null,
        };
    }

    private static string Name(DeviceProperty property) => property.Name switch
    {
        "deviceId" => "the device id",
        "deviceOwnership" => "the ownership",
        "displayName" => "the device's name",
        "enrollmentProfileName" => "the enrolment profile",
        "isCompliant" => "the state of compliance",
        "mdmAppId" => "the device management app",
        "operatingSystem" => "the operating system",
        "operatingSystemVersion" => "the operating system's version",
        "physicalIds" => "the physical ids",
        "profileType" => "the profile type",
        "systemLabels" => "the system labels",
        "trustType" => "the trust type",
        _ when property.IsExtension => $"extension attribute {property.Name["extensionAttribute".Length..]}",
        var name => $"the {name}",
    };
}
