using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Reads people's rows from SQLite, and puts to them what people share.</summary>
internal sealed class SqlitePeople
{
    // A label is a short text, a profile is small, and holdings take some kilobytes.
    private const int MostLabels = 20_000;
    private const int MostProfiles = 10_000;
    private const int MostHoldings = 1_000;

    private const string Columns =
        "person.\"Key\", person.\"Id\", person.\"DisplayName\", person.\"UserPrincipalName\", person.\"Mail\", person.\"ProfileId\", "
        + "person.\"DepartmentId\", person.\"JobTitleId\", person.\"OfficeLocationId\", person.\"CountryId\", person.\"UsageLocationId\"";

    private const string ByKey = $"SELECT {Columns} FROM \"People\" AS person WHERE person.\"Key\" = ?1";

    private const string ById =
        $"""
        SELECT {Columns} FROM "PeopleById" AS entry CROSS JOIN "People" AS person ON person."Key" = entry."Key"
        WHERE entry."Roster" = ?1 AND entry."Id" = ?2 AND person."Since" <= ?3 AND person."Until" > ?3
        """;

    private const string ByWord =
        $"""
        SELECT {Columns} FROM "PeopleWords" CROSS JOIN "People" AS person ON person."Key" = "PeopleWords".rowid
        WHERE "PeopleWords" MATCH ?1 AND "PeopleWords".rowid >= ?2 AND "PeopleWords".rowid < ?4 AND person."Since" <= ?3 AND person."Until" > ?3
        """;

    private const string Label = """SELECT "Text" FROM "Labels" WHERE "Id" = ?1""";
    private const string Profile = """SELECT "HoldingsId", "UserType", "AccountEnabled", "Invitation", "MembershipsId" FROM "Profiles" WHERE "Id" = ?1""";
    private const string Json = """SELECT "Json" FROM "Holdings" WHERE "Id" = ?1""";
    private const string Memberships = """SELECT "Json" FROM "Memberships" WHERE "Id" = ?1""";

    private readonly Kept<int, string> _labels = new(MostLabels, (_, _) => 1);
    private readonly Kept<int, SharedProfile> _profiles = new(MostProfiles, (_, _) => 1);
    private readonly Kept<int, LicenceHoldings> _holdings = new(MostHoldings, (_, _) => 1);
    private readonly Kept<int, PolicyMemberships> _memberships = new(MostProfiles, (_, _) => 1);

    public ImmutableArray<PersonRow> Rows(SqliteReader reader, ImmutableArray<long> keys)
    {
        var rows = ImmutableArray.CreateBuilder<PersonRow>(keys.Length);
        var statement = reader[ByKey];

        foreach (var key in keys)
        {
            statement.Bind(1, key);

            if (statement.Next())
            {
                rows.Add(Facts(reader, statement).ToRow());
                statement.Reset();
            }
        }

        return rows.ToImmutable();
    }

    public UserFacts? Find(SqliteReader reader, SnapshotScope scope, string idOrName)
    {
        var isAddress = idOrName.Contains('@', StringComparison.Ordinal);
        var statement = reader[isAddress ? ByWord : ById];

        if (!isAddress)
        {
            statement.Bind(1, scope.Roster);
            statement.Bind(2, idOrName);
        }
        else if (SearchWords.Split(idOrName) is [var address])
        {
            statement.Bind(1, SqliteBulkTables.Match([[address]], areWhole: true));
            statement.Bind(2, scope.FirstKey);
            statement.Bind(4, scope.EndKey);
        }
        else
        {
            return null;
        }

        statement.Bind(3, scope.Number);

        while (statement.Next())
        {
            var facts = Facts(reader, statement);

            if (facts.Person.IsCalled(idOrName))
            {
                statement.Reset();
                return facts.ToFacts(
                    Shared(_holdings, facts.HoldingsId, reader[Json], row => StoredHoldings.Read(row.Text(0)!)),
                    facts.MembershipsId == StoredMemberships.None
                        ? PolicyMemberships.None
                        : Shared(_memberships, facts.MembershipsId, reader[Memberships], row => StoredMemberships.Read(row.Text(0)!)));
            }
        }

        return null;
    }

    private PersonFacts Facts(SqliteReader reader, SqliteStatement row)
    {
        var person = new PersonRecord
        {
            Key = row.Long(0),
            Id = row.Text(1)!,
            DisplayName = row.Text(2),
            UserPrincipalName = row.Text(3),
            Mail = row.Text(4),
            ProfileId = (int)row.Long(5),
        };
        var profile = Shared(_profiles, person.ProfileId, reader[Profile], SharedProfile.Read);
        var labels = reader[Label];
        string? LabelOf(int column) => row.Int(column) is { } id ? Shared(_labels, id, labels, found => found.Text(0)!) : null;

        return new(
            person, profile.UserType, profile.AccountEnabled, profile.Invitation, profile.HoldingsId, profile.MembershipsId,
            LabelOf(6), LabelOf(7), LabelOf(8), LabelOf(9), LabelOf(10));
    }

    private static T Shared<T>(Kept<int, T> kept, int id, SqliteStatement statement, Func<SqliteStatement, T> read)
    {
        if (kept.TryGet(id, out var known))
        {
            return known;
        }

        statement.Bind(1, id);

        if (!statement.Next())
        {
            throw new InvalidOperationException($"A person's row points at number {id}, which isn't stored.");
        }

        known = read(statement);
        statement.Reset();
        kept.Keep(id, known);
        return known;
    }

    private sealed record SharedProfile(int HoldingsId, UserType? UserType, bool? AccountEnabled, InvitationState? Invitation, int MembershipsId)
    {
        public static SharedProfile Read(SqliteStatement row) => new(
            (int)row.Long(0), Word<UserType>(row.Text(1)), row.Int(2) is { } enabled ? enabled != 0 : null, Word<InvitationState>(row.Text(3)),
            (int)row.Long(4));

        private static T? Word<T>(string? text)
            where T : struct, Enum => text is null ? null : Enum.Parse<T>(text);
    }
}
