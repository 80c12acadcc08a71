using System.Text.Json;
using MeshReadiness.SampleTenant.Company;
using MeshReadiness.SampleTenant.Protocol;

namespace MeshReadiness.SampleTenant.Endpoints;

/// <summary>A user as Graph shows one.</summary>
internal sealed class PersonShape() : Shape<Person>("users")
{
    public static readonly PersonShape Instance = new();

    private static readonly string[] Default =
    [
        "businessPhones", "displayName", "givenName", "jobTitle", "mail", "mobilePhone", "officeLocation", "preferredLanguage", "surname",
        "userPrincipalName", "id",
    ];

    private readonly Dictionary<string, (string Name, Action<Utf8JsonWriter, string, Person> Write)> _written =
        PersonFields.Writers.ToDictionary(entry => entry.Name, entry => entry, StringComparer.OrdinalIgnoreCase);

    protected override string TypeName => "user";

    public override bool Knows(string property) => _written.ContainsKey(property) || DirectoryVocabulary.User.Contains(property);

    public override object? ValueOf(Person item, string property) => PersonFields.Value(item, property);

    public override Action<Utf8JsonWriter, Person> Pen(IReadOnlyCollection<string>? selected)
    {
        var writers = (selected ?? Default).Distinct(StringComparer.OrdinalIgnoreCase).Select(Writer).ToArray();

        return (writer, person) =>
        {
            foreach (var (name, write) in writers)
            {
                write(writer, name, person);
            }
        };
    }

    private (string Name, Action<Utf8JsonWriter, string, Person> Write) Writer(string name) =>
        _written.TryGetValue(name, out var entry) ? entry : (DirectoryVocabulary.Spell(name), (writer, key, _) => writer.WriteNull(key));
}
