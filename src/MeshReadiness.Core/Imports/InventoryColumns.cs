namespace MeshReadiness.Core.Imports;

/// <summary>The columns of a device inventory, as people read them. Spaces, case and other marks in their names don't count.</summary>
public static class InventoryColumns
{
    /// <summary>The device's name.</summary>
    public const string Name = "Device name";

    /// <summary>Its maker.</summary>
    public const string Manufacturer = "Manufacturer";

    /// <summary>Its model.</summary>
    public const string Model = "Model";

    /// <summary>Its processor cores.</summary>
    public const string Cores = "Processor cores";

    /// <summary>Its memory; the unit stands in the name.</summary>
    public const string Memory = "Memory (GB)";

    /// <summary>Whether device management knows it.</summary>
    public const string Managed = "Managed";

    /// <summary>Whether it is as the company's rules want it.</summary>
    public const string Compliant = "Compliant";

    /// <summary>The version of an app on it.</summary>
    public static string OfApp(string app) => $"{app} app version";
}
