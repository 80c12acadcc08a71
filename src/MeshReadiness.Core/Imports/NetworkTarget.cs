using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Imports;

/// <summary>Something that a network must let through.</summary>
/// <param name="Host">A host, a host with a star for what stands before it, or a range of addresses.</param>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Port">The port.</param>
public sealed record NetworkTarget(string Host, string Protocol, int Port)
{
    /// <summary>
    /// Reads targets as playbooks write them: separated by commas, each a host, a protocol and one port or more, for example
    /// <c>*.office.com tcp 443 80, 20.202.0.0/16 udp 3478</c>.
    /// </summary>
    public static Result<ImmutableArray<NetworkTarget>> Read(string text)
    {
        List<NetworkTarget> targets = [];

        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);

            if (words is not [var host, "tcp" or "udp", _, ..] || words[2..].Any(word => Port(word) is null))
            {
                return new Problem(ProblemKind.Invalid, "must name hosts like \"*.office.com tcp 443 80\", separated by commas");
            }

            targets.AddRange(words[2..].Select(word => new NetworkTarget(host, words[1], Port(word)!.Value)));
        }

        return targets.ToImmutableArray();

        int? Port(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port : null;
    }

    /// <summary>Whether something that was tried tells about this target.</summary>
    public bool IsMetBy(ProbeResult result) => result.Protocol == Protocol && result.Port == Port
        && (result.Target.Equals(Host, StringComparison.OrdinalIgnoreCase) || Covers(result.Target));

    /// <summary>As people write it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host} on {Protocol.ToUpperInvariant()} {Port}");

    private bool Covers(string target) =>
        Host.StartsWith("*.", StringComparison.Ordinal) ? target.EndsWith(Host[1..], StringComparison.OrdinalIgnoreCase) && target.Length > Host.Length - 1
        : IPNetwork.TryParse(Host, out var range) && Address(target) is { } address && range.Contains(address);

    // A range that was tried tells about a wider one through its first address.
    private static IPAddress? Address(string target) =>
        IPAddress.TryParse(target, out var address) ? address : IPNetwork.TryParse(target, out var range) ? range.BaseAddress : null;
}
