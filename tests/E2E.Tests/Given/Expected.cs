namespace MeshReadiness.E2E.Tests.Given;

/// <summary>The sample tenant's own arithmetic.</summary>
public sealed record Expected(ExpectedPeople People, IReadOnlyList<ExpectedProduct> Products, IReadOnlyList<ExpectedDepartment> Departments, IReadOnlyList<ExpectedFact> Facts);

/// <summary>Everybody in the directory.</summary>
public sealed record ExpectedPeople(int Total);

/// <summary>A product's seats.</summary>
public sealed record ExpectedProduct(string SkuPartNumber, int Enabled, int Consumed);

/// <summary>How many people the directory has in a department, or in none.</summary>
public sealed record ExpectedDepartment(string? Department, int People);

/// <summary>How many people have the same account state, user type and plans.</summary>
public sealed record ExpectedFact(bool? AccountEnabled, string? UserType, IReadOnlyDictionary<Guid, string> Plans, int People);
