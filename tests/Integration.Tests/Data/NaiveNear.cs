using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>
/// Who comes near to what was typed, by looking at each word of each person, with a table of distances written down a second
/// time. Names of tests have no marks, so words are taken apart by what they are not.
/// </summary>
internal static class NaiveNear
{
    /// <summary>Those who must be found: every typed word begins a word of their name or of a domain of theirs, but for some mistakes.</summary>
    public static IEnumerable<UserFacts> Named(IEnumerable<UserFacts> people, string typed, int mistakes) =>
        people.Where(person => Words(typed).All(word => NameWords(person).Any(own => IsNear(word, own, mistakes))));

    /// <summary>Those who may be found: the same of any of their words, those that only a sign-in name has as well.</summary>
    public static IEnumerable<UserFacts> Anyhow(IEnumerable<UserFacts> people, string typed, int mistakes) =>
        people.Where(person => Words(typed).All(word => NameWords(person).Concat(AllWords(person)).Any(own => IsNear(word, own, mistakes))));

    public static string[] Words(string? text) => [.. string.Concat((text ?? "").ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> NameWords(UserFacts person) =>
        Words(person.DisplayName).Concat(Words(person.UserPrincipalName?.Split('@')[^1])).Where(word => !word.Any(char.IsAsciiDigit));

    private static string[] AllWords(UserFacts person) => Words(person.DisplayName + " " + person.UserPrincipalName + " " + person.Mail);

    private static bool IsNear(string typed, string own, int mistakes)
    {
        var allowed = Math.Min(mistakes, typed.Length >= 8 ? 2 : typed.Length >= 4 ? 1 : 0);
        return Enumerable.Range(0, own.Length + 1).Any(length => Distance(typed, own[..length]) <= allowed);
    }

    // Optimal string alignment, the whole table.
    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];

        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
            {
                table[row, column] = row == 0 ? column : column == 0 ? row : Math.Min(
                    Math.Min(table[row - 1, column], table[row, column - 1]) + 1,
                    table[row - 1, column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1));

                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                {
                    table[row, column] = Math.Min(table[row, column], table[row - 2, column - 2] + 1);
                }
            }
        }

        return table[one.Length, other.Length];
    }
}
