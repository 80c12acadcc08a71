using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.ConditionalAccess.Filters;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.Policies;

/// <summary>Reads policies as Graph tells them. What it doesn't model stays in the policy and is named.</summary>
public static class PolicyReader
{
    private static readonly string[] SessionControlNames =
    [
        "applicationEnforcedRestrictions", "cloudAppSecurity", "signInFrequency", "persistentBrowser", "disableResilienceDefaults", "secureSignInSession",
    ];

    /// <summary>Reads one policy.</summary>
    /// <returns>The policy; or a problem that names the property and what belongs there.</returns>
    public static Result<ConditionalAccessPolicy> Read(JsonElement policy)
    {
        var root = new PolicyPart(policy, "", new());

        if (policy.ValueKind is not JsonValueKind.Object || !root.Has("conditions"))
        {
            return new Problem(ProblemKind.Invalid, "It is no Conditional Access policy: an object with \"conditions\" was expected.");
        }

        var read = Read(root, policy.Clone());
        return root.Findings.Mistake is { } mistake ? new Problem(ProblemKind.Invalid, mistake) : read with { Unmodelled = [.. root.Findings.Unmodelled] };
    }

    /// <summary>Reads a policy that a scan has stored.</summary>
    public static Result<ConditionalAccessPolicy> Read(ConditionalAccessPolicyFacts policy)
    {
        using var json = JsonDocument.Parse(policy.Json);
        return Read(json.RootElement);
    }

    private static ConditionalAccessPolicy Read(PolicyPart root, JsonElement source)
    {
        var conditions = root.Part("conditions");
        var session = root.Part("sessionControls");
        root.Ignore("createdDateTime", "modifiedDateTime", "deletedDateTime", "description", "templateId", "partialEnablementStrategy");

        var policy = new ConditionalAccessPolicy
        {
            Id = root.Text("id"),
            DisplayName = root.Text("displayName"),
            State = State(root.Text("state")),
            Users = Users(conditions.Part("users")),
            Workload = Workload(conditions),
            Resources = Resources(conditions.Part("applications")),
            ClientAppTypes = conditions.Texts("clientAppTypes"),
            Platforms = Pair(conditions.Part("platforms"), "includePlatforms", "excludePlatforms"),
            Locations = Pair(conditions.Part("locations"), "includeLocations", "excludeLocations"),
            Filter = Filter(conditions.Part("devices")),
            SignInRiskLevels = conditions.Texts("signInRiskLevels"),
            UserRiskLevels = conditions.Texts("userRiskLevels"),
            InsiderRiskLevels = conditions.Flags("insiderRiskLevels"),
            TransferMethods = Flows(conditions.Part("authenticationFlows")),
            Grant = Grant(root.Part("grantControls")),
            SessionControls = [.. SessionControlNames.Where(session.Has)],
            Source = source,
        };

        session.Ignore(SessionControlNames);
        session.NameTheRest();
        conditions.NameTheRest();
        root.NameTheRest();
        return policy;
    }

    /// <summary>A policy's state from Graph's word for it.</summary>
    public static PolicyState State(string? text) => text?.ToUpperInvariant() switch
    {
        "ENABLED" => PolicyState.Enabled,
        "DISABLED" => PolicyState.Disabled,
        "ENABLEDFORREPORTINGBUTNOTENFORCED" => PolicyState.ReportOnly,
        _ => PolicyState.Unrecognised,
    };

    private static UserCondition Users(PolicyPart users)
    {
        var condition = new UserCondition(
            new(users.Texts("includeUsers"), users.Texts("excludeUsers")),
            new(users.Texts("includeGroups"), users.Texts("excludeGroups")),
            new(users.Texts("includeRoles"), users.Texts("excludeRoles")),
            Guests(users.Part("includeGuestsOrExternalUsers")),
            Guests(users.Part("excludeGuestsOrExternalUsers")));
        users.NameTheRest();
        return condition;
    }

    private static GuestCondition? Guests(PolicyPart guests)
    {
        if (!guests.IsThere)
        {
            return null;
        }

        var tenants = guests.Part("externalTenants");
        var kind = tenants.Text("membershipKind");
        var members = tenants.Texts("members");
        var areAll = kind is null ? members.IsEmpty : Same(kind, "all");
        var condition = new GuestCondition(WithoutNone(guests.Flags("guestOrExternalUserTypes")), areAll ? null : members);

        if (kind is not null && !areAll && !Same(kind, "enumerated"))
        {
            tenants.Name("membershipKind");
        }

        tenants.NameTheRest();
        guests.NameTheRest();
        return condition;
    }

    private static WorkloadCondition? Workload(PolicyPart conditions)
    {
        var clients = conditions.Part("clientApplications");
        var condition = new WorkloadCondition(
            new(clients.Texts("includeServicePrincipals"), clients.Texts("excludeServicePrincipals")),
            conditions.Texts("servicePrincipalRiskLevels"),
            clients.Has("servicePrincipalFilter"));
        clients.NameTheRest();
        return condition is { ServicePrincipals: { Include: [], Exclude: [] }, RiskLevels: [], HasFilter: false } ? null : condition;
    }

    private static ResourceCondition Resources(PolicyPart applications)
    {
        var condition = new ResourceCondition(
            new(applications.Texts("includeApplications"), applications.Texts("excludeApplications")),
            applications.Texts("includeUserActions"),
            applications.Texts("includeAuthenticationContextClassReferences"),
            applications.Has("applicationFilter"));
        applications.Ignore("applicationFilter");
        applications.NameTheRest();
        return condition;
    }

    private static DeviceFilter? Filter(PolicyPart devices)
    {
        var filter = devices.Part("deviceFilter");
        var (mode, text) = (filter.Text("mode"), filter.Text("rule"));
        var excludes = Same(mode, "exclude");

        if (text is not null && !excludes && !Same(mode, "include"))
        {
            filter.Name("mode");
        }

        filter.NameTheRest();
        devices.NameTheRest();

        return text is null ? null
            : FilterParser.TryParse(text, out var rule, out var error) ? new(excludes, text, rule, null)
            : new(excludes, text, null, error);
    }

    private static ImmutableArray<string> Flows(PolicyPart flows)
    {
        var methods = flows.Flags("transferMethods");
        flows.NameTheRest();
        return WithoutNone(methods);
    }

    private static GrantControls? Grant(PolicyPart grant)
    {
        if (!grant.IsThere)
        {
            return null;
        }

        // Of a strength the id decides; what it allows stands beside it when Graph was asked to.
        var strength = grant.Part("authenticationStrength");
        var strengthId = strength.Text("id");
        var isNameless = strengthId is null && grant.Has("authenticationStrength");

        if (isNameless)
        {
            grant.Name("authenticationStrength");
        }

        var controls = new GrantControls(
            !Same(grant.Text("operator"), "OR"),
            [
                .. grant.Texts("builtInControls"),
                .. strengthId is null ? ImmutableArray<string>.Empty : [GrantControls.Strength + strengthId],
                .. grant.Texts("termsOfUse").Select(id => GrantControls.Terms + id),
                .. grant.Texts("customAuthenticationFactors").Select(id => GrantControls.Custom + id),
            ],
            grant.NameTheRest() || isNameless);
        return controls;
    }

    private static ImmutableArray<string> WithoutNone(ImmutableArray<string> flags) => [.. flags.Where(flag => !Same(flag, "none"))];

    private static bool Same(string? one, string other) => other.Equals(one, StringComparison.OrdinalIgnoreCase);

    private static IncludeExclude? Pair(PolicyPart part, string include, string exclude)
    {
        if (!part.IsThere)
        {
            return null;
        }

        var pair = new IncludeExclude(part.Texts(include), part.Texts(exclude));
        part.NameTheRest();
        return pair.Include.IsEmpty && pair.Exclude.IsEmpty ? null : pair;
    }
}
