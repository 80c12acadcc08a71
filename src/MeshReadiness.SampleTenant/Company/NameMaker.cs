using System.Globalization;
using System.Text;

namespace MeshReadiness.SampleTenant.Company;

/// <summary>Gives people their names and addresses, and rooms theirs.</summary>
internal sealed class NameMaker(Draw draw, bool hasQuirks)
{
    private static readonly string[] Rooms = ["Atlas", "Borealis", "Cascade", "Delta", "Ember", "Fjord", "Grove", "Harbour"];
    private static readonly string[] Mailboxes = ["Info", "Invoices", "Reception", "Events", "Careers", "Press", "Facilities"];
    private static readonly string[] Services = ["Scanner", "Backup", "Directory sync", "Monitoring", "Build agent"];

    public PersonName Of(Person person)
    {
        var name = person.Kind switch
        {
            PersonKind.Room or PersonKind.MeetingRoom => Thing("Room", Rooms, person),
            PersonKind.SharedMailbox => Thing("Shared", Mailboxes, person),
            PersonKind.ServiceAccount => Thing("Service", Services, person),
            _ => Human(person),
        };

        return hasQuirks ? Quirks.Apply(name, person.Index, draw) : name;
    }

    private static PersonName Thing(string prefix, string[] names, Person person)
    {
        var name = names[person.Index % names.Length];
        var number = person.Index.ToString(CultureInfo.InvariantCulture);
        var principal = $"{Plain(prefix)}.{Plain(name)}{number}@contoso.example";

        return new($"{prefix} {person.Office.City} {name} {number}", null, null, principal, principal);
    }

    private PersonName Human(Person person)
    {
        var index = person.Index;
        var (given, family) = draw.Below(index, Topic.Culture, 100) < 72
            ? Names.Cultures[person.Office.Culture]
            : draw.Pick(index, Topic.PartnerCompany, Names.Cultures);
        var givenName = draw.Pick(index, Topic.GivenName, given);
        var surname = draw.Pick(index, Topic.Surname, family);
        var local = $"{Plain(givenName)}.{Plain(surname)}{index.ToString(CultureInfo.InvariantCulture)}";
        var display = $"{givenName} {surname}";

        if (person.InvitationState is null)
        {
            return new(display, givenName, surname, $"{local}@contoso.example", $"{local}@contoso.example");
        }

        var partner = draw.Pick(index, Topic.PartnerCompany, Places.Partners);

        return new(display, givenName, surname, $"{local}_{partner}.example#EXT#@contoso.example", $"{local}@{partner}.example");
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);

        foreach (var character in text.Replace('Ł', 'L').Replace('ł', 'l').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(character))
            {
                plain.Append(char.ToLowerInvariant(character));
            }
        }

        return plain.ToString();
    }
}
