using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.ConditionalAccess.SignIns;

namespace MeshReadiness.Core.Playbooks;

/// <summary>
/// One way to readiness, as data: the steps and tasks, the experiences that people want, and what each of them needs.
/// Nothing about a rollout is written in code that can be written here.
/// </summary>
/// <param name="Id">Stable short id, for example <c>mesh</c>.</param>
/// <param name="Version">Counts up with each edition; never reused.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Summary">One sentence on what it is for.</param>
/// <param name="Source">The page that it rests on.</param>
/// <param name="Lifecycle">When and by what the product was replaced; <see langword="null"/> while it lives.</param>
/// <param name="TenantSignals">How to tell tenants that can't take part.</param>
/// <param name="Requirements">What experiences can ask of a person's licences.</param>
/// <param name="Experiences">What people can want to do, in the order in which pages show them.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record Playbook(
    string Id,
    int Version,
    string Name,
    string Summary,
    string Source,
    Lifecycle? Lifecycle,
    TenantSignals TenantSignals,
    ImmutableArray<PlanRequirement> Requirements,
    ImmutableArray<Experience> Experiences,
    ImmutableArray<Step> Steps)
{
    /// <summary>Where the work of tasks is done.</summary>
    public ImmutableArray<AdminTool> Tools { get; init; } = [];

    /// <summary>What people do with the product, and the access that each of it takes.</summary>
    public ImmutableArray<ActionAccess> Access { get; init; } = [];

    /// <summary>The supporting teams and stakeholders whose help the rollout needs.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>Aids to the decisions that no fact can make.</summary>
    public ImmutableArray<DecisionAid> Decisions { get; init; } = [];

    /// <summary>Messages to the contacts.</summary>
    public ImmutableArray<MessageTemplate> Messages { get; init; } = [];

    /// <summary>Pages to read on.</summary>
    public ImmutableArray<PageLink> Links { get; init; } = [];

    /// <summary>What articles say about which products are enough.</summary>
    public ImmutableArray<ProductClaim> Claims { get; init; } = [];

    /// <summary>Products that aren't proposed to people, whatever plans they carry.</summary>
    public ImmutableArray<ProductsForOthers> NotOffered { get; init; } = [];

    /// <summary>The ways of signing in that everybody is judged by, in the order in which pages show them.</summary>
    public ImmutableArray<SignInScenario> Scenarios { get; init; } = [];

    /// <summary>What the words of Conditional Access mean that stand for several apps.</summary>
    public AppGroups Apps { get; init; } = AppGroups.None;

    /// <summary>All tasks of all steps, in order.</summary>
    public IEnumerable<PlaybookTask> Tasks => Steps.SelectMany(step => step.Tasks);

    /// <summary>The requirement with this id. The reader of playbooks has made sure that there is one.</summary>
    public PlanRequirement Requirement(string id) => Requirements.First(requirement => requirement.Id == id);
}

/// <summary>The end of a product's life.</summary>
/// <param name="RetiredOn">The first day on which it no longer works.</param>
/// <param name="Successor">What to use instead.</param>
/// <param name="Notice">One or two sentences for everybody who reads a page about it.</param>
/// <param name="Source">The page that says so.</param>
public sealed record Lifecycle(DateOnly RetiredOn, string Successor, string Notice, string Source)
{
    /// <summary>The id of the playbook that prepares for the successor; <see langword="null"/> where there is none.</summary>
    public string? SuccessorPlaybook { get; init; }

    /// <summary>
    /// Tasks here, each with the task of the successor's playbook that goes on from it: its owner and notes go along,
    /// and its evidence for as long as it is fresh by the other task's measure.
    /// </summary>
    public ImmutableDictionary<string, string> CarriesOver { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>How to tell tenants that the product isn't offered to, from what they have bought.</summary>
/// <param name="GovernmentPlans">Service plans that only government tenants carry.</param>
/// <param name="GovernmentSkuMarks">Pieces of text in the part numbers of government products; no letter may follow them there.</param>
/// <param name="EducationPlans">Service plans that only education tenants carry.</param>
/// <param name="EducationSkuMarks">Pieces of text in the part numbers of education products; no letter may follow them there.</param>
/// <param name="Source">The page that says who can't take part.</param>
public sealed record TenantSignals(
    ImmutableArray<Guid> GovernmentPlans,
    ImmutableArray<string> GovernmentSkuMarks,
    ImmutableArray<Guid> EducationPlans,
    ImmutableArray<string> EducationSkuMarks,
    string Source);

/// <summary>One of the steps.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Title">A few words.</param>
/// <param name="Purpose">One sentence: why this step exists.</param>
/// <param name="Tasks">What to do, in order.</param>
public sealed record Step(int Number, string Title, string Purpose, ImmutableArray<PlaybookTask> Tasks);
