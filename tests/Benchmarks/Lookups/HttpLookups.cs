using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>Asks the portal's API with many clients at once. Each asks one question after the other.</summary>
internal static class HttpLookups
{
    private const int Clients = 32;
    private const int Warm = 10;
    private const int LinesOfAList = 10_000;
    private const int Lists = 12;
    private static readonly TimeSpan LongestPerKind = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Latencies>> MeasureAsync(
        Uri graph, string folder, int count, CancellationToken cancellationToken)
    {
        var names = NameSample.Take(folder, Clients * (Warm + (count / Clients)));
        await using var portal = await Portal.StartAsync(graph, folder, cancellationToken);
        using var http = await portal.SignInAsync(cancellationToken);
        Task<Latencies> Kind(string kind, Func<StoredName, int, string> address) => MeasureAsync(kind, http, names, address, cancellationToken);

        return
        [
            await Kind("by user principal name", (name, _) => $"people/{Uri.EscapeDataString(name.UserPrincipalName)}"),
            await Kind("beginnings of names", (name, number) => $"people?text={Uri.EscapeDataString(Questions.Beginning(name, number))}"),
            await Kind("whole words", (name, number) => $"people?text={Uri.EscapeDataString(Questions.Whole(name, number))}"),
            await Kind("list by verdict", (_, number) => $"people?verdict={Questions.Verdicts[number % Questions.Verdicts.Count]}"),
            await Kind("dashboard", (_, _) => "readiness"),
            await MeasureListsAsync(http, NameSample.Take(folder, LinesOfAList), cancellationToken),
        ];
    }

    // One after the other, as one operator pastes them: sign-in names, mail addresses and whole names in turn. The first two warm up.
    private static async Task<Latencies> MeasureListsAsync(HttpClient http, IReadOnlyList<StoredName> names, CancellationToken cancellationToken)
    {
        var lines = names.Select((name, number) => (number % 3) switch { 0 => name.UserPrincipalName, 1 => name.Mail ?? name.UserPrincipalName, _ => name.DisplayName ?? name.UserPrincipalName });
        using var list = JsonContent.Create(new { people = lines.ToArray() });
        await list.LoadIntoBufferAsync(cancellationToken);
        List<double> took = [];

        for (var number = 0; number < Lists; number++)
        {
            var clock = Stopwatch.GetTimestamp();
            using var answer = await http.PostAsync(new Uri("api/v1/eligibility/bulk", UriKind.Relative), list, cancellationToken);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
            took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        return Latencies.Of("a list of 10,000, alone", took.Skip(2));
    }

    private static async Task<Latencies> MeasureAsync(
        string kind, HttpClient http, IReadOnlyList<StoredName> names, Func<StoredName, int, string> address, CancellationToken cancellationToken)
    {
        var took = new ConcurrentBag<double>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            for (var number = client; number < names.Count; number += Clients)
            {
                var clock = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri($"api/v1/{address(names[number], number / Clients)}", UriKind.Relative), cancellationToken);
                await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);

                if (number / Clients >= Warm)
                {
                    took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
                }

                if (!took.IsEmpty && Stopwatch.GetElapsedTime(begun) > LongestPerKind)
                {
                    break;
                }
            }
        }));

        return Latencies.Of(kind, took);
    }
}
