namespace MeshReadiness.SampleTenant.Scenarios;

/// <summary>The scenarios by name.</summary>
internal static class AllScenarios
{
    private static readonly Dictionary<string, Func<Scenario>> ByName = new(StringComparer.Ordinal)
    {
        ["contoso"] = ContosoScenario.Create,
        ["healthy"] = HealthyScenario.Create,
        ["half-licensed"] = HalfLicensedScenario.Create,
        ["quest-blocked"] = HealthyScenario.QuestBlocked,
        ["consent-missing"] = ContosoScenario.ConsentMissing,
        ["government"] = PublicSectorScenarios.Government,
        ["education"] = PublicSectorScenarios.Education,
        ["empty"] = EmptyScenario.Create,
        ["messy"] = MessyScenario.Create,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Scenario Get(string name) => ByName[name]();
}
