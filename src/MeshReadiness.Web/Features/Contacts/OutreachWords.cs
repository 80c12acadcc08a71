using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>How far it has come with a contact, as the screens write it.</summary>
internal static class OutreachWords
{
    public const string Nobody = "nobody";

    /// <summary>The person, with the address.</summary>
    public static string Of(ContactPerson? person) => person switch
    {
        null => Nobody,
        { Mail: { } mail } => $"{person.Name}, {mail}",
        _ => person.Name,
    };

    /// <summary>What differs, in the order in which a page shows it.</summary>
    public static ImmutableArray<WorkDifference> Differences(Outreach before, Outreach after) =>
    [
        .. new WorkDifference[]
        {
            new("Person", Of(before.Person), Of(after.Person)),
            new("State", Tones.Of(before.State).Word, Tones.Of(after.State).Word),
            new("Asked", before.Asked ?? "nothing", after.Asked ?? "nothing"),
            new("Answer needed by", Day(before.Due), Day(after.Due)),
            new("Answer", before.Answer ?? "none", after.Answer ?? "none"),
        }.Where(difference => difference.Before != difference.After),
    ];

    private static string Day(DateOnly? day) => day is { } known ? Format.Day(known) : "no day";
}
