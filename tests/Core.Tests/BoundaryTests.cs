using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tests;

public sealed class BoundaryTests
{
    [Fact]
    public void Core_references_nothing_but_the_runtime() => Assert.All(
        typeof(Problem).Assembly.GetReferencedAssemblies(),
        reference => Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name is "netstandard", reference.Name));

    [Fact]
    public void Playbooks_reference_nothing_but_core_and_the_runtime() => Assert.All(
        typeof(MeshReadiness.Playbooks.PlaybookReader).Assembly.GetReferencedAssemblies(),
        reference => Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name is "MeshReadiness.Core", reference.Name));

    [Fact]
    public void Imports_reference_nothing_but_core_the_csv_library_and_the_runtime() => Assert.All(
        typeof(MeshReadiness.Imports.ExportReader).Assembly.GetReferencedAssemblies(),
        reference => Assert.True(
            reference.Name!.StartsWith("System.", StringComparison.Ordinal) || reference.Name is "MeshReadiness.Core" or "CsvHelper", reference.Name));
}
