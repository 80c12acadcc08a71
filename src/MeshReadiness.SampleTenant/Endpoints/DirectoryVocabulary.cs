namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>Names that Graph knows on its directory types, whether or not this tenant has a value for them.</summary>
internal static class DirectoryVocabulary
{
    public static readonly IReadOnlySet<string> User = Set(
        "aboutMe accountEnabled ageGroup assignedLicenses assignedPlans authorizationInfo birthday businessPhones city companyName " +
        "consentProvidedForMinor country createdDateTime creationType customSecurityAttributes deletedDateTime department displayName " +
        "employeeHireDate employeeId employeeLeaveDateTime employeeOrgData employeeType externalUserState externalUserStateChangeDateTime " +
        "faxNumber givenName hireDate id identities imAddresses interests isManagementRestricted isResourceAccount jobTitle " +
        "lastPasswordChangeDateTime legalAgeGroupClassification licenseAssignmentStates mail mailboxSettings mailNickname manager memberOf " +
        "mobilePhone mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes " +
        "onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors onPremisesSamAccountName " +
        "onPremisesSecurityIdentifier onPremisesSyncEnabled onPremisesUserPrincipalName otherMails passwordPolicies passwordProfile " +
        "pastProjects postalCode preferredDataLocation preferredLanguage preferredName print provisionedPlans proxyAddresses " +
        "responsibilities schools securityIdentifier serviceProvisioningErrors showInAddressList signInActivity " +
        "signInSessionsValidFromDateTime skills state streetAddress surname transitiveMemberOf usageLocation userPrincipalName userType");

    public const string Group =
        "id displayName description groupTypes securityEnabled mailEnabled mail mailNickname visibility createdDateTime renewedDateTime " +
        "expirationDateTime classification membershipRule membershipRuleProcessingState isAssignableToRole assignedLicenses assignedLabels " +
        "licenseProcessingState hasMembersWithLicenseErrors resourceProvisioningOptions resourceBehaviorOptions onPremisesSyncEnabled " +
        "onPremisesLastSyncDateTime onPremisesSecurityIdentifier onPremisesSamAccountName onPremisesDomainName onPremisesNetBiosName " +
        "onPremisesProvisioningErrors proxyAddresses preferredDataLocation preferredLanguage theme securityIdentifier deletedDateTime " +
        "creationOptions isArchived isManagementRestricted uniqueName allowExternalSenders autoSubscribeNewMembers hideFromAddressLists " +
        "hideFromOutlookClients isSubscribedByMail unseenCount serviceProvisioningErrors members owners memberOf transitiveMembers transitiveMemberOf";

    public const string Device =
        "id deviceId displayName manufacturer model operatingSystem operatingSystemVersion isManaged isCompliant isRooted trustType profileType " +
        "deviceOwnership deviceCategory deviceMetadata deviceVersion enrollmentProfileName enrollmentType mdmAppId managementType physicalIds " +
        "systemLabels accountEnabled approximateLastSignInDateTime registrationDateTime complianceExpirationDateTime alternativeSecurityIds " +
        "alternativeNames onPremisesSyncEnabled onPremisesLastSyncDateTime onPremisesSecurityIdentifier isManagementRestricted deletedDateTime " +
        "registeredOwners registeredUsers memberOf transitiveMemberOf extensionAttributes createdDateTime hostnames domainName";

    private static readonly Dictionary<string, string> Spelling = User.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public static string Spell(string property) => Spelling.GetValueOrDefault(property, property);

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
