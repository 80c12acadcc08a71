using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>Reads people a batch at a time, in the order in which the directory gave them, so that it makes no difference how many there are.</summary>
internal static class PeopleBatches
{
    private const int Size = 2_000;

    public static async IAsyncEnumerable<ImmutableArray<PersonFacts>> ReadAsync(
        MeshReadinessDbContext db, IQueryable<PersonRecord> people, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var last = long.MinValue; ;)
        {
            var after = last;
            var batch = await PersonFacts.Select(db, people.Where(person => person.Key > after).OrderBy(person => person.Key).Take(Size)).ToListAsync(cancellationToken);

            if (batch.Count == 0)
            {
                yield break;
            }

            // What is added to the rows may have them come in another order.
            last = batch.Max(facts => facts.Person.Key);
            yield return [.. batch.OrderBy(facts => facts.Person.Key)];
        }
    }
}
