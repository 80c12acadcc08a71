using System.Globalization;
using System.Text.Json;
using MeshReadiness.Benchmarks.Surroundings;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>Measures all ways at all sizes. Every measurement has a process of its own; so has each tenant.</summary>
internal sealed class ScanBenchmark(int rounds, SampleTenant warm)
{
    private const int WarmCalls = 200;
    private const int MostForUsual = 100_000;

    private static readonly string[] Pinned = ["--today", "2026-01-15"];

    /// <param name="sizes">How many people the tenants have.</param>
    /// <param name="rounds">How often each way is measured.</param>
    /// <param name="warmPeople">How many people the tenant has that processes warm up with.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<ScanRow>> RunAsync(
        IEnumerable<int> sizes, int rounds, int warmPeople, CancellationToken cancellationToken)
    {
        await using var warm = await StartAsync(warmPeople, cancellationToken);
        var benchmark = new ScanBenchmark(rounds, warm);
        List<ScanRow> rows = [];

        foreach (var people in sizes)
        {
            rows.Add(await benchmark.MeasureAsync(people, cancellationToken));
        }

        return rows;
    }

    // A tenant that has just started answers slowly, and the smaller it is, the more that would show.
    private static async Task<SampleTenant> StartAsync(int people, CancellationToken cancellationToken)
    {
        var tenant = await SampleTenant.StartAsync(people, Pinned, cancellationToken);

        for (var calls = 0L; calls < WarmCalls;)
        {
            calls += (await LimitWay.MeasureAsync(tenant.Graph, cancellationToken)).Calls;
        }

        return tenant;
    }

    private async Task<ScanRow> MeasureAsync(int people, CancellationToken cancellationToken)
    {
        await using var tenant = await StartAsync(people, cancellationToken);
        using var last = new TempFolder();
        var limit = await MedianAsync(rounds, () => FreshAsync(Way.Limit, tenant, cancellationToken));
        var ours = await MedianAsync(rounds - 1, () => FreshAsync(Way.Ours, tenant, cancellationToken), await OneAsync(Way.Ours, tenant, last.Path, cancellationToken));
        var evaluation = await MedianAsync(rounds, () => OneAsync(Way.Evaluation, tenant, last.Path, cancellationToken));
        var oneByOne = await OneAsync(Way.OneByOne, tenant, last.Path, cancellationToken);
        var incremental = await MedianAsync(rounds, () => IncrementalAsync(tenant, people, last.Path, cancellationToken));
        var usual = people <= MostForUsual ? await UnchangedAsync(people, cancellationToken) : null;

        return new(people, Whole(limit, people), Whole(ours, people), usual, incremental, Whole(evaluation, people), Whole(oneByOne, people));
    }

    // In a tenant of its own: the other one isn't as it was any more.
    private async Task<Measured> UnchangedAsync(int people, CancellationToken cancellationToken)
    {
        await using var tenant = await StartAsync(people, cancellationToken);
        return Whole(await FreshAsync(Way.Usual, tenant, cancellationToken), people);
    }

    private async Task<Measured> IncrementalAsync(SampleTenant tenant, int people, string folder, CancellationToken cancellationToken)
    {
        var life = await CompanyLife.GoOnAsync(tenant.Controls, people / 100, cancellationToken);
        var measured = await OneAsync(Way.Incremental, tenant, folder, cancellationToken);
        await using var product = await Product.OpenAsync(tenant.Graph, folder);
        var head = await product.Get<Data.SnapshotStore>().CurrentAsync(cancellationToken);

        return life.IsTold(head!.Changes)
            ? measured with { People = life.Touched }
            : throw new InvalidOperationException($"{life} became {head.Changes}.");
    }

    private async Task<Measured> FreshAsync(string way, SampleTenant tenant, CancellationToken cancellationToken)
    {
        using var folder = new TempFolder();
        return await OneAsync(way, tenant, folder.Path, cancellationToken);
    }

    private async Task<Measured> OneAsync(string way, SampleTenant tenant, string folder, CancellationToken cancellationToken)
    {
        await using var child = Child.Again(
            MeasureCommand.Name, way, "--graph", tenant.Graph.ToString(), "--warm", warm.Graph.ToString(), "--folder", folder);
        var measured = JsonSerializer.Deserialize<Measured>("{" + await child.HearAsync("{", cancellationToken))!;
        await Console.Error.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{way}: {measured.People:N0} people in {measured.Seconds:0.00} s, {measured.HeldUpSeconds:0.00} s of it held up"));
        return measured;
    }

    private static async Task<Measured> MedianAsync(int times, Func<Task<Measured>> measure, params IEnumerable<Measured> already)
    {
        var all = already.ToList();

        for (var round = 0; round < times; round++)
        {
            all.Add(await measure());
        }

        return all.OrderBy(one => one.Seconds).ElementAt(all.Count / 2);
    }

    private static Measured Whole(Measured measured, int people) => measured.People == people
        ? measured
        : throw new InvalidOperationException($"{measured.People} people were come by instead of {people}.");
}
