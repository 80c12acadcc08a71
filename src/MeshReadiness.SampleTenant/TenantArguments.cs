using System.Globalization;
using System.Net;
using MeshReadiness.SampleTenant.Scenarios;

namespace MeshReadiness.SampleTenant;

/// <summary>Reads the command line, and says in one sentence what is wrong with it.</summary>
internal static class TenantArguments
{
    private const int MostPeople = 5_000_000;
    private static readonly string[] FaultLevels = ["none", "light", "heavy"];

    public static TenantOptions Read(IReadOnlyList<string> args)
    {
        var options = new TenantOptions();

        for (var index = 0; index < args.Count; index++)
        {
            var parts = args[index].Split('=', 2);

            if (parts[0] == "--exit-with-stdin")
            {
                options = options with { ExitWithStdin = true };
                continue;
            }

            var value = parts.Length == 2 ? parts[1] : index + 1 < args.Count ? args[++index] : null;
            options = Apply(options, parts[0], value);
        }

        return options;
    }

    private static TenantOptions Apply(TenantOptions options, string name, string? value) => name switch
    {
        "--urls" => ApplyUrl(options, value),
        "--people" => options with { People = Number(name, value, 0, MostPeople, "2500") },
        "--seed" => options with { Seed = Number(name, value, 0, int.MaxValue, "7") },
        "--scenario" => options with { Scenario = OneOf(name, value, AllScenarios.Names) },
        "--faults" => options with { Faults = OneOf(name, value, FaultLevels) },
        "--link-lifetime" => options with { LinkLifetime = TimeSpan.FromSeconds(Number(name, value, 1, 86_400, "3600")) },
        "--delta-lifetime" => options with { DeltaLifetime = TimeSpan.FromSeconds(Number(name, value, 1, 2_592_000, "604800")) },
        "--today" => options with { Today = Day(name, value) },
        _ => throw new ArgumentMistakeException(
            $"{name} is not an argument of the sample tenant: expected --urls, --people, --seed, --scenario, --faults, --link-lifetime, "
            + "--delta-lifetime, --today or --exit-with-stdin, for example --people 2500."),
    };

    private static TenantOptions ApplyUrl(TenantOptions options, string? value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/")
        {
            throw new ArgumentMistakeException(
                $"--urls is {Shown(value)}: expected one http address with a port, for example --urls http://127.0.0.1:5081.");
        }

        var address = url.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(url.DnsSafeHost, out var parsed) ? parsed : null;

        return address is not null && IPAddress.IsLoopback(address)
            ? options with { Address = address, Port = url.Port }
            : throw new ArgumentMistakeException(
                $"--urls is {Shown(value)}: expected a loopback address, because the sample tenant lets anyone in, for example --urls http://127.0.0.1:5081.");
    }

    private static int Number(string name, string? value, int least, int most, string example) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new ArgumentMistakeException(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is {Shown(value)}: expected a whole number from {least} to {most}, for example {name} {example}."));

    private static string OneOf(string name, string? value, IEnumerable<string> choices) =>
        choices.FirstOrDefault(choice => choice == value)
            ?? throw new ArgumentMistakeException(
                $"{name} is {Shown(value)}: expected one of {string.Join(", ", choices)}, for example {name} {choices.First()}.");

    private static DateOnly Day(string name, string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ArgumentMistakeException($"{name} is {Shown(value)}: expected a day as yyyy-MM-dd, for example {name} 2026-03-31.");

    private static string Shown(string? value) => value is null ? "given without a value" : $"\"{value}\"";
}
