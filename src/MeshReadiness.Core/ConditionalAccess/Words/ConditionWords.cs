using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using Say = MeshReadiness.Core.Checks.Words;

namespace MeshReadiness.Core.ConditionalAccess.Words;

/// <summary>Under which conditions a policy applies, in words. All of them have to be met.</summary>
internal static class ConditionWords
{
    private const string All = "ALL";

    public static IEnumerable<string> Of(ConditionalAccessPolicy policy, PolicyNames names)
    {
        List<string> parts = [.. Clients(policy.ClientAppTypes), .. Platforms(policy.Platforms), .. Places(policy.Locations, names), .. Risks(policy), .. Flows(policy.TransferMethods)];

        if (parts.Count > 0)
        {
            yield return $"It applies only {Say.List(parts, "and")}.";
        }

        if (policy.Filter is { } filter)
        {
            yield return FilterWords.Of(filter);
        }
    }

    private static IEnumerable<string> Clients(ImmutableArray<string> types)
    {
        if (!types.IsEmpty && !types.Contains("all", StringComparer.OrdinalIgnoreCase))
        {
            yield return $"through {Say.List(types.Select(Client), "or")}";
        }
    }

    private static string Client(string type) => type.ToUpperInvariant() switch
    {
        "BROWSER" => "a browser",
        "MOBILEAPPSANDDESKTOPCLIENTS" => "an app on a phone or desktop",
        "EXCHANGEACTIVESYNC" => "Exchange ActiveSync",
        "EASSUPPORTED" => "Exchange ActiveSync on a supported platform",
        "OTHER" => "an older client without modern authentication",
        _ => type,
    };

    private static IEnumerable<string> Platforms(IncludeExclude? platforms)
    {
        if (platforms is null || (Takes(platforms.Include) && platforms.Exclude.IsEmpty))
        {
            yield break;
        }

        yield return (Takes(platforms.Include) ? "on any platform" : $"on {Say.List(platforms.Include.Select(Platform), "or")}")
            + (platforms.Exclude.IsEmpty ? "" : $" but {Say.List(platforms.Exclude.Select(Platform), "and")}");
    }

    private static string Platform(string platform) => platform.ToUpperInvariant() switch
    {
        All => "every platform",
        "ANDROID" => "Android",
        "IOS" => "iOS",
        "WINDOWS" => "Windows",
        "WINDOWSPHONE" => "Windows Phone",
        "MACOS" => "macOS",
        "LINUX" => "Linux",
        _ => platform,
    };

    private static IEnumerable<string> Places(IncludeExclude? places, PolicyNames names)
    {
        if (places is null || (Takes(places.Include) && places.Exclude.IsEmpty))
        {
            yield break;
        }

        yield return (Takes(places.Include) ? "from anywhere" : $"from {Say.List(places.Include.Select(Place), "or")}")
            + (places.Exclude.IsEmpty ? "" : $" but {Say.List(places.Exclude.Select(Place), "and")}");

        string Place(string place) => place.ToUpperInvariant() switch
        {
            All => "everywhere",
            "ALLTRUSTED" => "trusted places",
            _ => names.Location(place),
        };
    }

    private static IEnumerable<string> Risks(ConditionalAccessPolicy policy) =>
        new[] { ("sign-in risk", policy.SignInRiskLevels), ("user risk", policy.UserRiskLevels), ("insider risk", policy.InsiderRiskLevels) }
            .Where(risk => !risk.Item2.IsEmpty)
            .Select(risk => $"when the {risk.Item1} is {Say.List(risk.Item2, "or")}");

    private static IEnumerable<string> Flows(ImmutableArray<string> methods)
    {
        if (!methods.IsEmpty)
        {
            yield return $"when the session began with {Say.List(methods.Select(Flow), "or")}";
        }
    }

    private static string Flow(string method) => method.ToUpperInvariant() switch
    {
        "DEVICECODEFLOW" => "a device code",
        "AUTHENTICATIONTRANSFER" => "a sign-in handed over from another device",
        _ => method,
    };

    private static bool Takes(ImmutableArray<string> include) => include.IsEmpty || include.Contains(All, StringComparer.OrdinalIgnoreCase);
}
