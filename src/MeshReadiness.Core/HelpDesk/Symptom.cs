using System.Collections.Immutable;

namespace MeshReadiness.Core.HelpDesk;

/// <summary>Something that people see and report, with what can be behind it.</summary>
/// <param name="Id">Stable id, for example <c>no-3d-view</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Codes">Error codes that stand for it, for example <c>AADSTS53003</c>.</param>
/// <param name="Phrases">What people read on their screens, or say.</param>
/// <param name="Experiences">The ids of the experiences in which it happens.</param>
/// <param name="Causes">What can be behind it, what to look at first at the beginning.</param>
/// <param name="Source">The page that describes it.</param>
public sealed record Symptom(
    string Id,
    string Title,
    ImmutableArray<string> Codes,
    ImmutableArray<string> Phrases,
    ImmutableArray<string> Experiences,
    ImmutableArray<SymptomCause> Causes,
    string Source);

/// <summary>One thing that can be behind a symptom.</summary>
/// <param name="Title">What it is.</param>
/// <param name="When">Signs that make it likely for a person (<see cref="PersonSigns"/>); one is enough.</param>
/// <param name="Unless">Signs that speak against it; one is enough.</param>
/// <param name="Do">What to do.</param>
/// <param name="Contact">The id of the contact in the playbook who does it.</param>
/// <param name="Tasks">The ids of the playbook's tasks that settle it for everybody.</param>
/// <param name="Source">The page that says so.</param>
public sealed record SymptomCause(
    string Title,
    ImmutableArray<string> When,
    ImmutableArray<string> Unless,
    string Do,
    string Contact,
    ImmutableArray<string> Tasks,
    string Source);
