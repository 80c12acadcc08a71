using System.Globalization;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>People for tests; the same number always gives the same person.</summary>
internal static class TestPeople
{
    public static UserFacts Named(string? name, string? upn = null, string? mail = null, string? id = null) => new()
    {
        Id = id ?? Guid.NewGuid().ToString(),
        DisplayName = name,
        UserPrincipalName = upn,
        Mail = mail,
        UserType = UserType.Member,
        AccountEnabled = true,
    };

    /// <summary>Somebody of a mixed population: members, guests, all standings, all combinations of licences.</summary>
    private static UserFacts WithoutPlans(int number)
    {
        bool One(int of) => number % of == 0;
        var disabled = One(7) ? [TestPlaybook.TeamsPlan] : Array.Empty<Guid>();

        return new()
        {
            Id = new Guid(number, 0, 0, new byte[8]).ToString(),
            DisplayName = One(41) ? null : string.Create(CultureInfo.InvariantCulture, $"Person {number:D6}"),
            UserPrincipalName = string.Create(CultureInfo.InvariantCulture, $"person{number}@contoso.example"),
            Mail = One(3) ? null : string.Create(CultureInfo.InvariantCulture, $"p.{number}@contoso.example"),
            AccountEnabled = One(13) ? false : One(29) ? null : true,
            UserType = One(11) ? UserType.Guest : One(31) ? null : UserType.Member,
            Invitation = One(22) ? InvitationState.PendingAcceptance : One(11) ? InvitationState.Accepted : null,
            UsageLocation = One(17) ? null : "DE",
            Department = "Department " + (number % 40),
            Country = "Germany",
            OfficeLocation = One(9) ? null : "Office " + (number % 6),
            AssignedLicenses = One(5) ? [] : One(8) ? [new(TestPlaybook.SureSku, [.. disabled])] : One(6) ? [new(TestPlaybook.SmallSku, []), new(TestPlaybook.FullSku, [.. disabled])] : [new(TestPlaybook.FullSku, [.. disabled])],
            LicenseAssignmentStates = One(5) ? [] :
                [new(TestPlaybook.FullSku, One(2) ? "g1" : null, [.. disabled], One(37) ? "Error" : "Active", One(37) ? "CountViolation" : null)],
        };
    }

    /// <summary>Of those whose licences tell it, the plans are left out; of everybody else, Graph was asked for them.</summary>
    public static UserFacts Number(int number)
    {
        var person = WithoutPlans(number);
        bool One(int of) => number % of == 0;

        return !TestPlaybook.Rules.Products.AreDoubtful(person.Holdings) ? person : person with
        {
            AssignedPlans =
            [
                .. One(7) ? Array.Empty<AssignedPlan>() : [new(TestPlaybook.TeamsPlan, CapabilityStatus.Enabled, "Enabled")],
                One(19) ? new(TestPlaybook.OfficePlan, CapabilityStatus.Unrecognised, "Frozen")
                    : new(TestPlaybook.OfficePlan, One(23) ? CapabilityStatus.Suspended : CapabilityStatus.Enabled, One(23) ? "Suspended" : "Enabled"),
            ],
        };
    }

    public static UserFacts[] Numbers(int from, int count) => [.. Enumerable.Range(from, count).Select(Number)];
}
