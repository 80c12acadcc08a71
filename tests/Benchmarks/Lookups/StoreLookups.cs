using System.Diagnostics;
using MeshReadiness.Benchmarks.Surroundings;
using MeshReadiness.Data;

namespace MeshReadiness.Benchmarks.Lookups;

/// <summary>Asks the store, one question after the other.</summary>
internal static class StoreLookups
{
    private const int Warm = 200;
    private static readonly TimeSpan LongestPerKind = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<Latencies>> MeasureAsync(string folder, int count, CancellationToken cancellationToken)
    {
        await using var product = await Product.OpenAsync(new Uri("http://127.0.0.1:1/v1.0"), folder);
        var store = product.Get<SnapshotStore>();
        var snapshot = (await store.CurrentAsync(cancellationToken))!.Id;
        var names = NameSample.Take(folder, count + Warm);
        Task SearchAsync(PeopleQuery query) => store.SearchPeopleAsync(snapshot, query, cancellationToken);

        return
        [
            await MeasureAsync("by user principal name", names, async (name, _) =>
            {
                if (await store.PersonAsync(snapshot, name.UserPrincipalName, cancellationToken) is null)
                {
                    throw new InvalidOperationException("Somebody who is stored was not found.");
                }
            }),
            await MeasureAsync("beginnings of names", names, (name, number) => SearchAsync(new(Questions.Beginning(name, number)))),
            await MeasureAsync("whole words", names, (name, number) => SearchAsync(new(Questions.Whole(name, number)))),
            await MeasureAsync("list by verdict", names, (_, number) => SearchAsync(new(Verdict: Questions.Verdicts[number % Questions.Verdicts.Count]))),
            await MeasureAsync("dashboard", names, async (_, number) =>
            {
                var head = await store.CurrentAsync(cancellationToken);
                await store.ReportAsync(head!.Id, cancellationToken);
                await store.BreakdownAsync(head.Id, Questions.Dimensions[number % Questions.Dimensions.Count], cancellationToken);
            }),
        ];
    }

    private static async Task<Latencies> MeasureAsync(string kind, IReadOnlyList<StoredName> names, Func<StoredName, int, Task> ask)
    {
        List<double> took = [];
        var begun = Stopwatch.GetTimestamp();

        for (var number = 0; number < names.Count && (took.Count == 0 || Stopwatch.GetElapsedTime(begun) < LongestPerKind); number++)
        {
            var clock = Stopwatch.GetTimestamp();
            await ask(names[number], number);

            if (number >= Warm)
            {
                took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        return Latencies.Of(kind, took);
    }
}
