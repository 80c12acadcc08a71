namespace MeshReadiness.SampleTenant.Company;

/// <summary>A group: who is in it is a question to ask of a person, not a list to keep.</summary>
internal sealed record Group(Guid Id, string Name, Func<Person, bool> Includes)
{
    public string? Description { get; init; }

    public bool IsUnified { get; init; }

    public bool IsTeam { get; init; }

    public bool IsRoleAssignable { get; init; }

    public string Visibility { get; init; } = "Private";

    /// <summary>Between which positions its people are found, where that is known.</summary>
    public (int First, int End)? Span { get; init; }

    public IReadOnlyList<Guid> Nested { get; init; } = [];

    public IReadOnlyList<Assignment> Gives { get; init; } = [];
}
