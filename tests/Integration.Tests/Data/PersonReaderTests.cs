using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What a bulk copy to SQL Server is given is what the rows say.</summary>
public sealed class PersonReaderTests
{
    [Fact]
    public void Every_column_of_every_row_is_handed_over_under_its_name()
    {
        PersonRecord[] rows =
        [
            new()
            {
                Key = PersonKeys.First(3) + 7, Since = 4, Until = 9, Id = "id", DisplayName = "Ann", UserPrincipalName = "a@b", Mail = "m@b", ProfileId = 5,
                DepartmentId = 1, JobTitleId = 2, OfficeLocationId = 3, CountryId = 4, UsageLocationId = 5, SortName = "ann",
            },
            new() { Key = 1, Id = "other" },
        ];
        using var reader = PersonReader.Of(rows);

        foreach (var row in rows)
        {
            Assert.True(reader.Read());

            foreach (var property in typeof(PersonRecord).GetProperties())
            {
                var (column, value) = (reader.GetOrdinal(property.Name), property.GetValue(row));
                Assert.Equal(property.Name, reader.GetName(column));
                Assert.Equal(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, reader.GetFieldType(column));
                Assert.Equal(value is null, reader.IsDBNull(column));
                Assert.Equal(value ?? DBNull.Value, reader.GetValue(column));
                Assert.Equal(value ?? DBNull.Value, reader[property.Name]);
            }
        }

        Assert.False(reader.Read());
        Assert.Equal(typeof(PersonRecord).GetProperties().Length, reader.FieldCount);
    }

    [Fact]
    public void Every_word_of_every_person_is_handed_over_with_their_key()
    {
        PersonRecord[] rows = [new() { Key = 11, Id = "1" }, new() { Key = 12, Id = "2" }, new() { Key = 13, Id = "3" }];
        using var reader = PersonReader.Of(
            rows,
            [TestPeople.Named("Ann Lee", "ann.lee@contoso.example", "ann.lee@contoso.example"), TestPeople.Named(null), TestPeople.Named("Ann")]);
        List<(string, long)> read = [];

        while (reader.Read())
        {
            read.Add((reader.GetString(0), reader.GetInt64(1)));
        }

        Assert.Equal(
            [("ann", 11), ("lee", 11), ("ann.lee@contoso.example", 11), ("contoso", 11), ("example", 11), ("ann", 13)],
            read);
        Assert.Equal(["Word", "Key"], [reader.GetName(0), reader.GetName(1)]);
    }

    [Fact]
    public void A_reader_says_no_more_than_it_knows()
    {
        using var reader = PersonReader.Of([new() { Key = 2_147_483_648, Id = "id", ProfileId = 300 }]);
        reader.Read();
        var values = new object[3];

        Assert.Equal(3, reader.GetValues(values));
        Assert.Equal([2_147_483_648L, 0, PersonRecord.Forever], values);
        Assert.Equal(2_147_483_648L, reader.GetInt64(0));
        Assert.Equal(300, reader.GetInt32(reader.GetOrdinal("ProfileId")));
        Assert.Equal(-1, reader.GetOrdinal("Nothing"));
        Assert.False(reader.NextResult());
        reader.Close();
        Assert.True(reader.IsClosed);
    }
}
