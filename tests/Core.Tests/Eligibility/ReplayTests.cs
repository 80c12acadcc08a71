using CsCheck;
using MeshReadiness.Core.Eligibility;

namespace MeshReadiness.Core.Tests.Eligibility;

/// <summary>
/// Replays reasons: changing a fact that a reason rests on takes the reason away, and changing any other leaves it as it is.
/// Which facts these are is written down here, apart from the rules.
/// </summary>
public sealed class ReplayTests
{
    private const int Cases = 25_000;

    [Fact]
    public void A_reason_changes_with_the_facts_that_it_names_and_with_no_other() => Situation.Change.Sample(
        change =>
        {
            var (before, fact, word) = change;
            var after = before.With(fact, word);

            foreach (var (one, other) in Places(before).Zip(Places(after)))
            {
                // To whom an experience isn't offered, no more is said; that is the user type's doing.
                if (fact == "type" && (one.Verdict is Verdict.NotApplicable || other.Verdict is Verdict.NotApplicable))
                {
                    continue;
                }

                foreach (var reason in one.Reasons)
                {
                    var stays = other.Reasons.Any(same => same.Code == reason.Code && same.Verdict == reason.Verdict);

                    Assert.True(
                        stays != RestsOn(reason.Code, one, before, fact, word),
                        $"{reason.Code} of {one.Id} {(stays ? "stays" : "goes")} when {fact} becomes {word}, from {before}");
                }
            }
        },
        iter: Cases, seed: "0000DGgQ5wq5", threads: 1);

    [Fact]
    public void What_is_known_to_be_missing_decides_and_then_what_isnt_known() => Situation.Change.Sample(
        change => Assert.All(Places(change.Before).Where(place => place.Verdict is not Verdict.NotApplicable), place => Assert.Equal(
            place.Reasons.Any(reason => reason.IsMet is false) ? Verdict.NotReady
                : place.Reasons.Any(reason => reason.IsMet is null) ? Verdict.Unknown
                : Verdict.Ready,
            place.Verdict)),
        iter: 2_000, seed: "0000DGgQ5wq5", threads: 1);

    // Whether this reason can't be given any more once the fact has the other word.
    private static bool RestsOn(string code, Place place, Situation before, string fact, string word)
    {
        var family = code.Split(':')[0];

        if (Situation.Words.TryGetValue(family, out var standings) && ReferenceEquals(standings, Situation.Standings))
        {
            return fact == "licences" || (fact == family && before["licences"] is "told");
        }

        return family switch
        {
            "not-evaluated" => false,
            "sign-in" => fact == "policies",
            "tenant-fits" or "tenant-unsupported" or "tenant-unknown" => fact == "tenant",
            // Not set and not told are the same unknown.
            "account-unknown" => fact == "account" && word is not ("unknown" or "untold"),
            "account-enabled" or "account-disabled" => fact == "account",
            "user-type-unknown" => fact == "type" && word is not ("unknown" or "untold"),
            "user-type-fits" or "guests-not-served" or "members-not-served" => fact == "type",
            "guest" => InvitationOf(before) != InvitationOf(before.With(fact, word)),
            // It only matters while a licence would have to be assigned.
            "usage-location" => fact == "location" || fact == "licences" || (fact == OnlyMissing(place)),
            "join-groups" => fact == "type" && IsMember(before["type"]) != IsMember(word),
            "create-groups" => RightRestsOn(code, before, fact, word),
            _ => throw new InvalidOperationException($"Nobody wrote down what {code} rests on."),
        };
    }

    private static bool RightRestsOn(string code, Situation before, string fact, string word) => code switch
    {
        "create-groups:unknown" or "create-groups:nobody" => fact == "creation",
        "create-groups:not-a-member" => (fact == "type" && IsMember(word)) || (fact == "creation" && word is "closed" or "untold"),
        "create-groups:everybody" => fact == "creation" || (fact == "type" && IsMember(before["type"])),
        "create-groups:in-group" => fact is "creation" or "type" || (fact == "makers" && word is not ("direct" or "nested")),
        "create-groups:group-unknown" => fact is "creation" or "type" || (fact == "makers" && word is not ("untold" or "cut-off")),
        "create-groups:not-in-group" => fact is "creation" or "type" or "makers",
        _ => throw new InvalidOperationException($"Nobody wrote down what {code} rests on."),
    };

    // Of nobody but a guest it is said whether they have accepted.
    private static string InvitationOf(Situation situation) => situation["type"] is "guest" ? situation["invitation"] : "unknown";

    private static bool IsMember(string type) => type is "member";

    private static string? OnlyMissing(Place place) =>
        place.Reasons.Where(reason => reason.Code.EndsWith(":missing", StringComparison.Ordinal) && !reason.Code.StartsWith("usage-location", StringComparison.Ordinal))
            .Select(reason => reason.Code.Split(':')[0]).ToList() is [var only] ? only : null;

    private static List<Place> Places(Situation situation)
    {
        var person = situation.Explain();
        return
        [
            .. person.Experiences.Select(one => new Place(one.ExperienceId, one.Verdict, one.Reasons)),
            .. person.Actions.Select(one => new Place(one.ActionId, one.Verdict, one.Reasons)),
        ];
    }

    private sealed record Place(string Id, Verdict Verdict, ImmutableArray<Reason> Reasons);
}
