namespace MeshReadiness.SampleTenant.Company;

/// <summary>The odd data of tenants that grew for fifteen years: what a reader of Graph has to survive.</summary>
internal static class Quirks
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Wilhelmina Alexandrina Konstantina ", 8))[..256];

    private static readonly string[] NonLatin =
        ["Ольга Кузнецова", "山田 太郎", "محمد الأحمد", "Ελένη Παπαδοπούλου", "김민준", "דנה כהן", "สมชาย ใจดี", "O'Brien \"Bo\" <script>", "Zoë 🚀 Łęcka"];

    public static Person Apply(Person person, Draw draw) => draw.Below(person.Index, Topic.Quirk, 40) switch
    {
        0 => person with { UserType = null },
        1 => person with { AccountEnabled = null },
        2 or 3 => person with { UserType = person.UserType?.ToUpperInvariant() },
        4 => person with { UserType = person.UserType?.ToLowerInvariant(), UsageLocation = null },
        5 => person with { Department = new("  ", ["?"]) },
        6 => person with { Department = new("Ingeniería, I+D \"Núcleo\"", ["Técnico"]) },
        _ => person,
    };

    public static PersonName Apply(PersonName name, int index, Draw draw) => (draw.Below(index, Topic.Quirk, 400) / 10) switch
    {
        7 => name with { Display = null, Given = null, Family = null },
        8 => name with { Display = Long },
        9 or 10 => name with { Display = "Alex Smith", Given = "Alex", Family = "Smith" },
        11 or 12 => name with { Display = NonLatin[index % NonLatin.Length], Given = null },
        13 => name with { Mail = null },
        14 => name with { Display = "" },
        _ => name,
    };
}
