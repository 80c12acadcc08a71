using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Filters;

namespace MeshReadiness.Web.Components;

/// <summary>Registered devices in words.</summary>
internal static class DeviceWords
{
    /// <summary>What it is: maker and model, system, and how it is joined, as far as these are known.</summary>
    public static string WhatItIs(FilterDevice device) => Joined(
        Spaced(Maker(device), device["model"]),
        Spaced(device["operatingSystem"], device["operatingSystemVersion"]),
        device["trustType"]?.ToUpperInvariant() switch
        {
            "WORKPLACE" => "registered",
            "AZUREAD" => "joined to Entra",
            "SERVERAD" => "joined to Active Directory as well",
            _ => device["trustType"] ?? "",
        }) is { Length: > 0 } words ? words : "A device that doesn't tell what it is";

    /// <summary>What it is and how it is kept.</summary>
    public static string Whole(FilterDevice device) => Joined(
        WhatItIs(device),
        device.IsManaged switch { Truth.Yes => "managed", Truth.No => "not managed", _ => "" },
        device.IsCompliant switch { Truth.Yes => "compliant", Truth.No => "not compliant", _ => "" });

    // Some models begin with their maker's name.
    private static string? Maker(FilterDevice device) =>
        device["manufacturer"] is { } maker && device["model"]?.StartsWith(maker, StringComparison.OrdinalIgnoreCase) is true ? null : device["manufacturer"];

    private static string Spaced(params IEnumerable<string?> values) => string.Join(' ', values.Where(value => value is not null));

    private static string Joined(params IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
