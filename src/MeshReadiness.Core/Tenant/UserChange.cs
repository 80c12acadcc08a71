namespace MeshReadiness.Core.Tenant;

/// <summary>What a delta query says of one person: new facts, or that the person is gone.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Facts">What was told; <see langword="null"/> when the person was removed.</param>
/// <param name="Told">Which properties were told. Graph may leave out those that did not change.</param>
public sealed record UserChange(string Id, UserFacts? Facts, UserProperties Told)
{
    /// <summary>The person as they are now, given how they were; what was not told stays. Memberships are never told here.</summary>
    /// <param name="before">How the person was; <see langword="null"/> for somebody new.</param>
    /// <exception cref="InvalidOperationException">The person was removed.</exception>
    public UserFacts ApplyTo(UserFacts? before)
    {
        var told = Facts ?? throw new InvalidOperationException("Who was removed has no facts.");

        return before is null || Told == UserProperties.All
            ? before is null ? told : told with { Memberships = before.Memberships }
            : new()
            {
                Id = before.Id,
                DisplayName = Pick(UserProperties.DisplayName, told.DisplayName, before.DisplayName),
                UserPrincipalName = Pick(UserProperties.UserPrincipalName, told.UserPrincipalName, before.UserPrincipalName),
                Mail = Pick(UserProperties.Mail, told.Mail, before.Mail),
                AccountEnabled = Pick(UserProperties.AccountEnabled, told.AccountEnabled, before.AccountEnabled),
                UserType = Pick(UserProperties.UserType, told.UserType, before.UserType),
                Invitation = Pick(UserProperties.Invitation, told.Invitation, before.Invitation),
                UsageLocation = Pick(UserProperties.UsageLocation, told.UsageLocation, before.UsageLocation),
                Department = Pick(UserProperties.Department, told.Department, before.Department),
                JobTitle = Pick(UserProperties.JobTitle, told.JobTitle, before.JobTitle),
                OfficeLocation = Pick(UserProperties.OfficeLocation, told.OfficeLocation, before.OfficeLocation),
                Memberships = before.Memberships,
                Country = Pick(UserProperties.Country, told.Country, before.Country),
                Holdings = new()
                {
                    Licences = Pick(UserProperties.Licences, told.Holdings.Licences, before.Holdings.Licences),
                    Plans = Pick(UserProperties.Plans, told.Holdings.Plans, before.Holdings.Plans),
                    Assignments = Pick(UserProperties.Assignments, told.Holdings.Assignments, before.Holdings.Assignments),
                },
            };
    }

    private T Pick<T>(UserProperties property, T told, T before) => Told.HasFlag(property) ? told : before;
}

/// <summary>The properties of a person that a scan reads.</summary>
[Flags]
public enum UserProperties
{
    /// <summary>Nothing but the id.</summary>
    None = 0,

    /// <summary><see cref="UserFacts.DisplayName"/>.</summary>
    DisplayName = 1 << 0,

    /// <summary><see cref="UserFacts.UserPrincipalName"/>.</summary>
    UserPrincipalName = 1 << 1,

    /// <summary><see cref="UserFacts.Mail"/>.</summary>
    Mail = 1 << 2,

    /// <summary><see cref="UserFacts.AccountEnabled"/>.</summary>
    AccountEnabled = 1 << 3,

    /// <summary><see cref="UserFacts.UserType"/>.</summary>
    UserType = 1 << 4,

    /// <summary><see cref="UserFacts.Invitation"/>.</summary>
    Invitation = 1 << 5,

    /// <summary><see cref="UserFacts.UsageLocation"/>.</summary>
    UsageLocation = 1 << 6,

    /// <summary><see cref="UserFacts.Department"/>.</summary>
    Department = 1 << 7,

    /// <summary><see cref="UserFacts.JobTitle"/>.</summary>
    JobTitle = 1 << 8,

    /// <summary><see cref="UserFacts.OfficeLocation"/>.</summary>
    OfficeLocation = 1 << 9,

    /// <summary><see cref="UserFacts.Country"/>.</summary>
    Country = 1 << 10,

    /// <summary><see cref="LicenceHoldings.Licences"/>.</summary>
    Licences = 1 << 11,

    /// <summary><see cref="LicenceHoldings.Plans"/>.</summary>
    Plans = 1 << 12,

    /// <summary><see cref="LicenceHoldings.Assignments"/>.</summary>
    Assignments = 1 << 13,

    /// <summary>All of them.</summary>
    All = (1 << 14) - 1,
}
