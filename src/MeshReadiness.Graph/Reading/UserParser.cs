using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>
/// Reads people. One for each reading: what repeats from person to person is remembered, and never outlives the reading.
/// </summary>
internal sealed class UserParser
{
    private readonly TextPool _texts = new();
    private readonly HoldingsParser _holdings;
    private readonly Words<UserType> _types = new();
    private readonly Words<InvitationState> _invitations = new();
    private readonly PropertyNames _names = new(
        "id", "displayName", "userPrincipalName", "mail", "accountEnabled", "userType", "externalUserState", "usageLocation", "department",
        "jobTitle", "officeLocation", "country", "assignedLicenses", "assignedPlans", "licenseAssignmentStates", "@removed");

    public UserParser() => _holdings = new(_texts);

    /// <summary>Reads a person, whatever was told of them.</summary>
    public UserFacts ReadUser(ref Utf8JsonReader json) => Read(ref json, out _, out _);

    /// <summary>Reads what a delta query tells of a person.</summary>
    public UserChange ReadChange(ref Utf8JsonReader json)
    {
        var facts = Read(ref json, out var told, out var isRemoved);
        return isRemoved ? new(facts.Id, null, UserProperties.None) : new(facts.Id, facts, told);
    }

    private UserFacts Read(ref Utf8JsonReader json, out UserProperties told, out bool isRemoved)
    {
        string? id = null, displayName = null, userPrincipalName = null, mail = null, userType = null, invitation = null;
        string? usageLocation = null, department = null, jobTitle = null, office = null, country = null;
        bool? enabled = null;

        told = UserProperties.None;
        isRemoved = false;
        json.ExpectObject("the item");
        _holdings.Begin();

        for (var place = 0; json.NextProperty(); place++)
        {
            switch (_names.Match(ref json, place))
            {
                case 0:
                    id = json.ReadText("id");
                    break;
                case 1:
                    displayName = json.ReadText("displayName");
                    told |= UserProperties.DisplayName;
                    break;
                case 2:
                    userPrincipalName = json.ReadText("userPrincipalName", mail);
                    told |= UserProperties.UserPrincipalName;
                    break;
                case 3:
                    mail = json.ReadText("mail", userPrincipalName);
                    told |= UserProperties.Mail;
                    break;
                case 4:
                    enabled = json.ReadFlag("accountEnabled");
                    told |= UserProperties.AccountEnabled;
                    break;
                case 5:
                    userType = json.ReadText("userType", _texts);
                    told |= UserProperties.UserType;
                    break;
                case 6:
                    invitation = json.ReadText("externalUserState", _texts);
                    told |= UserProperties.Invitation;
                    break;
                case 7:
                    usageLocation = json.ReadText("usageLocation", _texts);
                    told |= UserProperties.UsageLocation;
                    break;
                case 8:
                    department = json.ReadText("department", _texts);
                    told |= UserProperties.Department;
                    break;
                case 9:
                    jobTitle = json.ReadText("jobTitle", _texts);
                    told |= UserProperties.JobTitle;
                    break;
                case 10:
                    office = json.ReadText("officeLocation", _texts);
                    told |= UserProperties.OfficeLocation;
                    break;
                case 11:
                    country = json.ReadText("country", _texts);
                    told |= UserProperties.Country;
                    break;
                case 12:
                    _holdings.ReadLicences(ref json);
                    told |= UserProperties.Licences;
                    break;
                case 13:
                    _holdings.ReadPlans(ref json);
                    told |= UserProperties.Plans;
                    break;
                case 14:
                    _holdings.ReadAssignments(ref json);
                    told |= UserProperties.Assignments;
                    break;
                case 15:
                    json.SkipValue();
                    isRemoved = true;
                    break;
                default:
                    json.SkipValue();
                    break;
            }
        }

        return new()
        {
            Id = id ?? throw new MalformedAnswerException("id", "the user's id"),
            DisplayName = displayName,
            UserPrincipalName = userPrincipalName,
            Mail = mail,
            AccountEnabled = enabled,
            UserType = _types[userType],
            Invitation = _invitations[invitation],
            UsageLocation = usageLocation,
            Department = department,
            JobTitle = jobTitle,
            OfficeLocation = office,
            Country = country,
            Holdings = _holdings.End(),
        };
    }
}
