using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Reads the ways of signing in that a playbook judges everybody by.</summary>
internal static class ScenarioMap
{
    public static SignInScenario Read(JsonCursor at, Ids ids)
    {
        at.Object("id", "name", "summary", "for", "signIn");
        return new(
            ids.Take(at["id"]),
            at["name"].Text(),
            at["summary"].Text(),
            at["for"].Word<Audience>(),
            SignInScenario.Assume(at["signIn"].Read(ScenarioReader.ReadSignIn)));
    }
}
