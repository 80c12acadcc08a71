using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Filters;

/// <summary>What is easily overlooked about a device filter, worked out by evaluating it for a device that the directory doesn't know.</summary>
public static class FilterCautions
{
    /// <summary>Everything to be said about a rule, the most serious first.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="excludes">Whether the filter takes devices out of its policy rather than in.</param>
    public static ImmutableArray<FilterCaution> Of(FilterRule rule, bool excludes) =>
    [
        .. new[] { Unregistered(rule, excludes), Editable(rule), Extensions(rule) }.OfType<FilterCaution>().OrderByDescending(caution => caution.IsSerious),
    ];

    // No rule can tell one unregistered device from another: what holds for one holds for all.
    private static FilterCaution? Unregistered(FilterRule rule, bool excludes) => (excludes, FilterEvaluation.Of(rule, FilterDevice.Unregistered).Match) switch
    {
        (true, Truth.Yes) => new(FilterCautionKind.FreesUnregistered, true,
            "It frees every unregistered device, not only headsets: the policy stops protecting all phones and PCs that the directory doesn't know."),
        (true, Truth.No) when MeshNames.SpeakOfHeadsets(rule.ToString()) => new(FilterCautionKind.MissesUnregisteredHeadset, true,
            "It never matches an unregistered headset, whose maker and model are empty for the policy: the headset stays under the policy."),
        (true, Truth.No) => new(FilterCautionKind.KeepsUnregistered, false, "It takes no unregistered device out: those stay under the policy."),
        (false, Truth.No) => new(FilterCautionKind.PassesUnregistered, true,
            "The policy is about no unregistered device: whoever signs in on one isn't held up by it."),
        (false, Truth.Yes) => new(FilterCautionKind.HitsUnregistered, false, "The policy is about every unregistered device, headsets and all others."),
        _ => new(FilterCautionKind.UnregisteredUnclear, false, "Whether it matches an unregistered device can't be told: Microsoft's pages don't say."),
    };

    private static FilterCaution? Editable(FilterRule rule) => rule.Comparisons.All(comparison => comparison.Property.IsUserEditable)
        ? new(FilterCautionKind.EditableAlone, true,
            $"It asks only for what whoever holds the device can change ({Names(rule, property => property.IsUserEditable)}). Join it by -and with a property that they can't, such as deviceOwnership or trustType.")
        : null;

    private static FilterCaution? Extensions(FilterRule rule) => rule.Comparisons.Any(comparison => comparison.Property.IsExtension)
        ? new(FilterCautionKind.Extensions, false,
            $"{Names(rule, property => property.IsExtension)} only counts on devices that are managed, compliant or hybrid joined.")
        : null;

    private static string Names(FilterRule rule, Func<DeviceProperty, bool> which) =>
        string.Join(", ", rule.Comparisons.Select(comparison => comparison.Property).Where(which).Select(property => property.Name).Distinct());
}

/// <summary>Something to know about a filter.</summary>
/// <param name="Kind">What.</param>
/// <param name="IsSerious">Whether the filter most likely doesn't do what was meant.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record FilterCaution(FilterCautionKind Kind, bool IsSerious, string Sentence);

/// <summary>The things that there are to know about filters.</summary>
public enum FilterCautionKind
{
    /// <summary>Takes every unregistered device out of the policy.</summary>
    FreesUnregistered,

    /// <summary>Speaks of headsets and takes no unregistered one out.</summary>
    MissesUnregisteredHeadset,

    /// <summary>Takes no unregistered device out.</summary>
    KeepsUnregistered,

    /// <summary>Takes no unregistered device in.</summary>
    PassesUnregistered,

    /// <summary>Takes every unregistered device in.</summary>
    HitsUnregistered,

    /// <summary>What it does about unregistered devices isn't documented.</summary>
    UnregisteredUnclear,

    /// <summary>Rests on what users can change alone.</summary>
    EditableAlone,

    /// <summary>Uses attributes that unmanaged devices don't have.</summary>
    Extensions,
}
