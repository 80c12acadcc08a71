using Microsoft.EntityFrameworkCore;
using Microsoft.Graph.Models;

namespace MeshReadiness.Benchmarks.Scanning;

/// <summary>The database that one would write down first: a table of people, one of licences, one of plans.</summary>
internal sealed class UsualContext(string file) : DbContext
{
    public DbSet<UsualUser> Users => Set<UsualUser>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={file}");
}

/// <summary>A person.</summary>
internal sealed class UsualUser
{
    public required string Id { get; init; }

    public string? DisplayName { get; init; }

    public string? UserPrincipalName { get; init; }

    public string? Mail { get; init; }

    public bool? AccountEnabled { get; init; }

    public string? UserType { get; init; }

    public string? UsageLocation { get; init; }

    public string? ExternalUserState { get; init; }

    public string? Department { get; init; }

    public string? JobTitle { get; init; }

    public string? OfficeLocation { get; init; }

    public string? Country { get; init; }

    public List<UsualLicence> Licences { get; init; } = [];

    public List<UsualPlan> Plans { get; init; } = [];

    public static UsualUser Of(User user) => new()
    {
        Id = user.Id!,
        DisplayName = user.DisplayName,
        UserPrincipalName = user.UserPrincipalName,
        Mail = user.Mail,
        AccountEnabled = user.AccountEnabled,
        UserType = user.UserType,
        UsageLocation = user.UsageLocation,
        ExternalUserState = user.ExternalUserState,
        Department = user.Department,
        JobTitle = user.JobTitle,
        OfficeLocation = user.OfficeLocation,
        Country = user.Country,
        Licences = [.. (user.LicenseAssignmentStates ?? []).Select(state => new UsualLicence
        {
            SkuId = state.SkuId,
            AssignedByGroup = state.AssignedByGroup,
            State = state.State,
            Error = state.Error,
            DisabledPlans = string.Join(',', state.DisabledPlans ?? []),
        })],
        Plans = [.. (user.AssignedPlans ?? []).Select(plan => new UsualPlan
        {
            ServicePlanId = plan.ServicePlanId,
            Service = plan.Service,
            CapabilityStatus = plan.CapabilityStatus,
        })],
    };
}

/// <summary>A licence of a person, and how it came.</summary>
internal sealed class UsualLicence
{
    public int Id { get; init; }

    public Guid? SkuId { get; init; }

    public string? AssignedByGroup { get; init; }

    public string? State { get; init; }

    public string? Error { get; init; }

    public string? DisabledPlans { get; init; }
}

/// <summary>A service plan of a person.</summary>
internal sealed class UsualPlan
{
    public int Id { get; init; }

    public Guid? ServicePlanId { get; init; }

    public string? Service { get; init; }

    public string? CapabilityStatus { get; init; }
}
