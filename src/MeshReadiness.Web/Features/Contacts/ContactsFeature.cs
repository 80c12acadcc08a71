using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>The people outside the team whose help a rollout needs.</summary>
internal static class ContactsFeature
{
    public static IServiceCollection AddContacts(this IServiceCollection services) => services.AddSingleton<RoleProposals>().AddSingleton<ContactBook>();

    public static void MapContacts(this RouteGroupBuilder api)
    {
        var contacts = api.MapGroup("/rollouts/{id:guid}").RequireAuthorization(Policies.Administer).WithTags("Contacts");
        contacts.MapGet("/contacts", async (Guid id, ContactBook book, CancellationToken cancellationToken) =>
            (await book.OpenAsync(id, cancellationToken)).Map(view => view.Contacts.Select(one => ContactAnswer.Of(one, view.Versions))).ToHttp())
            .Produces<ImmutableArray<ContactAnswer>>().ProducesProblem(StatusCodes.Status404NotFound);
        contacts.MapGet("/contacts.csv", async (Guid id, ContactBook book, CancellationToken cancellationToken) =>
            (await book.OpenAsync(id, cancellationToken)) is var opened && opened.TryGet(out var view) ? ContactsCsv.Contacts(view) : opened.Problem.ToHttp())
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
        contacts.MapGet("/raci.csv", async (Guid id, ContactBook book, CancellationToken cancellationToken) =>
            (await book.OpenAsync(id, cancellationToken)) is var opened && opened.TryGet(out var view) ? ContactsCsv.Raci(view) : opened.Problem.ToHttp())
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status404NotFound);
    }
}

/// <summary>A contact of a rollout, as programs get it.</summary>
/// <param name="Id">The contact's id.</param>
/// <param name="Name">The team or person, as people call it.</param>
/// <param name="Kind">Whether they change something or have a say.</param>
/// <param name="Needed">What the playbook asks of them.</param>
/// <param name="Function">Who in the company answers for it.</param>
/// <param name="Role">The Entra role that tells who it is.</param>
/// <param name="Person">Who it is here.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Asked">What they were asked.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="Due">When their answer is needed.</param>
/// <param name="IsOverdue">Whether that day is past without an answer.</param>
/// <param name="Answer">What they said.</param>
/// <param name="Tasks">The ids of their tasks that apply.</param>
/// <param name="OpenTasks">Those of them that aren't settled.</param>
/// <param name="Version">Counts up with every change.</param>
internal sealed record ContactAnswer(
    string Id, string Name, ContactKind Kind, string Needed, string Function, string? Role, ContactPerson? Person, OutreachState State, string? Asked,
    DateTimeOffset? AskedAt, DateOnly? Due, bool IsOverdue, string? Answer, IEnumerable<string> Tasks, IEnumerable<string> OpenTasks, int Version)
{
    public static ContactAnswer Of(OutreachStanding one, IReadOnlyDictionary<string, int> versions) => new(
        one.Contact.Id, one.Contact.Name, one.Contact.Kind, one.Contact.Asked, one.Contact.Function, one.Contact.Role, one.Outreach.Person,
        one.Outreach.State, one.Outreach.Asked, one.Outreach.AskedAt, one.Outreach.Due, one.IsOverdue, one.Outreach.Answer,
        one.Tasks.Select(task => task.Task.Id), one.OpenTasks.Select(task => task.Task.Id), versions.GetValueOrDefault(one.Contact.Id));
}
