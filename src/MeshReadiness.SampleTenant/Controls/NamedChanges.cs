using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Controls;

/// <summary>Things that happen in a company, on demand: each call takes the next people it fits.</summary>
internal sealed class NamedChanges(Tenant tenant, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public static readonly IReadOnlyList<string> Names = ["assign", "remove", "disable", "new-hire", "leaver", "group-membership", "policy-edit"];

    /// <summary>Applies the change so many times, and tells whom or what it touched.</summary>
    public IReadOnlyList<object> Apply(string name, int count)
    {
        lock (_gate)
        {
            return [.. Enumerable.Range(0, count).Select(_ => ApplyOnce(name)).OfType<object>()];
        }
    }

    private object? ApplyOnce(string name) => name switch
    {
        "assign" => Assign(),
        "remove" => Take(name, HoldsSomething, RemoveLast),
        "disable" => Take(name, IsWorking, person => tenant.People.Change(person with { AccountEnabled = false })),
        "new-hire" => Shown(tenant.People.Hire()),
        "leaver" => Take(name, IsWorking, tenant.People.Remove),
        "group-membership" => Join(),
        _ => EditPolicy(),
    };

    private object? Assign() => tenant.Scenario.Grant is { } grant
        ? Take(
            "assign",
            person => IsWorking(person) && !person.Licences.Assignments.Any(one => one.Subscription == grant),
            person => tenant.People.Change(person with { Licences = person.Licences.With(grant.Direct() with { At = clock.GetUtcNow() }) }))
        : null;

    private object? Join()
    {
        var group = tenant.Groups.All.FirstOrDefault(one => one.Name == GroupPlan.MeshPilot);

        return group is null
            ? null
            : Take("group-membership", person => IsWorking(person) && !tenant.Groups.IsDirect(group, person), person => tenant.Groups.Join(group, person));
    }

    private object? EditPolicy()
    {
        var number = _next.GetValueOrDefault("policy-edit");
        _next["policy-edit"] = number + 1;

        return tenant.Policies.Edit(number, clock.GetUtcNow()) is { } policy
            ? new { Id = JsonFields.Text(policy["id"]!), DisplayName = policy["displayName"]!.ToString(), State = policy["state"]!.ToString() }
            : null;
    }

    // The first twenty hold roles; a tenant whose administrators vanish is another story.
    private object? Take(string name, Func<Person, bool> fits, Action<Person> apply)
    {
        var start = _next.TryGetValue(name, out var next) ? next : Math.Min(20, tenant.People.BaseCount / 2);

        foreach (var (cursor, person) in tenant.People.From(start))
        {
            if (fits(person))
            {
                _next[name] = (int)cursor + 1;
                apply(person);

                return Shown(person);
            }
        }

        return null;
    }

    private void RemoveLast(Person person) =>
        tenant.People.Change(person with { Licences = person.Licences.Without(person.Licences.Held[^1].Subscription) });

    private static bool IsWorking(Person person) => person is { Kind: PersonKind.Member, AccountEnabled: true };

    private static bool HoldsSomething(Person person) => IsWorking(person) && person.Licences.Held.Count > 0;

    private static object Shown(Person person) => new { person.Id, UserPrincipalName = person.Name.Principal };
}
