using System.Collections.Immutable;

namespace MeshReadiness.Core.Licensing;

/// <summary>
/// Gives free seats to those who need one, so that as few as possible are left without: a seat that several could take goes
/// where it leaves the most others served. Needs that come first are served first where not all can be.
/// </summary>
internal static class SeatFlow
{
    /// <summary>Seats given, by need and product.</summary>
    /// <param name="wanted">How many seats each need takes.</param>
    /// <param name="free">How many seats each product has.</param>
    /// <param name="serves">Whether a product serves a need.</param>
    public static int[,] Spread(ImmutableArray<int> wanted, ImmutableArray<int> free, Func<int, int, bool> serves)
    {
        var given = new int[wanted.Length, free.Length];
        var left = free.ToArray();

        for (var need = 0; need < wanted.Length; need++)
        {
            for (var open = wanted[need]; open > 0;)
            {
                var moved = Move(need, open);

                if (moved == 0)
                {
                    break;
                }

                open -= moved;
            }
        }

        return given;

        // Looks for the shortest chain "this need takes a seat of a product, whose holder takes one of another product, …" that
        // ends at a free seat, and moves as many along it as fit.
        int Move(int start, int most)
        {
            var cameFrom = new int[free.Length];
            Array.Fill(cameFrom, -1);
            var taker = new Dictionary<int, int> { [start] = -1 };
            var queue = new Queue<int>([start]);

            while (queue.TryDequeue(out var need))
            {
                foreach (var product in Enumerable.Range(0, free.Length).Where(product => cameFrom[product] < 0 && serves(need, product)))
                {
                    cameFrom[product] = need;

                    if (left[product] > 0)
                    {
                        return Shift(product, Math.Min(most, left[product]));
                    }

                    foreach (var holder in Enumerable.Range(0, wanted.Length).Where(holder => given[holder, product] > 0 && taker.TryAdd(holder, product)))
                    {
                        queue.Enqueue(holder);
                    }
                }
            }

            return 0;

            int Shift(int end, int amount)
            {
                for (var product = end; ;)
                {
                    var need = cameFrom[product];

                    if (taker[need] < 0)
                    {
                        break;
                    }

                    product = taker[need];
                    amount = Math.Min(amount, given[need, product]);
                }

                left[end] -= amount;

                for (var product = end; ;)
                {
                    var need = cameFrom[product];
                    given[need, product] += amount;

                    if (taker[need] < 0)
                    {
                        return amount;
                    }

                    product = taker[need];
                    given[need, product] -= amount;
                }
            }
        }
    }
}
