using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.HelpDesk;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Scanning;
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
            .AddSingleton<LookupRecord>().AddSingleton<PeopleLookup>().AddSingleton<PersonLookup>().AddSingleton<ListLookup>()
            .AddSingleton<PersonRefresh>().AddSingleton<RefreshAllowance>().AddSingleton<PersonHistoryLookup>()
            .AddSingleton(new SymptomFinder(SymptomTable.Shipped));
    }

    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").RequireAuthorization(Policies.FindPeople).WithTags("People");
        people.MapGet("/", SearchAsync).Produces<PersonPage>().ProducesProblem(StatusCodes.Status400BadRequest);
        people.MapGet("/{userId}", (string userId, HttpContext context, CurrentSnapshot snapshots, PersonLookup lookup, CancellationToken cancellationToken) =>
            AnswerAsync(userId, context, snapshots, lookup.FindAsync, cancellationToken));
        people.MapGet("/{userId}/eligibility", (string userId, HttpContext context, CurrentSnapshot snapshots, PersonLookup lookup, CancellationToken cancellationToken) =>
                AnswerAsync(userId, context, snapshots, lookup.DocumentAsync, cancellationToken))
            .Produces<EligibilityDocument>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> AnswerAsync<T>(
        string userId, HttpContext context, CurrentSnapshot snapshots, Func<SnapshotView, string, Actor, CancellationToken, Task<Result<T>>> find, CancellationToken cancellationToken) =>
        await snapshots.GetAsync(cancellationToken) is { } view
            ? (await find(view, userId, context.User.ToActor(), cancellationToken)).ToHttp()
            : SnapshotsFeature.None.ToHttp();

    private static async Task<IResult> SearchAsync(
        string? search, string? experience, string? verdict, string? reason, Guid? product, int? skip, int? take,
        HttpContext context, CurrentSnapshot snapshots, PeopleLookup lookup, CancellationToken cancellationToken)
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
            ? (await lookup.FindAsync(
                view.Head.Id, new(search, experience, asked, reason, product, skip ?? 0, take ?? 50, OrNear: true), context.User.ToActor(), cancellationToken)).ToHttp()
            : SnapshotsFeature.None.ToHttp();
    }
}
