using MeshReadiness.Core.Readiness;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>Dimensions in words, on screen and in addresses.</summary>
internal static class DimensionWords
{
    /// <summary>The dimensions in the order in which they are offered.</summary>
    public static readonly Dimension[] All = [Dimension.Department, Dimension.Country, Dimension.UserType, Dimension.Product];

    /// <summary>The dimension of this name, whatever the capitals, and never as a number; <see langword="null"/> when there is none.</summary>
    public static Dimension? Parse(string? word) => All
        .Select(dimension => (Dimension?)dimension)
        .FirstOrDefault(dimension => dimension.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The dimension as addresses and requests write it.</summary>
    public static string Name(Dimension dimension) => dimension switch
    {
        Dimension.Department => "department",
        Dimension.Country => "country",
        Dimension.UserType => "userType",
        _ => "product",
    };

    /// <summary>What one of its groups is.</summary>
    public static string One(Dimension dimension) => dimension switch
    {
        Dimension.Department => "Department",
        Dimension.Country => "Country",
        Dimension.UserType => "User type",
        _ => "Product",
    };

    /// <summary>What several of its groups are, inside a sentence.</summary>
    public static string Many(Dimension dimension) => dimension switch
    {
        Dimension.Department => "departments",
        Dimension.Country => "countries",
        Dimension.UserType => "user types",
        _ => "products",
    };

    /// <summary>What to choose it by.</summary>
    public static string Title(Dimension dimension) => dimension is Dimension.UserType ? "Members and guests" : One(dimension);

    /// <summary>People who belong to none of its groups.</summary>
    public static string Without(Dimension dimension) => $"No {One(dimension).ToLowerInvariant()}";
}
