using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Makes rows of facts and facts of rows.</summary>
internal static class PeopleRows
{
    public static PersonRecord ToRecord(Guid snapshotId, PersonEntry entry, string licenceSet)
    {
        var user = entry.User;

        return new()
        {
            SnapshotId = snapshotId,
            Id = user.Id,
            DisplayName = user.DisplayName,
            UserPrincipalName = user.UserPrincipalName,
            Mail = user.Mail,
            AccountEnabled = user.AccountEnabled,
            UserType = user.UserType,
            Invitation = user.Invitation,
            UsageLocation = user.UsageLocation,
            Department = user.Department,
            JobTitle = user.JobTitle,
            OfficeLocation = user.OfficeLocation,
            Country = user.Country,
            Footprint = FootprintKeys.Of(entry.Footprint),
            LicenceSet = licenceSet,
            SearchText = SearchWords.Of(user),
            IsNameless = string.IsNullOrWhiteSpace(user.DisplayName),
            SortName = SearchWords.Beginning(user.DisplayName),
        };
    }

    public static UserFacts ToFacts(PersonRecord person, string licenceSet)
    {
        var holds = Data.LicenceSet.Read(licenceSet);

        return new()
        {
            Id = person.Id,
            DisplayName = person.DisplayName,
            UserPrincipalName = person.UserPrincipalName,
            Mail = person.Mail,
            AccountEnabled = person.AccountEnabled,
            UserType = person.UserType,
            Invitation = person.Invitation,
            UsageLocation = person.UsageLocation,
            Department = person.Department,
            JobTitle = person.JobTitle,
            OfficeLocation = person.OfficeLocation,
            Country = person.Country,
            AssignedLicenses = holds.Licences,
            AssignedPlans = holds.Plans,
            LicenseAssignmentStates = holds.Assignments,
        };
    }
}
