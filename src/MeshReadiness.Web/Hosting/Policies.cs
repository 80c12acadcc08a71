using Microsoft.AspNetCore.Authorization;

namespace MeshReadiness.Web.Hosting;

/// <summary>The Entra app roles, as they stand in the token.</summary>
internal static class Roles
{
    public const string Admin = "Admin";
    public const string Executive = "Executive";
    public const string HelpDesk = "HelpDesk";
}

/// <summary>Who may see what. Each page and endpoint names one of these; what names none asks for any signed-in person.</summary>
internal static class Policies
{
    /// <summary>The rollout, licences and everything that can be changed.</summary>
    public const string Administer = nameof(Administer);

    /// <summary>Numbers without names.</summary>
    public const string ReadNumbers = nameof(ReadNumbers);

    /// <summary>Single people and their verdicts.</summary>
    public const string FindPeople = nameof(FindPeople);

    /// <summary>Anybody with at least one of the roles.</summary>
    public const string AnyRole = nameof(AnyRole);

    public static IServiceCollection AddPolicies(this IServiceCollection services) => services.AddAuthorization(options =>
    {
        options.AddPolicy(Administer, policy => policy.RequireRole(Roles.Admin));
        options.AddPolicy(ReadNumbers, policy => policy.RequireRole(Roles.Admin, Roles.Executive));
        options.AddPolicy(FindPeople, policy => policy.RequireRole(Roles.Admin, Roles.HelpDesk));
        options.AddPolicy(AnyRole, policy => policy.RequireRole(Roles.Admin, Roles.Executive, Roles.HelpDesk));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    });
}
