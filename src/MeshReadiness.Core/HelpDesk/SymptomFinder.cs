using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// Finds symptoms from what somebody typed or pasted. Error codes are exact; words may come in any case and order, some may
/// be missing, and a letter may be wrong. The last word may be half typed.
/// </summary>
public sealed partial class SymptomFinder
{
    private const string Prefix = "AADSTS";
    private const double Least = 0.4;
    private const int Most = 6;

    private readonly ImmutableArray<Symptom> _symptoms;
    private readonly ImmutableArray<(int Symptom, ImmutableArray<string> Words)> _phrases;
    private readonly FrozenDictionary<string, double> _weights;
    private readonly double _rare;

    /// <summary>Prepares the symptoms for searching.</summary>
    public SymptomFinder(ImmutableArray<Symptom> symptoms)
    {
        _symptoms = symptoms;
        _phrases = [.. symptoms.SelectMany((symptom, index) => symptom.Phrases.Append(symptom.Title).Select(phrase => (index, SymptomWords.Of(phrase))))];
        _rare = Math.Log(1 + symptoms.Length);
        // A word that few symptoms have tells more.
        _weights = _phrases.SelectMany(phrase => phrase.Words.Select(word => (word, phrase.Symptom))).Distinct()
            .GroupBy(one => one.word).ToFrozenDictionary(group => group.Key, group => Math.Log(1 + ((double)symptoms.Length / group.Count())));
    }

    /// <summary>All symptoms, in their own order.</summary>
    public ImmutableArray<Symptom> All => _symptoms;

    /// <summary>The symptoms that fit, best first.</summary>
    /// <param name="text">What somebody sees: an error code, a message, or a few words.</param>
    public SymptomsFound Find(string text)
    {
        var codes = Codes(text);
        var words = SymptomWords.Of(AnyCode().Replace(text, " "));
        var byWords = words.IsEmpty ? [] : ByWords(words);
        var matches = _symptoms.Select((symptom, index) => (Symptom: symptom, Codes: symptom.Codes.Count(codes.Contains), Words: byWords.GetValueOrDefault(index)))
            .Where(match => match.Codes > 0 || match.Words >= Least)
            .OrderByDescending(match => match.Codes)
            .ThenByDescending(match => match.Words >= Least ? match.Words : 0)
            .ThenByDescending(match => match.Codes > 0 ? (double)match.Codes / match.Symptom.Codes.Length : 0)
            .Take(Most);

        return new(
            [.. matches.Select(match => match.Symptom)],
            [.. codes.Where(code => code.StartsWith(Prefix, StringComparison.Ordinal) && !_symptoms.Any(symptom => symptom.Codes.Contains(code)))]);
    }

    // A number without the letters in front counts when it is a code that is known here; other numbers are just numbers.
    private List<string> Codes(string text) => [.. AnyCode().Matches(text)
        .Select(match => (Code: Prefix + match.Groups["number"].Value, IsNamed: match.Groups["named"].Success))
        .Where(found => found.IsNamed || _symptoms.Any(symptom => symptom.Codes.Contains(found.Code)))
        .Select(found => found.Code).Distinct()];

    private Dictionary<int, double> ByWords(ImmutableArray<string> words) => _phrases
        .GroupBy(phrase => phrase.Symptom)
        .ToDictionary(group => group.Key, group => group.Max(phrase => Fit(words, phrase.Words)));

    // Of a short question all words should be in the phrase, of a long pasted text all words of the phrase in it.
    private double Fit(ImmutableArray<string> asked, ImmutableArray<string> phrase)
    {
        var ofAsked = Share(asked, word => phrase.Max(other => SymptomWords.Likeness(word, other, word == asked[^1])));
        var ofPhrase = Share(phrase, word => asked.Max(other => SymptomWords.Likeness(other, word, other == asked[^1])));
        return (0.7 * Math.Max(ofAsked, ofPhrase)) + (0.3 * Math.Min(ofAsked, ofPhrase));
    }

    private double Share(ImmutableArray<string> words, Func<string, double> likeness)
    {
        var (found, all) = (0.0, 0.0);

        foreach (var word in words)
        {
            var weight = _weights.GetValueOrDefault(word, _rare);
            found += weight * likeness(word);
            all += weight;
        }

        return found / all;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9-])(?<named>AADSTS[\s:_-]?)?(?<number>[0-9]{5,8})(?![A-Za-z0-9-])", RegexOptions.IgnoreCase)]
    private static partial Regex AnyCode();
}

/// <summary>What a search found.</summary>
/// <param name="Symptoms">The symptoms, best first.</param>
/// <param name="UnknownCodes">Error codes in the text that no symptom has.</param>
public sealed record SymptomsFound(ImmutableArray<Symptom> Symptoms, ImmutableArray<string> UnknownCodes);
