namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Conditional Access, understood: what policies do, why, and what would happen were they different. Nothing is ever changed in a tenant.</summary>
internal static class ConditionalAccessFeature
{
    public static IServiceCollection AddConditionalAccess(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ConditionalAccessOptions>().BindConfiguration(ConditionalAccessOptions.Section).ValidateDataAnnotations();
        return services.AddSingleton<PolicyShelf>().AddSingleton<MovedPeople>();
    }
}
