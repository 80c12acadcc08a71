using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Stores the words of names and domains that aren't stored yet. Asked for every person of a tenant, so it remembers what it
/// has seen, up to a limit. Like <see cref="PeopleDictionary"/>, it must forget after a save that failed.
/// </summary>
internal sealed class NameWords(IBulkTables tables)
{
    private const int MostRemembered = 50_000;
    private const int AtOnce = 500;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    public void Forget()
    {
        _words.Clear();
        _domains.Clear();
    }

    public async Task AddAsync(MeshReadinessDbContext db, IEnumerable<UserFacts> users, CancellationToken cancellationToken)
    {
        if (_words.Count + _domains.Count > MostRemembered)
        {
            Forget();
        }

        foreach (var words in Fresh(users).Chunk(AtOnce))
        {
            var known = await db.NameWords.Where(stored => words.Contains(stored.Word)).Select(stored => stored.Word).ToListAsync(cancellationToken);
            await tables.AddAsync(db, words.Except(known).Select(word => new NameWordRecord { Word = word }), cancellationToken);
        }
    }

    private List<string> Fresh(IEnumerable<UserFacts> users)
    {
        List<string> fresh = [];

        foreach (var user in users)
        {
            AddWords(user.DisplayName, fresh);
            AddDomain(user.UserPrincipalName, fresh);
            AddDomain(user.Mail, fresh);
        }

        return fresh;
    }

    private void AddDomain(string? address, List<string> fresh)
    {
        if (address?.LastIndexOf('@') is >= 0 and var at)
        {
            var domain = address.AsSpan(at + 1);

            if (_domains.GetAlternateLookup<ReadOnlySpan<char>>().Add(domain))
            {
                AddWords(domain.ToString(), fresh);
            }
        }
    }

    private void AddWords(string? text, List<string> fresh)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        var normal = SearchWords.Normalise(text).AsSpan();
        var remembered = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        var at = 0;

        while (SearchWords.NextPart(normal, ref at) is { Length: > 0 } part)
        {
            var word = SearchWords.Cut(part, Lengths.Word);

            // Numbers tell people apart and are no spelling of anything.
            if (!word.ContainsAnyInRange('0', '9') && remembered.Add(word))
            {
                fresh.Add(word.ToString());
            }
        }
    }
}
