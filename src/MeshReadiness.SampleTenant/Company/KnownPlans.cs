namespace MeshReadiness.SampleTenant.Company;

/// <summary>The plans that decide about Mesh; the tenant's own expectations are told by them.</summary>
internal static class KnownPlans
{
    public static readonly Guid Teams = new("57ff2da0-773e-42df-b2af-ffb7a2317929");
    public static readonly Guid Avatars = new("dcf9d2f4-772e-4434-b757-77a453cfbc02");
    public static readonly Guid AvatarsAdditional = new("3efbd4ed-8958-4824-8389-1321f8730af8");
    public static readonly Guid Immersive = new("f0ff6ac6-297d-49cd-be34-6dfef97f0c28");
    public static readonly Guid Mesh = new("acbca54f-c771-423b-a476-6d7a98cbbcec");

    public static readonly IReadOnlyList<Guid> OfInterest =
    [
        Teams, Avatars, AvatarsAdditional, Immersive, Mesh,
        new("efb87545-963c-4e0d-99df-69c6916d9eb0"), new("9aaf7827-d63c-4b61-89c3-182f06f82e5c"),
        new("4a82b400-a79f-41a4-b4e2-e94f5787b113"), new("1126bef5-da20-4f07-b45e-ad25d2581aa8"),
        new("5dbe027f-2339-4123-9542-606e4d348a72"), new("c7699d2e-19aa-44de-8edf-1736da088ca1"),
        new("902b47e5-dcb2-4fdc-858b-c63a90a2bdb9"), new("4495894f-534f-41ca-9d3b-0ebf1220a423"),
        new("da792a53-cbc0-4184-a10d-e544dd34b3c1"), new("13696edf-5a08-49f6-8134-03083ed8ba30"),
        new("afcafa6a-d966-4462-918c-ec0b4e0fe642"),
    ];
}
