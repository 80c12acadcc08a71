using MeshReadiness.SampleTenant.Scenarios;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>Makes the person at any index: a pure function of seed, scenario and index. Nobody is stored.</summary>
internal sealed class PeopleGenerator
{
    private readonly Scenario _scenario;
    private readonly NameMaker _names;
    private readonly Dictionary<PersonKind, LicenceSet[]> _licences;

    public PeopleGenerator(Draw draw, Scenario scenario)
    {
        Draw = draw;
        Ids = new(draw, Topic.Id);
        _scenario = scenario;
        _names = new(draw, scenario.HasQuirks);
        NoLicences = new(draw, [], []);
        _licences = scenario.Licences.ToDictionary(entry => entry.Key, entry => Compose(draw, entry.Value, scenario.Extras));
    }

    public Draw Draw { get; }

    public ReversibleIds Ids { get; }

    /// <summary>Whether nothing is in anybody's way here.</summary>
    public bool IsTidy => _scenario.IsTidy;

    public LicenceSet NoLicences { get; }

    public Person At(int index) => At(index, _scenario.Kinds.Values[_scenario.Kinds.IndexAt(Draw.Below(index, Topic.Kind, 1000))]);

    public Person At(int index, PersonKind kind)
    {
        var office = Draw.Pick(index, Topic.Office, Places.Offices);

        var person = new Person(index, kind, this)
        {
            AccountEnabled = kind is not (PersonKind.Disabled or PersonKind.Room or PersonKind.SharedMailbox),
            UserType = kind is PersonKind.Guest or PersonKind.PendingGuest ? "Guest" : "Member",
            Office = office,
            Department = kind is PersonKind.Member or PersonKind.Disabled ? Draw.Pick(index, Topic.Department, Places.Departments) : null,
            Licences = LicencesOf(index, kind),
            UsageLocation = UsageLocationOf(index, kind, office),
        };

        return _scenario.HasQuirks ? Quirks.Apply(person, Draw) : person;
    }

    public DateTimeOffset CreatedAt(int index) =>
        new DateTimeOffset(2019, 1, 7, 7, 0, 0, TimeSpan.Zero).AddMinutes(Draw.Below(index, Topic.Created, 3_200_000));

    public PersonName NameOf(Person person) => _names.Of(person);

    private LicenceSet LicencesOf(int index, PersonKind kind)
    {
        if (!_licences.TryGetValue(kind, out var sets))
        {
            return NoLicences;
        }

        var recipe = _scenario.Licences[kind].IndexAt(Draw.Below(index, Topic.Licences, 1000));
        var extra = _scenario.Extras.IndexAt(Draw.Below(index, Topic.Extras, 1000));

        return sets[(recipe * _scenario.Extras.Values.Count) + extra];
    }

    private string? UsageLocationOf(int index, PersonKind kind, Office office) =>
        kind is PersonKind.PendingGuest or PersonKind.ServiceAccount
        || Draw.Below(index, Topic.UsageLocation, 1000) < _scenario.MissingUsageLocationPerMille
            ? null
            : office.CountryCode;

    private static LicenceSet[] Compose(Draw draw, Weighted<Recipe> recipes, Weighted<Recipe> extras) =>
    [
        .. from recipe in recipes.Values
           from extra in extras.Values
           select recipe.Assignments.Count == 0
               ? new LicenceSet(draw, [], recipe.Past)
               : new LicenceSet(draw, [.. recipe.Assignments, .. extra.Assignments], recipe.Past),
    ];
}
