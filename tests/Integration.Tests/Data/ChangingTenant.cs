using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>
/// A directory whose people change at random, and which tells of it as Graph does: in pages, with what is different or with
/// everything, sometimes twice, sometimes for nothing. The same seed always tells the same.
/// </summary>
internal sealed class ChangingTenant(int seed)
{
    private static readonly Guid UnlistedSku = new("00000000-0000-0000-0000-0000000000bf");
    private static readonly UserProperties Licensing = UserProperties.Licences | UserProperties.Plans | UserProperties.Assignments;

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, UserFacts> _people = [];
    private readonly List<string> _gone = [];
    private int _last;

    public IReadOnlyCollection<UserFacts> People => _people.Values;

    public UserFacts[] Grow(int people) => [.. Enumerable.Range(0, people).Select(_ => Add().Facts!)];

    /// <summary>So many changes, in pages. Afterwards <see cref="People"/> is how it is.</summary>
    public IEnumerable<UserChange[]> Change(int changes)
    {
        List<UserChange> told = [];

        while (told.Count < changes)
        {
            told.AddRange(Something());
        }

        return told.Chunk(_random.Next(1, changes + 1));
    }

    /// <summary>Everybody as a full reading tells them: in any order, some twice, the truth last.</summary>
    public UserFacts[] ReadAll()
    {
        UserFacts[] once = [.. _people.Values];
        _random.Shuffle(once);
        var before = once.Where(_ => _random.Next(9) == 0).Select(person => person with { DisplayName = Name(), Department = "Before" });
        return [.. before, .. once.Where(_ => _random.Next(9) == 0), .. once];
    }

    private UserChange[] Something()
    {
        if (_people.Count == 0)
        {
            return [Add()];
        }

        var person = _people.Values.ElementAt(_random.Next(_people.Count));

        return _random.Next(10) switch
        {
            0 => [Add()],
            1 or 2 => [Set(Somebody(person.Id), UserProperties.All)],
            3 or 4 => [Part(person)],
            5 => [Part(person), .. Something(), Part(_people.GetValueOrDefault(person.Id) ?? person)],
            6 => [new(person.Id, person, (UserProperties)_random.Next((int)UserProperties.All + 1) & ~Licensing)],
            7 => [Remove(person.Id)],
            8 when _gone.Count > 0 => [Set(Somebody(_gone[_random.Next(_gone.Count)]), UserProperties.All)],
            8 => [new("nobody", null, UserProperties.None)],
            _ => [Set(Somebody(person.Id), UserProperties.All), Set(person, UserProperties.All)],
        };
    }

    private UserChange Add() => Set(Somebody(new Guid(++_last, 7, 0, new byte[8]).ToString()), UserProperties.All);

    private UserChange Remove(string id)
    {
        _people.Remove(id);
        _gone.Add(id);
        return new(id, null, UserProperties.None);
    }

    private UserChange Set(UserFacts person, UserProperties told)
    {
        _people[person.Id] = person;
        return new(person.Id, person, told);
    }

    // What isn't told comes as nothing, which must not be taken for the truth.
    private UserChange Part(UserFacts person)
    {
        if (!_people.ContainsKey(person.Id))
        {
            return Set(person, UserProperties.All);
        }

        var other = Somebody(person.Id);
        var only = new UserFacts { Id = person.Id };
        var (after, facts, told) = _random.Next(9) switch
        {
            0 => (person with { DisplayName = other.DisplayName }, only with { DisplayName = other.DisplayName }, UserProperties.DisplayName),
            1 => (person with { Mail = other.Mail }, only with { Mail = other.Mail }, UserProperties.Mail),
            2 => (person with { UserPrincipalName = other.UserPrincipalName }, only with { UserPrincipalName = other.UserPrincipalName }, UserProperties.UserPrincipalName),
            3 => (person with { AccountEnabled = other.AccountEnabled }, only with { AccountEnabled = other.AccountEnabled }, UserProperties.AccountEnabled),
            4 => (person with { UserType = other.UserType, Invitation = other.Invitation }, only with { UserType = other.UserType, Invitation = other.Invitation },
                UserProperties.UserType | UserProperties.Invitation),
            5 => (person with { UsageLocation = other.UsageLocation }, only with { UsageLocation = other.UsageLocation }, UserProperties.UsageLocation),
            6 => (person with { Department = other.Department, Country = other.Country }, only with { Department = other.Department, Country = other.Country },
                UserProperties.Department | UserProperties.Country),
            7 => (person with { JobTitle = other.JobTitle, OfficeLocation = other.OfficeLocation }, only with { JobTitle = other.JobTitle, OfficeLocation = other.OfficeLocation },
                UserProperties.JobTitle | UserProperties.OfficeLocation),
            _ => (person with { Holdings = other.Holdings }, only with { Holdings = other.Holdings }, Licensing),
        };
        _people[person.Id] = after;
        return new(person.Id, facts, told);
    }

    private UserFacts Somebody(string id) => new()
    {
        Id = id,
        DisplayName = Name(),
        UserPrincipalName = One(null, $"{id[..8]}@contoso.example", "shared@contoso.example"),
        Mail = One(null, "", $"m.{id[..8]}@contoso.example"),
        AccountEnabled = One<bool?>(true, true, true, false, null),
        UserType = One<UserType?>(UserType.Member, UserType.Member, UserType.Guest, null),
        Invitation = One<InvitationState?>(null, InvitationState.Accepted, InvitationState.PendingAcceptance),
        UsageLocation = One(null, "", "CH", "DE"),
        Department = One(null, "", "Sales", "sales", "Ärzte"),
        JobTitle = One(null, "Pilot", "Cook"),
        OfficeLocation = One(null, "North", "South"),
        Country = One(null, "Chile", "Sales"),
        Holdings = Holdings(),
    };

    private string? Name() => One(null, "", "Ann", "ann", "José Álvarez", "山田 太郎", "Ann Bo", "zoe");

    private LicenceHoldings Holdings()
    {
        Guid[] off = One<Guid[]>([], [], [TestPlaybook.TeamsPlan], [TestPlaybook.TeamsPlan, TestPlaybook.OfficePlan]);
        AssignedLicense[] licences = One<AssignedLicense[]>(
            [],
            [new(TestPlaybook.SureSku, [.. off])],
            [new(TestPlaybook.FullSku, [.. off])],
            [new(TestPlaybook.FullSku, [.. off]), new(TestPlaybook.SureSku, [])],
            [new(TestPlaybook.SmallSku, []), new(UnlistedSku, [.. off])]);
        var isDoubtful = licences.Any(licence => licence.SkuId != TestPlaybook.SureSku);

        return new()
        {
            Licences = [.. licences],
            Plans = !isDoubtful ? default : One<AssignedPlan[]?>(null, [], [new(TestPlaybook.TeamsPlan, CapabilityStatus.Enabled, "Enabled")],
                [new(TestPlaybook.OfficePlan, CapabilityStatus.Suspended, "Suspended")]) is { } plans ? [.. plans] : default,
            Assignments = licences.Length == 0 ? [] : [.. One<LicenseAssignmentState[]>(
                [], [new(licences[0].SkuId, null, [], "Active", null)], [new(licences[0].SkuId, "g1", [], "Error", "CountViolation")])],
        };
    }

    private T One<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];
}
