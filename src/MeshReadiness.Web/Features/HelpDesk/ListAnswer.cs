using System.Collections.Immutable;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Snapshots;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>What works for the people that a list names.</summary>
/// <param name="AsOf">When the tenant was read, in UTC.</param>
/// <param name="Lines">The answer to each line, in the list's order.</param>
public sealed record ListAnswer(DateTimeOffset AsOf, ImmutableArray<LineAnswer> Lines)
{
    /// <summary>Judges everybody whom a list names. Equal footprints are judged once.</summary>
    internal static ListAnswer Of(SnapshotView snapshot, IEnumerable<ListedPerson> listed)
    {
        Dictionary<Footprint, ImmutableArray<ListedVerdict>> judged = [];

        ImmutableArray<ListedVerdict> Judge(Footprint footprint)
        {
            if (!judged.TryGetValue(footprint, out var verdicts))
            {
                judged[footprint] = verdicts = [.. snapshot.Rules.Judge(footprint).Select(ListedVerdict.Of)];
            }

            return verdicts;
        }

        return new(snapshot.Head.AsOf, [.. listed.Select(line => new LineAnswer(
            line.Line, [.. line.People.Select(found => new PersonAnswerRow(found.Person, Judge(found.Footprint)))], line.Total))]);
    }
}

/// <summary>The answer to one line of a list.</summary>
/// <param name="Line">The line.</param>
/// <param name="People">Whom it names, some of them where it names many; nobody where the snapshot has no such person.</param>
/// <param name="Total">How many people it names.</param>
public sealed record LineAnswer(string Line, ImmutableArray<PersonAnswerRow> People, int Total)
{
    /// <summary>Of how many people with one name the verdicts are told.</summary>
    internal const int MostPeople = 5;
}

/// <summary>A person and the verdict on every experience.</summary>
/// <param name="Person">The person.</param>
/// <param name="Verdicts">The verdicts, in the playbook's order.</param>
public sealed record PersonAnswerRow(PersonRow Person, ImmutableArray<ListedVerdict> Verdicts);

/// <summary>The verdict on one experience with the reason that decides.</summary>
/// <param name="Experience">The experience's id.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">The reason that decides, as a sentence.</param>
/// <param name="Code">Its code.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ListedVerdict(string Experience, Verdict Verdict, string Reason, string Code, string? Remedy)
{
    internal static ListedVerdict Of(ExperienceVerdict verdict)
    {
        var deciding = verdict.Reasons[0];
        return new(verdict.ExperienceId, verdict.Verdict, deciding.Sentence, deciding.Code, deciding.Remedy);
    }
}
