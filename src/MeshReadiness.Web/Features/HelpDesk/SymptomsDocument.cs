using System.Collections.Immutable;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Symptoms as programs get them.</summary>
/// <param name="Symptoms">The symptoms, best first.</param>
/// <param name="UnknownCodes">Error codes in the text that no symptom has.</param>
public sealed record SymptomsDocument(ImmutableArray<SymptomDocument> Symptoms, ImmutableArray<string> UnknownCodes)
{
    /// <summary>What was found; for one person, where their signs are given.</summary>
    public static SymptomsDocument Of(SymptomsFound found, Playbook playbook, PersonSigns? signs = null) => new(
        [.. found.Symptoms.Select(symptom => SymptomDocument.Of(symptom, playbook, signs is null ? null : SymptomAnswer.For(symptom, signs)))], found.UnknownCodes);
}

/// <summary>One symptom.</summary>
/// <param name="Id">Its stable id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Codes">Error codes that stand for it.</param>
/// <param name="Experiences">The experiences in which it happens, by their names for programs.</param>
/// <param name="Causes">What can be behind it; for one person, likely causes first.</param>
/// <param name="Source">The page that describes it.</param>
public sealed record SymptomDocument(
    string Id, string Title, ImmutableArray<string> Codes, ImmutableArray<string> Experiences, ImmutableArray<CauseDocument> Causes, string Source)
{
    /// <summary>The symptom, weighed for a person where an answer is given.</summary>
    public static SymptomDocument Of(Symptom symptom, Playbook playbook, SymptomAnswer? answer) => new(
        symptom.Id,
        symptom.Title,
        symptom.Codes,
        [.. playbook.Experiences.Where(one => symptom.Experiences.Contains(one.Id)).Select(one => one.ApiName)],
        answer is null
            ? [.. symptom.Causes.Select(cause => CauseDocument.Of(cause, playbook, null, null))]
            : [.. answer.Causes.Select(one => CauseDocument.Of(one.Cause, playbook, one.Likelihood, one.Because))],
        symptom.Source);
}

/// <summary>One cause.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Likelihood"><c>likely</c>, <c>possible</c> or <c>ruledOut</c> for the person asked about; <see langword="null"/> when nobody was.</param>
/// <param name="Because">The fact that says so.</param>
/// <param name="Do">What to do.</param>
/// <param name="Contact">The contact who does it, by name.</param>
/// <param name="Tasks">The ids of the tasks that settle it for everybody.</param>
/// <param name="Source">The page that says so.</param>
public sealed record CauseDocument(
    string Title, Likelihood? Likelihood, string? Because, string Do, string Contact, ImmutableArray<string> Tasks, string Source)
{
    /// <summary>The cause, with the contact's name from the playbook.</summary>
    public static CauseDocument Of(SymptomCause cause, Playbook playbook, Likelihood? likelihood, string? because) => new(
        cause.Title, likelihood, because, cause.Do, playbook.Contacts.FirstOrDefault(contact => contact.Id == cause.Contact)?.Name ?? cause.Contact, cause.Tasks, cause.Source);
}
