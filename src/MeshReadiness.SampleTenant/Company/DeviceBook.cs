namespace MeshReadiness.SampleTenant.Company;

internal sealed class DeviceBook(Tenant tenant)
{
    public Tenant Tenant => tenant;
}
