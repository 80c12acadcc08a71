namespace MeshReadiness.SampleTenant.Company;

internal enum DeviceKind
{
    Computer, Phone, Headset,
}

/// <summary>A device of a person, as the directory and, when managed, as the device management see it.</summary>
internal sealed record Device(int Number, Person Owner, DeviceKind Kind, Draw Draw)
{
    private static readonly (string Maker, string Model)[] Computers =
        [("Dell Inc.", "Latitude 7440"), ("LENOVO", "ThinkPad T14 Gen 4"), ("HP", "HP EliteBook 840 G10"), ("Microsoft Corporation", "Surface Laptop 6")];

    private static readonly (string Maker, string Model)[] Phones =
        [("Apple", "iPhone 15"), ("Apple", "iPhone 13"), ("samsung", "SM-S921B"), ("Google", "Pixel 8")];

    private static readonly (string Maker, string Model)[] Headsets =
        [("Oculus", "Quest 3"), ("Oculus", "Quest 2"), ("Oculus", "Quest Pro"), ("Oculus", "Quest 3"), ("Meta", "Quest 3")];

    public string Maker => Draw.Pick(Number, Topic.DeviceState, Choices).Maker;

    public string Model => Draw.Pick(Number, Topic.DeviceState, Choices).Model;

    public bool IsManaged => IsTidyHeadset || Draw.Below(Number, Topic.DeviceDates, 100) < Kind switch { DeviceKind.Computer => 94, DeviceKind.Phone => 62, _ => 45 };

    public bool IsCompliant => IsTidyHeadset || (IsManaged && Draw.Below(Number, Topic.DeviceId, 100) < 90);

    public string OperatingSystem => Kind switch
    {
        DeviceKind.Computer => "Windows",
        DeviceKind.Phone when Maker == "Apple" => "IPhone",
        _ => "Android",
    };

    public string Version => Kind switch
    {
        DeviceKind.Computer => Number % 4 == 0 ? "10.0.19045.4894" : "10.0.26100.4652",
        DeviceKind.Phone => Maker == "Apple" ? "18.5" : "15",
        _ => Number % 3 == 0 ? "12" : "14",
    };

    public string TrustType => Kind != DeviceKind.Computer || !IsManaged ? "Workplace" : Number % 5 == 0 ? "ServerAd" : "AzureAd";

    public string Name => Kind switch
    {
        DeviceKind.Computer => $"PC-{Number:D6}",
        DeviceKind.Phone => $"{Owner.Name.Given}'s {Model}",
        _ => $"{Model} {Number:D6}",
    };

    public string Ownership => IsManaged && (Kind != DeviceKind.Phone || Draw.Below(Number, Topic.DeviceTraits, 2) == 0) ? "Company" : "Personal";

    public string? EnrollmentProfile => !IsManaged ? null : Kind switch
    {
        DeviceKind.Computer => "Autopilot standard",
        DeviceKind.Headset => IsShared ? "Quest shared" : "Quest dedicated",
        _ => null,
    };

    public string ProfileType => IsShared && Number % 2 == 0 ? "Shared" : "RegisteredDevice";

    public string[] SystemLabels =>
    [
        .. Kind == DeviceKind.Computer && Draw.Below(Number, Topic.DeviceTraits, 50) == 0 ? ["M365Managed"] : Array.Empty<string>(),
        .. IsShared ? ["MultiUser"] : Array.Empty<string>(),
    ];

    public Guid DeviceId => Draw.NamedId($"device {Number}");

    public int DaysSinceSeen => Draw.Below(Number, Topic.DeviceDates, 1000) switch { < 800 => Number % 7, < 950 => Number % 45, _ => 120 + (Number % 200) };

    /// <summary>
    /// What the company notes on its devices: what they are for, and where. Some are noted on devices that nobody manages, where
    /// a policy doesn't see them.
    /// </summary>
    public string? Extension(int number) => (number, Kind) switch
    {
        (1, DeviceKind.Headset) => Draw.Below(Number, Topic.DeviceTags, 100) < 40 ? "Mesh pilot" : null,
        (1, DeviceKind.Computer) => Draw.Below(Number, Topic.DeviceTags, 100) < 3 ? "SAW" : null,
        (2, not DeviceKind.Phone) => Draw.Below(Number, Topic.DeviceTags, 10) < 3 ? Owner.Office.Name : null,
        _ => null,
    };

    private bool IsShared => Kind == DeviceKind.Headset && IsManaged && Draw.Below(Number, Topic.DeviceTraits, 10) < 6;

    private bool IsTidyHeadset => Kind == DeviceKind.Headset && Owner.Company.IsTidy;

    private (string Maker, string Model)[] Choices => Kind switch
    {
        DeviceKind.Computer => Computers,
        DeviceKind.Phone => Phones,
        _ => Headsets,
    };
}
