namespace MeshReadiness.E2E.Tests.Given;

/// <summary>The sample tenant's own arithmetic.</summary>
public sealed record Expected(
    ExpectedPeople People,
    IReadOnlyList<ExpectedProduct> Products,
    IReadOnlyList<ExpectedGroup> Departments,
    IReadOnlyList<ExpectedGroup> Countries,
    IReadOnlyList<ExpectedGroup> Offices,
    IReadOnlyList<ExpectedFact> Facts);

/// <summary>Everybody in the directory.</summary>
public sealed record ExpectedPeople(int Total);

/// <summary>A product's seats.</summary>
public sealed record ExpectedProduct(string SkuPartNumber, int Enabled, int Consumed);

/// <summary>How many people the directory has in a department, a country or an office, or in none.</summary>
public sealed record ExpectedGroup(string? Department, string? Country, string? Office, int People)
{
    /// <summary>Which one.</summary>
    public string? Name => Department ?? Country ?? Office;
}

/// <summary>How many people have the same account state, user type, invitation and plans.</summary>
public sealed record ExpectedFact(bool? AccountEnabled, string? UserType, string? ExternalUserState, IReadOnlyDictionary<Guid, string> Plans, int People);
