using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class PermissionsDocumentTests
{
    [Fact]
    public void The_document_lists_exactly_what_the_portal_asks_for_and_which_checks_need_it()
    {
        var rows = File.ReadLines(Sources.File("docs", "permissions.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(GraphPermissions.All.Select(one => $"| `{one.Name}` | `GET {one.Endpoint}` | {Checks(one.Topic)} | {one.Purpose} |"), rows);
    }

    [Fact]
    public void Every_part_of_a_tenant_has_its_permission() =>
        Assert.Empty(Enum.GetValues<TenantTopic>().Except(GraphPermissions.All.Select(one => one.Topic)));

    [Fact]
    public void Every_permission_is_read_only() =>
        Assert.All(GraphPermissions.All, one => Assert.Matches(@"^\w+\.Read\.(All|Directory)$", one.Name));

    [Fact]
    public void The_document_says_that_nothing_is_written() =>
        Assert.Contains("Nothing is ever written to the tenant.", File.ReadAllText(Sources.File("docs", "permissions.md")), StringComparison.Ordinal);

    private static string Checks(TenantTopic topic) => CheckRules.All.Values.Where(check => check.Needs.Contains(topic))
        .Select(check => $"`{check.Id}`").Order(StringComparer.Ordinal).ToList() is { Count: > 0 } ids ? string.Join(", ", ids) : "none";
}
