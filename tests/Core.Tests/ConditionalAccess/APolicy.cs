using System.Text.Json;
using System.Text.Json.Nodes;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>A policy, written down in the shortest way: what isn't told is enforced, about everybody and everything, and demands a compliant device.</summary>
internal sealed record APolicy(string Name)
{
    private static readonly string[] Everybody = ["All"], Nobody = [];

    public string Users { get; init; } = """{"includeUsers":["All"],"excludeGroups":["emergency"]}""";

    public string Apps { get; init; } = """{"includeApplications":["All"]}""";

    /// <summary>Conditions beside users and resources, without the braces.</summary>
    public string Conditions { get; init; } = "";

    public string? Filter { get; init; }

    public string Mode { get; init; } = "exclude";

    public string? Grant { get; init; } = """{"operator":"OR","builtInControls":["compliantDevice"]}""";

    public string? Session { get; init; }

    public string State { get; init; } = "enabled";

    public static string Demand(params string[] controls) => Demands("OR", controls);

    public static string Demands(string op, params string[] controls) => JsonSerializer.Serialize(new { @operator = op, builtInControls = controls });

    public static string Group(params string[] groups) => JsonSerializer.Serialize(new { includeUsers = Nobody, includeGroups = groups });

    public static string AllWithout(params string[] groups) => JsonSerializer.Serialize(new { includeUsers = Everybody, excludeGroups = groups });

    public static string App(params string[] apps) => JsonSerializer.Serialize(new { includeApplications = apps });

    public static string AllBut(params string[] apps) => JsonSerializer.Serialize(new { includeApplications = Everybody, excludeApplications = apps });

    public ConditionalAccessPolicy Read()
    {
        var conditions = JsonNode.Parse($"{{{Conditions}}}")!.AsObject();
        conditions["users"] = JsonNode.Parse(Users);
        conditions["applications"] = JsonNode.Parse(Apps);
        conditions["clientAppTypes"] ??= new JsonArray("all");

        if (Filter is not null)
        {
            conditions["devices"] = new JsonObject { ["deviceFilter"] = new JsonObject { ["mode"] = Mode, ["rule"] = Filter } };
        }

        var policy = new JsonObject
        {
            ["id"] = Name, ["displayName"] = Name, ["state"] = State, ["conditions"] = conditions,
            ["grantControls"] = Grant is null ? null : JsonNode.Parse(Grant),
            ["sessionControls"] = Session is null ? null : JsonNode.Parse(Session),
        };
        var read = PolicyReader.Read(JsonElement.Parse(policy.ToJsonString()));
        Assert.True(read.TryGet(out var one), read.Succeeded ? "" : read.Problem.Detail);
        return one;
    }
}
