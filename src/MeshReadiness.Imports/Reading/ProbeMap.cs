using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MeshReadiness.Core.Imports;

namespace MeshReadiness.Imports.Reading;

/// <summary>Reads the results of network probes: a format of our own, so nothing unknown and nothing left out is let pass.</summary>
internal static class ProbeMap
{
    private const string Format = "meshreadiness-probe";
    private const int Newest = 1;
    private const int MostResults = 10_000;

    // Clocks of clients may run ahead a little.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    public static ImportedExport Read(JsonTree root, DateTimeOffset now)
    {
        if (!root.IsObject || root["format"]?.Text != Format)
        {
            throw root.Broken($"\"format\": \"{Format}\" wasn't found. Hand in the result of a network probe, as the sample shows.");
        }

        var version = root["formatVersion"] is { Kind: JsonTokenType.Number } number && int.TryParse(number.Text, CultureInfo.InvariantCulture, out var edition) ? edition : 0;

        if (version is < 1 or > Newest)
        {
            throw root.Broken(version > Newest
                ? $"the format is edition {version}; this portal reads up to {Newest}. Bring the portal up to date, then hand it in again."
                : "\"formatVersion\": 1 was expected.");
        }

        Only(root, "format", "formatVersion", "probes");
        var probes = Items(root, "probes").Select(probe => Probe(probe, now)).ToImmutableArray();
        return probes.Sum(probe => probe.Results.Length) <= MostResults
            ? new ProbeExport(probes)
            : throw root.Broken($"more than {MostResults} results were found; up to {MostResults} can be read. Hand in a file for each group of sites.");
    }

    private static SiteProbe Probe(JsonTree at, DateTimeOffset now)
    {
        Only(at, "site", "from", "at", "results");
        var site = Text(at, "site").Some("the name of a site");
        var from = Text(at, "from").Some("the client and its connection");
        var moment = Text(at, "at");

        return !DateTimeOffset.TryParseExact(
                moment.Text(), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var tried)
            ? throw moment.Unexpected("a moment like 2026-03-02T09:00:00Z")
            : tried > now + Ahead ? throw moment.Unexpected($"a moment up to now, {now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)},")
            : new(site, from, tried, [.. Items(at, "results").Select(Result)]);
    }

    private static ProbeResult Result(JsonTree at)
    {
        Only(at, "target", "protocol", "port", "reachable", "error");
        var port = Text(at, "port");
        return new(
            Text(at, "target").Some("a host, an address or a range"),
            Text(at, "protocol").Word("tcp", "udp"),
            port.CountOrNone() is { } number and <= ushort.MaxValue ? number : throw port.Unexpected("a port from 1 to 65535"),
            Flag(at),
            at["error"] is null ? null : Text(at, "error").TextOrNone());
    }

    private static bool Flag(JsonTree at) => at["reachable"] switch
    {
        { Kind: JsonTokenType.True } => true,
        { Kind: JsonTokenType.False } => false,
        { } other => throw other.Broken($"{Cell.Quote(other.Text)} was found; true or false was expected."),
        null => throw Missing(at, "reachable"),
    };

    private static Cell Text(JsonTree at, string name) => at[name] switch
    {
        null => throw Missing(at, name),
        { IsObject: true } or { IsList: true } => throw at[name]!.Broken("a list or an object was found; a single value was expected."),
        var value => new(value.Place, value.Text, []),
    };

    private static IReadOnlyList<JsonTree> Items(JsonTree at, string name) =>
        at[name] is not { } list ? throw Missing(at, name)
        : list is { IsList: true, Items.Count: > 0 } ? list.Items
        : throw list.Broken($"a list with something in it was expected under {Cell.Quote(name)}.");

    private static void Only(JsonTree at, params string[] names)
    {
        if (!at.IsObject)
        {
            throw at.Broken($"{Cell.Quote(at.Text)} was found; an object with {string.Join(", ", names)} was expected.");
        }

        if (at.Properties.FirstOrDefault(property => !names.Contains(property.Key)) is { Key: { } stranger, Value: { } value })
        {
            throw value.Broken($"the property {Cell.Quote(stranger)} was found, which isn't known there. Known are {string.Join(", ", names)}.");
        }
    }

    private static BrokenExportException Missing(JsonTree at, string name) => at.Broken($"the property {Cell.Quote(name)} is missing there. Run the probe again.");
}
