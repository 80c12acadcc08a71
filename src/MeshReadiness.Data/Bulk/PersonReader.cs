using System.Data;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>Hands rows to a bulk copy one by one, without a table in memory.</summary>
internal static class PersonReader
{
    private static readonly (string Name, Type Type, Func<PersonRecord, object?> Value)[] PersonColumns =
    [
        ("Key", typeof(long), row => row.Key),
        ("Since", typeof(int), row => row.Since),
        ("Until", typeof(int), row => row.Until),
        ("Id", typeof(string), row => row.Id),
        ("DisplayName", typeof(string), row => row.DisplayName),
        ("UserPrincipalName", typeof(string), row => row.UserPrincipalName),
        ("Mail", typeof(string), row => row.Mail),
        ("ProfileId", typeof(int), row => row.ProfileId),
        ("DepartmentId", typeof(int), row => row.DepartmentId),
        ("JobTitleId", typeof(int), row => row.JobTitleId),
        ("OfficeLocationId", typeof(int), row => row.OfficeLocationId),
        ("CountryId", typeof(int), row => row.CountryId),
        ("UsageLocationId", typeof(int), row => row.UsageLocationId),
        ("SortName", typeof(string), row => row.SortName),
    ];

    /// <summary>The rows of people.</summary>
    public static IDataReader Of(IReadOnlyList<PersonRecord> people) => new RowReader<PersonRecord>(people, PersonColumns);

    /// <summary>The rows of their words.</summary>
    public static IDataReader Of(IReadOnlyList<PersonRecord> people, IReadOnlyList<UserFacts> users)
    {
        var words = new SearchText();
        return new RowReader<(string Word, long Key)>(
            users.SelectMany((user, index) => words.Of(user).ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, people[index].Key))),
            [("Word", typeof(string), row => row.Word), ("Key", typeof(long), row => row.Key)]);
    }
}
