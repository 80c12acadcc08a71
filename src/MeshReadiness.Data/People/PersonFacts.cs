using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>A person's row with what it points at.</summary>
internal sealed record PersonFacts(
    PersonRecord Person,
    UserType? UserType,
    bool? AccountEnabled,
    InvitationState? Invitation,
    int HoldingsId,
    int MembershipsId,
    string? Department,
    string? JobTitle,
    string? OfficeLocation,
    string? Country,
    string? UsageLocation)
{
    /// <summary>Adds to rows what they point at.</summary>
    public static IQueryable<PersonFacts> Select(MeshReadinessDbContext db, IQueryable<PersonRecord> people) => people
        .Join(db.Profiles, person => person.ProfileId, profile => profile.Id, (person, profile) => new { person, profile })
        .Select(found => new PersonFacts(
            found.person,
            found.profile.UserType,
            found.profile.AccountEnabled,
            found.profile.Invitation,
            found.profile.HoldingsId,
            found.profile.MembershipsId,
            db.Labels.Where(label => label.Id == found.person.DepartmentId).Select(label => label.Text).FirstOrDefault(),
            db.Labels.Where(label => label.Id == found.person.JobTitleId).Select(label => label.Text).FirstOrDefault(),
            db.Labels.Where(label => label.Id == found.person.OfficeLocationId).Select(label => label.Text).FirstOrDefault(),
            db.Labels.Where(label => label.Id == found.person.CountryId).Select(label => label.Text).FirstOrDefault(),
            db.Labels.Where(label => label.Id == found.person.UsageLocationId).Select(label => label.Text).FirstOrDefault()));

    /// <summary>The person as a list shows them.</summary>
    public PersonRow ToRow() => new(
        Person.Id, Person.DisplayName, Person.UserPrincipalName, Person.Mail, Department, JobTitle, Country, UserType, AccountEnabled);

    /// <summary>The facts as a scan read them.</summary>
    public UserFacts ToFacts(LicenceHoldings holdings, PolicyMemberships memberships) => new()
    {
        Id = Person.Id,
        DisplayName = Person.DisplayName,
        UserPrincipalName = Person.UserPrincipalName,
        Mail = Person.Mail,
        AccountEnabled = AccountEnabled,
        UserType = UserType,
        Invitation = Invitation,
        UsageLocation = UsageLocation,
        Department = Department,
        JobTitle = JobTitle,
        OfficeLocation = OfficeLocation,
        Country = Country,
        Holdings = holdings,
        Memberships = memberships,
    };
}
