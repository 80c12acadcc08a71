using System.Collections.Concurrent;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The people as they are now: generated, with a thin layer of changes on top.</summary>
internal sealed class PeopleDirectory
{
    private readonly ConcurrentDictionary<int, Person> _changed = new();
    private readonly ConcurrentDictionary<int, bool> _left = new();
    private readonly Lock _gate = new();
    private readonly ChangeLog _log;
    private readonly Lazy<Dictionary<Subscription, int>> _consumed;
    private volatile int _hired;

    public PeopleDirectory(PeopleGenerator generator, int count, ChangeLog log)
    {
        Generator = generator;
        BaseCount = count;
        _log = log;
        _consumed = new(CountConsumed);
    }

    public PeopleGenerator Generator { get; }

    public int BaseCount { get; }

    public int Count => BaseCount + _hired - _left.Count;

    public int End => BaseCount + _hired;

    public IEnumerable<(long Cursor, Person Item)> From(long cursor)
    {
        for (var index = (int)cursor; index < End; index++)
        {
            if (At(index) is { } person)
            {
                yield return (index, person);
            }
        }
    }

    public Person? At(int index) =>
        index < 0 || index >= End || _left.ContainsKey(index) ? null : _changed.GetValueOrDefault(index) ?? Generator.At(index);

    public Person? Find(string idOrPrincipal)
    {
        if (Guid.TryParse(idOrPrincipal, out var id))
        {
            return Generator.Ids.IndexOf(id) is { } index ? At(index) : null;
        }

        var local = idOrPrincipal.Split('@', '_')[0];
        var digits = local.AsSpan(local.AsSpan().TrimEnd("0123456789").Length);

        return int.TryParse(digits, out var number) && At(number) is { } person
            && person.Name.Principal.Equals(idOrPrincipal, StringComparison.OrdinalIgnoreCase)
                ? person
                : null;
    }

    /// <summary>Seats bought before anything changed: what a subscription's size goes by.</summary>
    public int ConsumedAtStart(Subscription subscription) => _consumed.Value.GetValueOrDefault(subscription);

    public int Consumed(Subscription subscription)
    {
        var count = ConsumedAtStart(subscription);

        foreach (var index in _changed.Keys.Union(_left.Keys))
        {
            var held = index < BaseCount && Generator.At(index).Licences.Holds(subscription);
            var holds = At(index) is { } now && now.Licences.Holds(subscription);
            count += (holds ? 1 : 0) - (held ? 1 : 0);
        }

        return count;
    }

    public void Change(Person person)
    {
        _changed[person.Index] = person;
        _log.Add(new(person.Index));
    }

    public void Remove(Person person)
    {
        _left[person.Index] = true;
        _log.Add(new(person.Index));
    }

    public Person Hire()
    {
        lock (_gate)
        {
            var person = Generator.At(End, PersonKind.Member);
            _changed[person.Index] = person;
            _hired++;
            _log.Add(new(person.Index));

            return person;
        }
    }

    private Dictionary<Subscription, int> CountConsumed()
    {
        var bySet = new ConcurrentDictionary<LicenceSet, int>();

        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, BaseCount)),
            () => new Dictionary<LicenceSet, int>(),
            (range, _, counts) =>
            {
                for (var index = range.Item1; index < Math.Min(range.Item2, BaseCount); index++)
                {
                    var set = Generator.At(index).Licences;
                    counts[set] = counts.GetValueOrDefault(set) + 1;
                }

                return counts;
            },
            counts =>
            {
                foreach (var (set, people) in counts)
                {
                    bySet.AddOrUpdate(set, people, (_, before) => before + people);
                }
            });

        return bySet
            .SelectMany(entry => entry.Key.Held.Select(held => (held.Subscription, People: entry.Value)))
            .GroupBy(entry => entry.Subscription)
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.People));
    }
}
