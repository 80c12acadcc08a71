using MeshReadiness.Core.Checks;

namespace MeshReadiness.Core.Imports;

/// <summary>Rules about what clients can reach. Each site is judged for itself: that one is open says nothing about another.</summary>
internal static class ProbeRules
{
    /// <summary>At every site all that was tried of every target answered, and something was tried of each.</summary>
    public static CheckResult TargetsReachable(ProbeExport export, ImportContext context)
    {
        var targets = context.Parameters.Targets;
        var tried = export.Probes
            .SelectMany(probe => targets.Select(target => (probe.Site, target, results: probe.Results.Where(target.IsMetBy).ToList()))).ToList();
        var wrong = tried.SelectMany(one => one.results.Where(result => !result.IsReachable).Select(result => Closed(one.Site, result, context))).Distinct().ToList();
        var missing = tried.Where(one => one.results.Count == 0).Select(one => new Finding(
            $"{one.Site}: {one.target}", "not tried", "tried and reachable", $"Try {one.target} from {one.Site}, and hand the result in.", context.Role)).ToList();

        return ImportWords.Weigh(
            wrong,
            missing,
            $"{Targets(wrong.Count)} could not be reached, at {Sites(export)}.",
            $"{Targets(missing.Count)} {(missing.Count == 1 ? "wasn't" : "weren't")} tried, at {Sites(export)}; all else could be reached.",
            $"All that is needed could be reached from {Sites(export)}.");
    }

    /// <summary>Whatever was tried answered.</summary>
    public static CheckResult EverythingReachable(ProbeExport export, ImportContext context)
    {
        var wrong = export.Probes.SelectMany(probe => probe.Results.Where(result => !result.IsReachable).Select(result => Closed(probe.Site, result, context))).ToList();
        var tried = export.Probes.Sum(probe => probe.Results.Length);

        return ImportWords.Weigh(
            wrong,
            [],
            $"{Targets(wrong.Count)} could not be reached, at {Sites(export)}.",
            "",
            $"{ImportWords.All(tried, "target", "targets", "could", "could")} be reached from {Sites(export)}.");
    }

    private static Finding Closed(string site, ProbeResult result, ImportContext context)
    {
        var target = new NetworkTarget(result.Target, result.Protocol, result.Port);
        return new(
            $"{site}: {target}", result.Error is { Length: > 0 } error ? $"not reachable: {error}" : "not reachable", "reachable",
            $"Open {target} in the firewall and proxy of {site}.", context.Role);
    }

    private static string Targets(int count) => Words.Count(count, "target", "targets");

    private static string Sites(ProbeExport export) => Words.Some(
        [.. export.Probes.Select(probe => probe.Site).Distinct()]);
}
