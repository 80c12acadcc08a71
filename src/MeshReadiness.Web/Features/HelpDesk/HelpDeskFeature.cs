using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Data;
using MeshReadiness.Playbooks;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.HelpDesk;

/// <summary>Finding people, for programs.</summary>
internal static class HelpDeskFeature
{
    private const int MostPeople = 1000;

    public static IServiceCollection AddHelpDesk(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HelpDeskOptions>().BindConfiguration(HelpDeskOptions.Section).ValidateDataAnnotations();
        return services
            .AddSingleton<PersonLookup>().AddSingleton<ListLookup>()
            .AddSingleton<PersonRefresh>().AddSingleton<RefreshAllowance>().AddSingleton<PersonHistoryLookup>()
            .AddSingleton(new SymptomFinder(SymptomTable.Shipped));
    }

    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").RequireAuthorization(Policies.FindPeople).WithTags("People");
        people.MapGet("/", SearchAsync);
        people.MapGet("/{userId}", (string userId, CurrentSnapshot snapshots, PersonLookup lookup, CancellationToken cancellationToken) =>
            AnswerAsync(userId, snapshots, lookup.FindAsync, cancellationToken));
        people.MapGet("/{userId}/eligibility", (string userId, CurrentSnapshot snapshots, PersonLookup lookup, CancellationToken cancellationToken) =>
                AnswerAsync(userId, snapshots, lookup.DocumentAsync, cancellationToken))
            .Produces<EligibilityDocument>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> AnswerAsync<T>(
        string userId, CurrentSnapshot snapshots, Func<SnapshotView, string, CancellationToken, Task<T?>> find, CancellationToken cancellationToken)
        where T : class =>
        await snapshots.GetAsync(cancellationToken) is not { } view ? SnapshotsFeature.None.ToHttp()
            : await find(view, userId, cancellationToken) is { } found ? Results.Ok(found)
            : PersonLookup.Nobody(userId).ToHttp();

    private static async Task<IResult> SearchAsync(
        string? text, string? experience, string? verdict, string? reason, Guid? product, int? skip, int? take,
        CurrentSnapshot snapshots, SnapshotStore store, CancellationToken cancellationToken)
    {
        if (skip is < 0 || take is < 1 or > MostPeople)
        {
            return new Problem(ProblemKind.Invalid, $"skip must be 0 or more and take from 1 to {MostPeople}, for example ?skip=0&take=50.").ToHttp();
        }

        // The word as the API itself writes it.
        var asked = VerdictWords.Parse(verdict);

        if (verdict is not null && asked is null)
        {
            return new Problem(ProblemKind.Invalid, "verdict must be ready, notReady, unknown or notApplicable, for example ?verdict=notReady.").ToHttp();
        }

        return await snapshots.GetAsync(cancellationToken) is { } view
            ? Results.Ok(await store.SearchPeopleAsync(
                view.Head.Id, new(text, experience, asked, reason, product, skip ?? 0, take ?? 50), cancellationToken))
            : SnapshotsFeature.None.ToHttp();
    }
}
