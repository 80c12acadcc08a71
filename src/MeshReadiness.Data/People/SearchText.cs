using System.Buffers;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Data;

/// <summary>
/// Puts together the words that people are found by, each once, with a space between. Reuses its own memory, because it is
/// asked for every person of a tenant.
/// </summary>
internal sealed class SearchText
{
    private readonly ArrayBufferWriter<char> _words = new(512);

    /// <summary>The words of one person: those of the name, the addresses as a whole, and their parts. Good until the next call.</summary>
    public ReadOnlySpan<char> Of(UserFacts user)
    {
        _words.Clear();
        AddParts(SearchWords.Normalise(user.DisplayName ?? ""));
        AddAddress(user.UserPrincipalName);

        if (user.Mail != user.UserPrincipalName)
        {
            AddAddress(user.Mail);
        }

        return _words.WrittenSpan;
    }

    private void AddAddress(string? address)
    {
        if (!string.IsNullOrEmpty(address))
        {
            var normal = SearchWords.Normalise(address);
            Add(SearchWords.Clean(normal));
            AddParts(normal);
        }
    }

    private void AddParts(ReadOnlySpan<char> normal)
    {
        var at = 0;

        while (SearchWords.NextPart(normal, ref at) is { Length: > 0 } part)
        {
            Add(part);
        }
    }

    private void Add(ReadOnlySpan<char> word)
    {
        var kept = SearchWords.Cut(word, Lengths.Word);

        foreach (var known in _words.WrittenSpan.Split(' '))
        {
            if (_words.WrittenSpan[known].SequenceEqual(kept))
            {
                return;
            }
        }

        if (_words.WrittenCount > 0)
        {
            _words.Write(" ");
        }

        _words.Write(kept);
    }
}
