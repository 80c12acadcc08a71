using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>Reads sign-ins and devices that somebody has written down as JSON. Any part may be left out.</summary>
public static class ScenarioReader
{
    /// <summary>Reads a sign-in; a problem names the property and what belongs there.</summary>
    public static Result<SignIn> ReadSignIn(JsonElement scenario) => Catch(scenario, SignInOf);

    /// <summary>Reads a device; a problem names the property and what belongs there.</summary>
    public static Result<FilterDevice> ReadDevice(JsonElement device) => Catch(device, DeviceOf);

    private static Result<T> Catch<T>(JsonElement json, Func<FactPart, T> read)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return new Problem(ProblemKind.Invalid, "An object was expected.");
        }

        try
        {
            return read(new(json, ""));
        }
        catch (FactMistakeException mistake)
        {
            return new Problem(ProblemKind.Invalid, mistake.Message);
        }
    }

    private static SignIn SignInOf(FactPart scenario)
    {
        var (user, device, place, trust) = (scenario.Part("user"), scenario.Part("device"), scenario.Part("location"), scenario.Part("crossTenantTrust"));
        var hardware = DeviceOf(device);

        return new()
        {
            UserId = user.Text("id"),
            UserType = user.Text("userType"),
            ExternalUserType = user.Text("externalUserType"),
            HomeTenantId = user.Text("homeTenantId"),
            GroupIds = user.Set("groupIds"),
            RoleTemplateIds = user.Set("roleTemplateIds"),
            Target = TargetOf(scenario.Part("resource")),
            ClientAppType = scenario.Text("clientAppType"),
            Platform = device.Text("platform"),
            Device = hardware,
            IsHeadset = hardware.IsHeadset,
            NamedLocationIds = place.Set("namedLocationIds"),
            IsTrustedLocation = place.Flag("trusted"),
            SignInRisk = scenario.Text("signInRisk"),
            UserRisk = scenario.Text("userRisk"),
            InsiderRisk = scenario.Text("insiderRisk"),
            AuthenticationFlow = scenario.Text("authenticationFlow"),
            Satisfied = scenario.Set("satisfied"),
            AuthenticationStrengthIds = scenario.Set("authenticationStrengthIds"),
            TrustsMfa = trust.Flag("mfa"),
            TrustsCompliantDevice = trust.Flag("compliantDevice"),
            TrustsHybridJoinedDevice = trust.Flag("hybridJoinedDevice"),
        };
    }

    private static SignInTarget? TargetOf(FactPart resource) =>
        resource.Text("appId").Value is { } app ? new(SignInTargetKind.Application, app)
        : resource.Text("userAction").Value is { } action ? new(SignInTargetKind.UserAction, action)
        : resource.Text("authenticationContext").Value is { } context ? new(SignInTargetKind.AuthenticationContext, context)
        : null;

    // Whether the device is compliant stands beside its properties, and there alone.
    private static FilterDevice DeviceOf(FactPart device)
    {
        const string Compliant = "isCompliant";
        var properties = FilterDevice.NoProperties
            .SetItems(device.Part("properties").Properties(DeviceProperty.All.Select(property => property.Name)))
            .Remove(Compliant);

        return new(device.Flag("registered"), device.Flag("managed"), device.IsNull("compliant") ? properties.SetItem(Compliant, []) : device.Flag("compliant") switch
        {
            Truth.Yes => properties.SetItem(Compliant, [bool.TrueString]),
            Truth.No => properties.SetItem(Compliant, [bool.FalseString]),
            _ => properties,
        });
    }
}
