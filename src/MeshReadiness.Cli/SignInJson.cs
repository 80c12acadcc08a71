using System.Text.Encodings.Web;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Cli;

/// <summary>What comes of a sign-in, for programs.</summary>
internal static class SignInJson
{
    private static readonly JsonSerializerOptions OnOneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OnManyLines = new(OnOneLine) { WriteIndented = true };

    public static string Write(SignInResult result, bool isIndented) => JsonSerializer.Serialize(
        new
        {
            outcome = Word(result.Outcome.ToString()),
            errorCodes = result.ErrorCodes,
            policies = result.Policies.Select(Policy),
            later = result.Later.Select(later => new { appId = later.AppId, outcome = Word(later.Outcome.ToString()) }),
            unmodelled = result.Policies.SelectMany(policy => policy.Policy.Unmodelled.Select(path => new { policyId = policy.Policy.Id, path })),
        },
        isIndented ? OnManyLines : OnOneLine);

    private static object Policy(PolicyResult result) => new
    {
        id = result.Policy.Id,
        displayName = result.Policy.DisplayName,
        state = State(result.Policy.State),
        applies = Word(result.Applies.ToString()),
        conditions = result.Conditions.Select(condition => new { condition = condition.Condition, met = Word(condition.Met.ToString()), because = condition.Because }),
        grant = Grant(result.Grant ?? GrantResult.Nothing),
        result = Word(result.Result.ToString()),
    };

    private static object Grant(GrantResult grant) => new
    {
        @operator = grant.NeedsAll ? "AND" : "OR",
        required = grant.Controls.Select(control => control.Control),
        unmet = grant.Unmet,
        satisfied = Word(grant.Satisfied.ToString()),
    };

    private static string State(PolicyState state) => state is PolicyState.ReportOnly ? "enabledForReportingButNotEnforced" : Word(state.ToString());

    private static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
