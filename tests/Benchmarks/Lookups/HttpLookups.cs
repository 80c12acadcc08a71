using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>Asks the portal's API with many operators at once. Each asks one question after the other, without a pause.</summary>
internal static class HttpLookups
{
    /// <summary>How many operators ask at once.</summary>
    public const int Operators = 64;

    private const int Warm = 10;
    private const int LinesOfAList = 10_000;
    private const int Lists = 12;
    private static readonly TimeSpan LongestPerKind = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Latencies>> MeasureAsync(
        Uri graph, string folder, int count, CancellationToken cancellationToken)
    {
        var each = Operators * (Warm + (count / Operators));
        var names = NameSample.Take(folder, 2 * each);
        await using var portal = await Portal.StartAsync(graph, folder, cancellationToken);
        using var http = await portal.SignInAsync(cancellationToken);

        // A portal that has run for a while: all its code is compiled as well as it gets. What is measured is asked about others.
        await MeasureKindsAsync(portal, [.. names.Take(each)], cancellationToken);

        return
        [
            .. await MeasureKindsAsync(portal, [.. names.Skip(each)], cancellationToken),
            await MeasureListsAsync(http, NameSample.Take(folder, LinesOfAList), cancellationToken),
        ];
    }

    private static async Task<IReadOnlyList<Latencies>> MeasureKindsAsync(Portal portal, IReadOnlyList<StoredName> names, CancellationToken cancellationToken)
    {
        Task<Latencies> Kind(string kind, Func<StoredName, int, (string Path, string Expected)> ask) => MeasureAsync(kind, portal, names, ask, cancellationToken);
        (string, string) Search(string text) => ($"people?search={Uri.EscapeDataString(text)}", "\"isNear\":false");

        return
        [
            await Kind("a person's page", (name, _) => ($"people/{Uri.EscapeDataString(name.UserPrincipalName)}", Quoted(name.UserPrincipalName))),
            await Kind("a person's eligibility", (name, _) => ($"people/{Uri.EscapeDataString(name.UserPrincipalName)}/eligibility", Quoted(name.UserPrincipalName))),
            await Kind("beginnings of names", (name, number) => Search(Questions.Beginning(name, number))),
            await Kind("whole words", (name, number) => Search(Questions.Whole(name, number))),
            await Kind("sign-in names", (name, _) => ($"people?search={Uri.EscapeDataString(name.UserPrincipalName)}", Quoted(name.UserPrincipalName))),
            await Kind("mistyped family names", (name, number) => ($"people?search={Uri.EscapeDataString(Questions.Mistyped(name, number))}", "\"isNear\":")),
            await Kind("list by verdict", (_, number) => ($"people?verdict={Questions.Verdicts[number % Questions.Verdicts.Count]}", "\"total\":")),
            await Kind("dashboard", (_, _) => ("readiness", "\"experiences\":")),
        ];
    }

    // As the API writes it into JSON.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, JsonSerializerOptions.Web);

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
        string kind, Portal portal, IReadOnlyList<StoredName> names, Func<StoredName, int, (string Path, string Expected)> ask, CancellationToken cancellationToken)
    {
        // Made beforehand: what a client prepares is no part of the answer.
        var questions = names.Select((name, number) => ask(name, number / Operators))
            .Select(question => (question.Path, Expected: Encoding.UTF8.GetBytes(question.Expected))).ToArray();
        var took = new ConcurrentBag<double>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Operators).Select(async operatorNumber =>
        {
            using var one = await Operator.ConnectAsync(portal.Address, portal.Cookie, cancellationToken);

            for (var number = operatorNumber; number < questions.Length; number += Operators)
            {
                var clock = Stopwatch.GetTimestamp();
                await one.AskAsync(questions[number].Path, questions[number].Expected, cancellationToken);

                if (number / Operators >= Warm)
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
