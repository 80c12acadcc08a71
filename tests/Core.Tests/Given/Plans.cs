namespace MeshReadiness.Core.Tests.Given;

/// <summary>The plans of the small playbook, and one that it doesn't ask for.</summary>
internal static class Plans
{
    public static readonly Guid Teams = new("57ff2da0-773e-42df-b2af-ffb7a2317929");
    public static readonly Guid Mesh = new("acbca54f-c771-423b-a476-6d7a98cbbcec");
    public static readonly Guid SharePoint = new("5dbe027f-2339-4123-9542-606e4d348a72");
    public static readonly Guid OneDrive = new("4495894f-534f-41ca-9d3b-0ebf1220a423");
    public static readonly Guid Other = new("113feb6c-3fe4-4440-bddc-54d774bf0318");
}
