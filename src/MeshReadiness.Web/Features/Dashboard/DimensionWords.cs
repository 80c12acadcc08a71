using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;

namespace MeshReadiness.Web.Features.Dashboard;

/// <summary>Dimensions in words, on screen and in addresses.</summary>
internal static class DimensionWords
{
    /// <summary>The dimensions in the order in which they are offered.</summary>
    public static readonly Dimension[] All = [Dimension.Department, Dimension.Country, Dimension.Office, Dimension.UserType, Dimension.Product];

    /// <summary>The dimension of this name, whatever the capitals, and never as a number; <see langword="null"/> when there is none.</summary>
    public static Dimension? Parse(string? word) => All
        .Select(dimension => (Dimension?)dimension)
        .FirstOrDefault(dimension => dimension.ToString()!.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The dimension as addresses and requests write it.</summary>
    public static string Name(Dimension dimension) => dimension switch
    {
        Dimension.Department => "department",
        Dimension.Country => "country",
        Dimension.Office => "office",
        Dimension.UserType => "userType",
        _ => "product",
    };

    /// <summary>What one of its groups is.</summary>
    public static string One(Dimension dimension) => dimension switch
    {
        Dimension.Department => "Department",
        Dimension.Country => "Country",
        Dimension.Office => "Office",
        Dimension.UserType => "User type",
        _ => "Product",
    };

    /// <summary>What several of its groups are, inside a sentence.</summary>
    public static string Many(Dimension dimension) => dimension switch
    {
        Dimension.Department => "departments",
        Dimension.Country => "countries",
        Dimension.Office => "offices",
        Dimension.UserType => "user types",
        _ => "products",
    };

    /// <summary>What to choose it by.</summary>
    public static string Title(Dimension dimension) => dimension is Dimension.UserType ? "Members and guests" : One(dimension);

    /// <summary>People who belong to none of its groups.</summary>
    public static string Without(Dimension dimension) =>
        dimension is Dimension.Office ? "Office not set" : $"No {One(dimension).ToLowerInvariant()}";

    /// <summary>The people that an address asks for; <see langword="null"/> when it asks for more than one kind of group.</summary>
    public static PeopleSet? SetOf(string? department, string? country, string? office) => (department, country, office) switch
    {
        (null, null, null) => PeopleSet.Everybody,
        ({ } value, null, null) => new(Dimension.Department, value),
        (null, { } value, null) => new(Dimension.Country, value),
        (null, null, { } value) => new(Dimension.Office, value),
        _ => null,
    };
}
