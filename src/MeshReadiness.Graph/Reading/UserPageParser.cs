using System.Collections.Immutable;
using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Turns the bytes of one page of users into facts, in one pass and without a document in between.</summary>
internal static class UserPageParser
{
    public static (ImmutableArray<UserFacts> Users, string? Next) Parse(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        ImmutableArray<UserFacts>? users = null;
        string? next = null;

        json.Read();
        json.ExpectObject("the body");

        while (json.NextProperty())
        {
            if (json.ValueTextEquals("value"u8))
            {
                users = json.ReadList("value", ReadUser);
            }
            else if (json.ValueTextEquals("@odata.nextLink"u8))
            {
                next = json.ReadText("@odata.nextLink");
            }
            else
            {
                json.SkipValue();
            }
        }

        return (users ?? throw new MalformedAnswerException("value", "a list of users"), next);
    }

    private static UserFacts ReadUser(ref Utf8JsonReader json)
    {
        string? id = null, displayName = null, userPrincipalName = null, mail = null, userType = null, invitation = null;
        string? usageLocation = null, department = null, jobTitle = null, office = null, country = null;
        bool? enabled = null;
        ImmutableArray<AssignedLicense> licences = [];
        ImmutableArray<AssignedPlan> plans = [];
        ImmutableArray<LicenseAssignmentState> states = [];

        json.ExpectObject("the item");

        while (json.NextProperty())
        {
            switch (json.GetString())
            {
                case "id": id = json.ReadText("id"); break;
                case "displayName": displayName = json.ReadText("displayName"); break;
                case "userPrincipalName": userPrincipalName = json.ReadText("userPrincipalName"); break;
                case "mail": mail = json.ReadText("mail"); break;
                case "accountEnabled": enabled = json.ReadFlag("accountEnabled"); break;
                case "userType": userType = json.ReadText("userType"); break;
                case "externalUserState": invitation = json.ReadText("externalUserState"); break;
                case "usageLocation": usageLocation = json.ReadText("usageLocation"); break;
                case "department": department = json.ReadText("department"); break;
                case "jobTitle": jobTitle = json.ReadText("jobTitle"); break;
                case "officeLocation": office = json.ReadText("officeLocation"); break;
                case "country": country = json.ReadText("country"); break;
                case "assignedLicenses": licences = json.ReadList("assignedLicenses", LicenceParser.ReadLicence); break;
                case "assignedPlans": plans = json.ReadList("assignedPlans", LicenceParser.ReadPlan); break;
                case "licenseAssignmentStates": states = json.ReadList("licenseAssignmentStates", LicenceParser.ReadState); break;
                default: json.SkipValue(); break;
            }
        }

        return new UserFacts
        {
            Id = id ?? throw new MalformedAnswerException("id", "the user's id"),
            DisplayName = displayName,
            UserPrincipalName = userPrincipalName,
            Mail = mail,
            AccountEnabled = enabled,
            UserType = JsonReading.Word<UserType>(userType),
            Invitation = JsonReading.Word<InvitationState>(invitation),
            UsageLocation = usageLocation,
            Department = department,
            JobTitle = jobTitle,
            OfficeLocation = office,
            Country = country,
            AssignedLicenses = licences,
            AssignedPlans = plans,
            LicenseAssignmentStates = states,
        };
    }
}
