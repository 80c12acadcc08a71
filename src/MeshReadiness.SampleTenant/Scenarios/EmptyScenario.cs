using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Scenarios;

internal static class EmptyScenario
{
    public static Scenario Create() => new("empty")
    {
        Kinds = Weighted<PersonKind>.Always(PersonKind.Member),
        HasPeople = false,
        Policies = PolicySet.None,
    };
}
