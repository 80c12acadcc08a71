using System.Globalization;
using System.Text.Json;
using MeshReadiness.SampleTenant.Company;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>How each property of a user is worked out and written, and what a filter sees of it.</summary>
internal static class PersonFields
{
    public static readonly IReadOnlyList<(string Name, Action<Utf8JsonWriter, string, Person> Write)> Writers =
    [
        ("id", (writer, name, person) => writer.WriteString(name, person.Id)),
        Text("displayName"), Text("givenName"), Text("surname"), Text("userPrincipalName"), Text("mail"), Text("mailNickname"),
        ("accountEnabled", (writer, name, person) => WriteFlag(writer, name, person.AccountEnabled)),
        Text("userType"), Text("usageLocation"), Text("externalUserState"), Text("externalUserStateChangeDateTime"), Text("creationType"),
        Text("department"), Text("companyName"), Text("jobTitle"), Text("officeLocation"), Text("city"), Text("country"),
        Text("employeeType"), Text("preferredLanguage"), Text("createdDateTime"),
        ("onPremisesSyncEnabled", (writer, name, person) => WriteFlag(writer, name, IsSynced(person))),
        ("businessPhones", WritePhones),
        Text("mobilePhone"),
        ("assignedLicenses", (writer, name, person) => WriteRaw(writer, name, person.Licences.Json.AssignedLicenses)),
        ("assignedPlans", (writer, name, person) => WriteRaw(writer, name, person.Licences.Json.AssignedPlans)),
        ("signInActivity", WriteActivity),
        ("licenseAssignmentStates", (writer, name, person) => WriteRaw(writer, name, person.Licences.Json.LicenseAssignmentStates)),
    ];

    public static object? Value(Person person, string property) => property.ToLowerInvariant() switch
    {
        "id" => person.Id.ToString(),
        "accountenabled" => person.AccountEnabled,
        "onpremisessyncenabled" => IsSynced(person),
        "assignedlicenses" => person.Licences.Fields.AssignedLicenses,
        "assignedplans" => person.Licences.Fields.AssignedPlans,
        "licenseassignmentstates" => person.Licences.Fields.LicenseAssignmentStates,
        "businessphones" => new List<string> { Phone(person) },
        var name => TextOf(person, name),
    };

    private static (string, Action<Utf8JsonWriter, string, Person>) Text(string property)
    {
        var key = property.ToLowerInvariant();

        return (property, (writer, name, person) => writer.WriteString(name, TextOf(person, key)));
    }

    private static string? TextOf(Person person, string property) => property switch
    {
        "displayname" => person.Name.Display,
        "givenname" => person.Name.Given,
        "surname" => person.Name.Family,
        "userprincipalname" => person.Name.Principal,
        "mail" => person.Name.Mail,
        "mailnickname" => person.Name.Principal.Split('@')[0],
        "usertype" => person.UserType,
        "usagelocation" => person.UsageLocation,
        "externaluserstate" => person.InvitationState,
        "externaluserstatechangedatetime" => person.InvitationState is null ? null : Instants.Text(person.Created.AddHours(30)),
        "creationtype" => person.InvitationState is null ? null : "Invitation",
        "department" => person.Department?.Name,
        "companyname" => person.InvitationState is null ? "Contoso" : person.Name.Mail?.Split('@')[^1].Split('.')[0],
        "jobtitle" => person.Department is { } department ? person.Company.Draw.Pick(person.Index, Topic.Title, department.Titles) : null,
        "officelocation" => person.IsGuest ? null : person.Office.Name,
        "city" => person.IsGuest ? null : person.Office.City,
        "country" => person.IsGuest ? null : person.Office.Country,
        "employeetype" => person.IsStaff ? (person.Company.Draw.Below(person.Index, Topic.EmployeeType, 100) < 88 ? "Employee" : "Contractor") : null,
        "preferredlanguage" => person.IsStaff ? person.Office.Language : null,
        "createddatetime" => Instants.Text(person.Created),
        "mobilephone" => person.IsStaff && person.Index % 3 == 0 ? Phone(person) : null,
        _ => null,
    };

    // Whoever never signed in has no activity at all. One guest of ten accepted by the link and never came back.
    private static void WriteActivity(Utf8JsonWriter writer, string name, Person person)
    {
        var draw = person.Company.Draw.Below(person.Index, Topic.LastSignIn, 100);

        if (person.Kind == PersonKind.PendingGuest || (person.IsGuest && !person.Company.IsTidy && draw < 10))
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("lastSignInDateTime", Instants.Text(person.Created.AddDays(1 + draw)));
        writer.WriteString("lastNonInteractiveSignInDateTime", Instants.Text(person.Created.AddDays(2 + draw)));
        writer.WriteEndObject();
    }

    private static bool? IsSynced(Person person) => person.IsStaff && person.Index % 5 != 0 ? true : null;

    private static string Phone(Person person) =>
        person.Office.PhonePrefix + (1000 + person.Company.Draw.Below(person.Index, Topic.Phone, 9000)).ToString(CultureInfo.InvariantCulture);

    private static void WritePhones(Utf8JsonWriter writer, string name, Person person)
    {
        writer.WriteStartArray(name);

        if (person.IsStaff)
        {
            writer.WriteStringValue(Phone(person));
        }

        writer.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter writer, string name, bool? value)
    {
        if (value is { } known)
        {
            writer.WriteBoolean(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void WriteRaw(Utf8JsonWriter writer, string name, byte[] json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }
}
