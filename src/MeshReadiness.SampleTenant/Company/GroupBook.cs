using System.Collections.Concurrent;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>The groups of the tenant, and who belongs to them, directly or through other groups.</summary>
internal sealed class GroupBook
{
    private readonly Tenant _tenant;
    private readonly Lazy<IReadOnlyList<Group>> _all;
    private readonly Lazy<Dictionary<Guid, Group>> _byId;
    private readonly ConcurrentDictionary<(Guid Group, int Person), bool> _joined = new();

    public GroupBook(Tenant tenant)
    {
        _tenant = tenant;
        _all = new(() => GroupPlan.Of(tenant));
        _byId = new(() => _all.Value.ToDictionary(group => group.Id));
    }

    public IReadOnlyList<Group> All => _all.Value;

    public Group? Find(string id) => Guid.TryParse(id, out var key) ? _byId.Value.GetValueOrDefault(key) : null;

    public bool IsDirect(Group group, Person person) => group.Includes(person) || _joined.ContainsKey((group.Id, person.Index));

    public void Join(Group group, Person person)
    {
        _joined[(group.Id, person.Index)] = true;
        _tenant.Changes.Add(new(person.Index, group.Id));
    }

    /// <summary>The group and all groups below it, each once, however they point at each other.</summary>
    public IReadOnlyList<Group> WithNested(Group group) => Closure([group], one => one.Nested.Select(id => _byId.Value[id]));

    public IReadOnlyList<Group> DirectGroupsOf(Person person) => [.. All.Where(group => IsDirect(group, person))];

    public IReadOnlyList<Group> AllGroupsOf(Person person) =>
        Closure(DirectGroupsOf(person), one => All.Where(parent => parent.Nested.Contains(one.Id)));

    public IEnumerable<Person> DirectPeople(Group group, int from) =>
        PeopleWithin([group], from).Select(entry => entry.Item).Where(person => IsDirect(group, person));

    /// <summary>Nested groups first, then people: a position counts through both.</summary>
    public IEnumerable<(long Cursor, object Item)> Members(IReadOnlyList<Group> from, IReadOnlyList<Group> nested, long cursor)
    {
        for (var index = (int)Math.Min(cursor, nested.Count); index < nested.Count; index++)
        {
            yield return (index, nested[index]);
        }

        foreach (var (index, person) in PeopleWithin(from, Math.Max(0, cursor - nested.Count)))
        {
            if (from.Any(group => IsDirect(group, person)))
            {
                yield return (nested.Count + index, person);
            }
        }
    }

    // A team of twelve is not looked for among a million people.
    private IEnumerable<(long Cursor, Person Item)> PeopleWithin(IReadOnlyList<Group> groups, long from) =>
        groups.All(group => group.Span is not null)
            ? _tenant.People.From(Math.Max(from, groups.Min(group => group.Span!.Value.First)))
                .TakeWhile(entry => entry.Cursor < groups.Max(group => group.Span!.Value.End))
            : _tenant.People.From(from);

    public IReadOnlyList<Group> NestedIn(Group group) => [.. group.Nested.Select(id => _byId.Value[id])];

    private static List<Group> Closure(IEnumerable<Group> start, Func<Group, IEnumerable<Group>> next)
    {
        var found = new List<Group>();
        var seen = new HashSet<Guid>();
        var waiting = new Queue<Group>(start);

        while (waiting.TryDequeue(out var group))
        {
            if (seen.Add(group.Id))
            {
                found.Add(group);

                foreach (var other in next(group))
                {
                    waiting.Enqueue(other);
                }
            }
        }

        return found;
    }
}
