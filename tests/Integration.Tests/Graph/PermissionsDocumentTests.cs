using MeshReadiness.Graph;

namespace MeshReadiness.Integration.Tests.Graph;

public sealed class PermissionsDocumentTests
{
    [Fact]
    public void The_document_lists_exactly_what_the_portal_asks_for()
    {
        var rows = File.ReadLines(Sources.File("docs", "permissions.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(GraphPermissions.All.Select(one => $"| `{one.Name}` | `GET {one.Endpoint}` | {one.Purpose} |"), rows);
    }

    [Fact]
    public void Every_permission_is_read_only() =>
        Assert.All(GraphPermissions.All, one => Assert.EndsWith(".Read.All", one.Name, StringComparison.Ordinal));

    [Fact]
    public void The_document_says_that_nothing_is_written() =>
        Assert.Contains("Nothing is ever written to the tenant.", File.ReadAllText(Sources.File("docs", "permissions.md")), StringComparison.Ordinal);
}
