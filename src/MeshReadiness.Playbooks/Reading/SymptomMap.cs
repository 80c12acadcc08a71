using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Playbooks.Reading;

/// <summary>Turns one document into symptoms. What they refer to has to be in one of the playbooks.</summary>
internal sealed partial class SymptomMap(ImmutableArray<Playbook> playbooks)
{
    private readonly Ids _ids = new("symptom");
    private readonly HashSet<string> _experiences = [.. playbooks.SelectMany(playbook => playbook.Experiences).Select(one => one.Id)];
    private readonly HashSet<string> _contacts = [.. playbooks.SelectMany(playbook => playbook.Contacts).Select(one => one.Id)];
    private readonly HashSet<string> _tasks = [.. playbooks.SelectMany(playbook => playbook.Tasks).Select(one => one.Id)];

    private readonly HashSet<string> _facts =
    [
        .. PersonSigns.Facts,
        .. playbooks.SelectMany(playbook => playbook.Requirements)
            .SelectMany(one => (string[])[one.Id + PersonSigns.Met, one.Id + PersonSigns.NotMet, one.Id + PersonSigns.NotKnown]),
    ];

    public ImmutableArray<Symptom> Read(JsonCursor root) => root.Object("symptoms")["symptoms"].SomeItems(Symptom);

    private Symptom Symptom(JsonCursor at)
    {
        at.Object("id", "title", "codes", "phrases", "experiences", "causes", "source");
        return new(
            _ids.Take(at["id"]),
            at["title"].Text(),
            at["codes"].Items(Code),
            at["phrases"].SomeItems(phrase => phrase.Text()),
            at["experiences"].SomeItems(one => Known(one, _experiences, "experience")),
            at["causes"].SomeItems(Cause),
            at["source"].WebAddress());
    }

    private SymptomCause Cause(JsonCursor at)
    {
        at.Object("title", "when", "unless", "do", "contact", "tasks", "source");
        return new(
            at["title"].Text(),
            at["when"].Items(Sign),
            at["unless"].Items(Sign),
            at["do"].Text(),
            Known(at["contact"], _contacts, "contact"),
            at["tasks"].Items(task => Known(task, _tasks, "task")),
            at["source"].WebAddress());
    }

    private static string Code(JsonCursor at) => ErrorCode().IsMatch(at.Text())
        ? at.Text()
        : throw at.Broken($"must be a code like AADSTS53003 and is {JsonCursor.Quote(at.Text())}.");

    // Codes of reasons are the rules' affair; only those that look like a requirement's are looked up.
    private string Sign(JsonCursor at) => _facts.Contains(at.Text()) || (ReasonCode().IsMatch(at.Text()) && !IsMistyped(at.Text()))
        ? at.Text()
        : throw at.Broken($"must be the code of a reason, or one of {string.Join(", ", PersonSigns.Facts)}, or a requirement with {PersonSigns.Met}, {PersonSigns.NotMet} or {PersonSigns.NotKnown}, and is {JsonCursor.Quote(at.Text())}.");

    private static bool IsMistyped(string sign) =>
        sign.EndsWith(PersonSigns.Met, StringComparison.Ordinal) || sign.EndsWith(PersonSigns.NotMet, StringComparison.Ordinal)
        || sign.EndsWith(PersonSigns.NotKnown, StringComparison.Ordinal)
        || PersonSigns.Facts.Any(fact => sign.StartsWith(fact.Split(':')[0] + ":", StringComparison.Ordinal));

    private static string Known(JsonCursor at, HashSet<string> known, string what) => known.Contains(at.Text())
        ? at.Text()
        : throw at.Broken($"names the {what} {JsonCursor.Quote(at.Text())}, which no playbook has.");

    [GeneratedRegex("^AADSTS[0-9]{5,8}$")]
    private static partial Regex ErrorCode();

    [GeneratedRegex("^[a-z-]+(:[a-z-]+)?$")]
    private static partial Regex ReasonCode();
}
