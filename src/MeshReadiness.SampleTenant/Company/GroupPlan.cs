using System.Globalization;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>Lays out the groups of a tenant: by department, office and licence, for projects, and some that go in circles.</summary>
internal static class GroupPlan
{
    public const string MeshPilot = "Mesh pilot";
    public const string QuestUsers = "Quest headset users";
    public const string BreakGlass = "Break-glass accounts";
    public const string Creators = "Microsoft 365 group creators";
    public const string AllStaff = "All employees";
    public const string Travellers = "Project Aurora";
    public const string TeamsAdministrators = "Role Teams administrators";
    private const int MostTeams = 2_000;

    public static IReadOnlyList<Group> Of(Tenant tenant) =>
    [
        .. tenant.People.BaseCount == 0 ? [] : Everyday(tenant).Concat(Licensing(tenant)).Concat(Circle(tenant)).Concat(Teams(tenant)),
    ];

    public static bool WearsHeadset(Person person) =>
        person.Kind == PersonKind.Member && person.Company.Draw.Below(person.Index, Topic.Device, 100) < 7;

    private static IEnumerable<Group> Everyday(Tenant tenant)
    {
        Guid Id(string name) => tenant.Draw.NamedId(name);
        var departments = Places.Departments
            .Select(one => new Group(Id("DEP " + one.Name), "DEP " + one.Name, person => person.IsStaff && person.Department == one))
            .ToList();

        return
        [
            new(Id(AllStaff), AllStaff, _ => false) { Description = "Everyone, by department", Nested = [.. departments.Select(one => one.Id)] },
            .. departments,
            .. Places.Offices.Select(one => new Group(Id("OFF " + one.City), "OFF " + one.City, person => person.IsStaff && person.Office == one)),
            new(Id(MeshPilot), MeshPilot, person => person.Kind == PersonKind.Member && person.Index % 31 == 3),
            new(Id(QuestUsers), QuestUsers, person => WearsHeadset(person) && person.Index % 2 == 0) { Nested = [Id("Event hosts")] },
            new(Id("Event hosts"), "Event hosts", person => person.Kind == PersonKind.Member && person.Index % 97 == 5),
            new(Id(BreakGlass), BreakGlass, person => person.Index < 2),
            new(Id(Creators), Creators, person => person.Kind == PersonKind.Member && person.Index % 11 == 1),
            new(Id(TeamsAdministrators), TeamsAdministrators, person => person.Index is 6 or 7) { IsRoleAssignable = true, Span = (6, 8) },
        ];
    }

    private static IEnumerable<Group> Licensing(Tenant tenant) => tenant.Scenario.Licences.Values
        .SelectMany(recipes => recipes.Values)
        .SelectMany(recipe => recipe.Assignments)
        .Where(one => one.Group is not null)
        .GroupBy(one => one.Group!)
        .Select(given => new Group(
            tenant.Draw.NamedId(given.Key), given.Key, person => person.Licences.Assignments.Any(one => one.Group == given.Key))
        {
            Description = "Gives licences to its members",
            Gives = [.. given.DistinctBy(one => (one.Subscription.Product.SkuId, one.State))],
        });

    private static IEnumerable<Group> Circle(Tenant tenant)
    {
        string[] names = [Travellers, "Project Aurora partners", "Project Aurora reviewers"];

        return names.Select((name, index) => new Group(
            tenant.Draw.NamedId(name), name, person => person.Index % 53 == 10 + index)
        {
            Description = "Each of the three Aurora groups is a member of the one before, and the first of the last",
            Nested = [tenant.Draw.NamedId(names[(index + 1) % names.Length])],
        });
    }

    private static IEnumerable<Group> Teams(Tenant tenant)
    {
        var block = Math.Max(25, tenant.People.BaseCount / MostTeams);

        return Enumerable.Range(0, tenant.People.BaseCount / block).Select(number =>
        {
            var topic = tenant.Draw.Pick(number, Topic.Team, Places.Departments).Name;
            var name = string.Create(CultureInfo.InvariantCulture, $"{topic} team {number + 1}");

            return new Group(
                tenant.Draw.NamedId("team " + name), name, person => person.Index / block == number && person.Index % block < 12)
            {
                Span = (number * block, (number * block) + 12),
                IsUnified = true,
                IsTeam = number % 3 != 2,
                Visibility = number % 4 == 0 ? "Public" : "Private",
            };
        });
    }
}
