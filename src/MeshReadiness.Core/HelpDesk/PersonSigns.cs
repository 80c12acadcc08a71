using System.Globalization;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>
/// What is known of one person, as signs by which causes are judged, each with the sentence that says so. A sign is a
/// reason's code, <c>{requirement}:met</c>, <c>:not-met</c> or <c>:not-known</c>, or one of <see cref="Facts"/>.
/// </summary>
public sealed class PersonSigns
{
    /// <summary>Says that a requirement is met, by any of its reasons.</summary>
    public const string Met = ":met";

    /// <summary>Says that it isn't.</summary>
    public const string NotMet = ":not-met";

    /// <summary>Says that nobody knows.</summary>
    public const string NotKnown = ":not-known";

    private const string Guest = "user-type:guest", Member = "user-type:member";
    private const string Pending = "invitation:pending", Accepted = "invitation:accepted", Ended = "product:ended";

    private readonly Dictionary<string, string> _sentences = [];

    /// <summary>Collects the signs of one person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="playbook">The playbook that the verdicts come from.</param>
    /// <param name="readAt">When the facts were read; decides whether the product had ended.</param>
    public PersonSigns(PersonEligibility person, Playbook playbook, DateTimeOffset readAt)
    {
        foreach (var reason in HelpTopic.Of(person).SelectMany(topic => topic.Reasons))
        {
            _sentences.TryAdd(reason.Code, reason.Sentence);

            if (RuleKeys.RequirementOf(reason.Code, playbook) is { } asked)
            {
                _sentences.TryAdd(asked.Id + reason.IsMet switch { true => Met, false => NotMet, null => NotKnown }, reason.Sentence);
            }
        }

        foreach (var (sign, sentence) in FactsOf(person.User, playbook, readAt))
        {
            _sentences.TryAdd(sign, sentence);
        }
    }

    /// <summary>The signs that come from facts and not from a rule.</summary>
    public static IReadOnlyList<string> Facts { get; } = [Guest, Member, Pending, Accepted, Ended];

    /// <summary>The sentence of the first of these signs that the person shows; <see langword="null"/> when they show none.</summary>
    public string? First(IEnumerable<string> signs) => signs.Select(sign => _sentences.GetValueOrDefault(sign)).FirstOrDefault(sentence => sentence is not null);

    private static IEnumerable<(string Sign, string Sentence)> FactsOf(UserFacts user, Playbook playbook, DateTimeOffset readAt)
    {
        if (user.UserType is { } type)
        {
            yield return type is UserType.Guest ? (Guest, "This person is a guest.") : (Member, "This person is a member of the organisation.");
        }

        if (user.Invitation is { } invitation)
        {
            yield return invitation is InvitationState.Accepted
                ? (Accepted, "The invitation is accepted.")
                : (Pending, "The invitation isn't accepted yet.");
        }

        if (playbook.Lifecycle is { } life && DateOnly.FromDateTime(readAt.UtcDateTime) >= life.RetiredOn)
        {
            yield return (Ended, $"{playbook.Name} was retired on {life.RetiredOn.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.");
        }
    }
}
