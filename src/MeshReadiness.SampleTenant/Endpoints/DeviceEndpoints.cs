using System.Text.Json.Nodes;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Devices as the directory knows them, and as the device management does.</summary>
internal static class DeviceEndpoints
{
    private static readonly DeviceShape Devices = new(ToJson);

    private static readonly JsonShape Managed = new(
        "deviceManagement/managedDevices", "managedDevice",
        "userId deviceName managedDeviceOwnerType enrolledDateTime lastSyncDateTime operatingSystem complianceState jailBroken managementAgent osVersion " +
        "easActivated easDeviceId easActivationDateTime azureADRegistered deviceEnrollmentType emailAddress azureADDeviceId deviceRegistrationState " +
        "deviceCategoryDisplayName isSupervised exchangeLastSuccessfulSyncDateTime exchangeAccessState exchangeAccessStateReason isEncrypted " +
        "userPrincipalName model manufacturer imei complianceGracePeriodExpirationDateTime serialNumber phoneNumber androidSecurityPatchLevel " +
        "userDisplayName wiFiMacAddress subscriberCarrier meid totalStorageSpaceInBytes freeStorageSpaceInBytes managedDeviceName " +
        "partnerReportedThreatState physicalMemoryInBytes ethernetMacAddress notes iccid udid enrollmentProfileName");

    public static void Map(Router router)
    {
        router.Get("devices", call => Collections.WriteAsync(call, Devices, Directory(call.Tenant), CollectionRules.Directory));
        router.Get("devices/$count", call => Collections.WriteCountAsync(
            call, Devices, Directory(call.Tenant), () => call.Tenant.Devices.From(0).LongCount()));
        router.Get("devices/{id}", call => Collections.WriteOneAsync(call, Devices, (call.Tenant, Device(call))));
        router.Get("devices/{id}/registeredOwners", Owner);
        router.Get("devices/{id}/registeredUsers", Owner);
        router.Get("users/{id}/registeredDevices", OfPerson);
        router.Get("users/{id}/ownedDevices", OfPerson);
        router.Get("deviceManagement/managedDevices", call => Collections.WriteAsync(
            call,
            Managed,
            from => call.Tenant.Devices.From(from).Where(entry => entry.Item.IsManaged).Select(entry => (entry.Cursor, ToManaged(call.Tenant, entry.Item))),
            CollectionRules.Plain));
    }

    private static Device Device(GraphCall call) => call.Tenant.Devices.Find(call["id"]) ?? throw GraphException.NotFound(call["id"]);

    private static Task Owner(GraphCall call) => Collections.WriteAsync(
        call, MixedShape.Instance, Collections.Of<object>([Device(call).Owner]), CollectionRules.Directory);

    private static Task OfPerson(GraphCall call) => Collections.WriteAsync<object>(
        call, MixedShape.Instance,
        Collections.Of<object>([.. call.Tenant.Devices.Of(UserEndpoints.Person(call)).Select(device => Typed(ToJson(call.Tenant, device)))]),
        CollectionRules.Directory);

    private static Source<(Tenant, Device)> Directory(Tenant tenant) =>
        from => tenant.Devices.From(from).Select(entry => (entry.Cursor, (tenant, entry.Item)));

    private static JsonObject Typed(JsonObject device)
    {
        device.Insert(0, "@odata.type", "#microsoft.graph.device");
        return device;
    }

    private static JsonObject ToJson(Tenant tenant, Device device) => new()
    {
        ["id"] = tenant.Devices.IdOf(device),
        ["deletedDateTime"] = null,
        ["accountEnabled"] = device.Owner.AccountEnabled != false,
        ["approximateLastSignInDateTime"] = Instants.Text(tenant.DaysAgo(device.DaysSinceSeen)),
        ["complianceExpirationDateTime"] = null,
        ["createdDateTime"] = "2025-01-20T10:00:00Z",
        ["deviceCategory"] = null,
        ["deviceId"] = device.DeviceId,
        ["deviceMetadata"] = null,
        ["deviceOwnership"] = device.Ownership,
        ["deviceVersion"] = 2,
        ["displayName"] = device.Name,
        ["enrollmentProfileName"] = device.EnrollmentProfile,
        ["extensionAttributes"] = new JsonObject(Enumerable.Range(1, 15)
            .Select(number => KeyValuePair.Create<string, JsonNode?>($"extensionAttribute{number}", device.Extension(number)))),
        ["isCompliant"] = device.IsManaged ? device.IsCompliant : null,
        ["isManaged"] = DeviceFields.IsManaged(tenant, device),
        ["isRooted"] = null,
        ["managementType"] = device.IsManaged ? "MDM" : null,
        ["manufacturer"] = device.Maker,
        ["mdmAppId"] = DeviceFields.MdmAppId(device),
        ["model"] = device.Model,
        ["operatingSystem"] = device.OperatingSystem,
        ["operatingSystemVersion"] = device.Version,
        ["physicalIds"] = new JsonArray($"[GID]:g:{device.DeviceId:N}"),
        ["profileType"] = device.ProfileType,
        ["registrationDateTime"] = "2025-01-20T10:00:00Z",
        ["systemLabels"] = new JsonArray([.. device.SystemLabels.Select(label => JsonValue.Create(label))]),
        ["trustType"] = device.TrustType,
    };

    private static JsonObject ToManaged(Tenant tenant, Device device) => new()
    {
        ["id"] = tenant.Draw.NamedId($"managed {device.Number}"),
        ["userId"] = device.Owner.Id.ToString(),
        ["deviceName"] = device.Name,
        ["managedDeviceOwnerType"] = device.Kind == DeviceKind.Phone ? "personal" : "company",
        ["enrolledDateTime"] = "2025-01-20T10:05:00Z",
        ["lastSyncDateTime"] = Instants.Text(tenant.DaysAgo(device.DaysSinceSeen)),
        ["operatingSystem"] = device.OperatingSystem == "IPhone" ? "iOS" : device.OperatingSystem,
        ["complianceState"] = device.IsCompliant ? "compliant" : device.Number % 2 == 0 ? "noncompliant" : "inGracePeriod",
        ["jailBroken"] = "Unknown",
        ["managementAgent"] = "mdm",
        ["osVersion"] = device.Version,
        ["azureADRegistered"] = true,
        ["azureADDeviceId"] = device.DeviceId.ToString(),
        ["deviceEnrollmentType"] = device.Kind == DeviceKind.Computer ? "windowsAzureADJoin" : "userEnrollment",
        ["isEncrypted"] = device.Kind == DeviceKind.Computer,
        ["userPrincipalName"] = device.Owner.Name.Principal,
        ["userDisplayName"] = device.Owner.Name.Display,
        ["model"] = device.Model,
        ["manufacturer"] = device.Maker,
        ["serialNumber"] = $"SN{device.Number:D8}",
        ["physicalMemoryInBytes"] = device.Kind == DeviceKind.Computer ? (device.Number % 6 == 0 ? 8L : 16L) * 1024 * 1024 * 1024 : 0L,
    };
}
