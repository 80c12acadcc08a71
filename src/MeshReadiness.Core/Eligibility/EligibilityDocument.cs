using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Eligibility;

/// <summary>People with their verdicts as programs get them, from the command line and over HTTP alike.</summary>
/// <param name="People">The people.</param>
public sealed record EligibilityDocument(ImmutableArray<PersonDocument> People)
{
    /// <summary>The document of one person.</summary>
    public static EligibilityDocument Of(PersonEligibility person, Playbook playbook) => new([PersonDocument.Of(person, playbook)]);
}

/// <summary>One person in an <see cref="EligibilityDocument"/>.</summary>
/// <param name="Id">The object id.</param>
/// <param name="UserPrincipalName">The sign-in name; <see langword="null"/> when not told.</param>
/// <param name="Experiences">All experiences.</param>
/// <param name="Actions">All actions.</param>
public sealed record PersonDocument(
    string Id, string? UserPrincipalName, ImmutableArray<ExperienceDocument> Experiences, ImmutableArray<ActionDocument> Actions)
{
    /// <summary>Puts what was found out about a person into the words of the document.</summary>
    public static PersonDocument Of(PersonEligibility person, Playbook playbook) => new(
        person.User.Id,
        person.User.UserPrincipalName,
        [.. person.Experiences.Select(one => new ExperienceDocument(
            playbook.Experiences.First(experience => experience.Id == one.ExperienceId).ApiName, Word(one.Verdict), Reasons(one.Reasons)))],
        [.. person.Actions.Select(one => new ActionDocument(
            playbook.Access.First(action => action.Id == one.ActionId).ApiName, Word(one.Verdict), Reasons(one.Reasons)))]);

    // Programs know three answers: what isn't for this sort of person, they can't use either.
    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Ready => "ready",
        Verdict.Unknown => "unknown",
        _ => "notReady",
    };

    private static ImmutableArray<ReasonDocument> Reasons(ImmutableArray<Reason> reasons) => [.. reasons.Select(reason => new ReasonDocument(
        reason.Code, reason.IsMet switch { true => "yes", false => "no", null => "unknown" }, reason.Sentence, reason.Remedy, reason.Role, reason.Source))];
}

/// <summary>The verdict on an experience.</summary>
/// <param name="Experience">The experience's name for programs, for example <c>avatarsInTeams</c>.</param>
/// <param name="Verdict"><c>ready</c>, <c>notReady</c> or <c>unknown</c>.</param>
/// <param name="Reasons">All reasons, what decides first.</param>
public sealed record ExperienceDocument(string Experience, string Verdict, ImmutableArray<ReasonDocument> Reasons);

/// <summary>The verdict on an action.</summary>
/// <param name="Action">The action's name for programs, for example <c>createEvent</c>.</param>
/// <param name="Verdict"><c>ready</c>, <c>notReady</c> or <c>unknown</c>.</param>
/// <param name="Reasons">All reasons, what decides first.</param>
public sealed record ActionDocument(string Action, string Verdict, ImmutableArray<ReasonDocument> Reasons);

/// <summary>One reason.</summary>
/// <param name="Code">Its stable id.</param>
/// <param name="Met"><c>yes</c>, <c>no</c> or <c>unknown</c>: whether what the rule asks for is there.</param>
/// <param name="Sentence">The reason as people read it.</param>
/// <param name="Remedy">What to do; <see langword="null"/> when nothing has to be done or can be.</param>
/// <param name="Role">Who can do it.</param>
/// <param name="Source">The page that the rule rests on.</param>
public sealed record ReasonDocument(string Code, string Met, string Sentence, string? Remedy, string? Role, string? Source);
