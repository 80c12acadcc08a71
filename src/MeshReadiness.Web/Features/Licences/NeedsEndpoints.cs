using System.Collections.Immutable;
using System.Globalization;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Data;
using MeshReadiness.Web.Components;
using MeshReadiness.Web.Features.HelpDesk;
using MeshReadiness.Web.Features.Snapshots;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>What it would take to make people ready, for programs and for whoever assigns licences.</summary>
internal static class NeedsEndpoints
{
    /// <summary>The audit record's word for a list that was taken out.</summary>
    public const string Action = "people.exported";

    private static readonly ImmutableArray<string> PartNames = [.. Enum.GetValues<NeedPart>().Select(Format.Word)];

    public static void MapNeeds(this RouteGroupBuilder licences)
    {
        licences.MapGet("/licences/needs", AnswerAsync).Produces<NeedsAnswer>().ProducesProblem(StatusCodes.Status400BadRequest);
        licences.MapGet("/licences/needs/people.csv", ExportAsync)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> AnswerAsync(
        string? experience, string? department, string? country, string? office, string? verdict,
        CurrentSnapshot snapshots, LicenceNeeds needs, Playbook playbook, CancellationToken cancellationToken)
    {
        var asked = NeedQuestion.Read(playbook, experience, department, country, office, verdict);

        return !asked.TryGet(out var question) ? asked.Problem.ToHttp()
            : await snapshots.GetAsync(cancellationToken) is not { } view ? SnapshotsFeature.None.ToHttp()
            : Results.Ok(NeedsAnswer.Of(view, question, await needs.FindAsync(view, question, cancellationToken)));
    }

    private static async Task<IResult> ExportAsync(
        string? experience, string? department, string? country, string? office, string? verdict, string? part,
        HttpContext context, CurrentSnapshot snapshots, LicenceNeeds needs, Playbook playbook, LookupRecord record, CancellationToken cancellationToken)
    {
        var asked = NeedQuestion.Read(playbook, experience, department, country, office, verdict);

        if (!asked.TryGet(out var question))
        {
            return asked.Problem.ToHttp();
        }

        if (PartNames.IndexOf(part ?? "", 0, PartNames.Length, StringComparer.OrdinalIgnoreCase) is not (>= 0 and var index))
        {
            return new Problem(ProblemKind.Invalid, $"part must be one of {string.Join(", ", PartNames)}, for example ?part=needProduct.").ToHttp();
        }

        if (await snapshots.GetAsync(cancellationToken) is not { } view)
        {
            return SnapshotsFeature.None.ToHttp();
        }

        var answer = await needs.FindAsync(view, question, cancellationToken);
        var told = await record.TellAsync(
            answer, context.User.ToActor(), Action, view.Head.Id.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"{Format.Count(answer.Parts[index], "person", "people")}: {PartNames[index]} for {question.Experience.Id}."),
            cancellationToken);
        return !told.Succeeded ? told.Problem.ToHttp() : Csv.Stream(
            $"{question.Experience.Id}-{NeedText.FileName((NeedPart)index)}.csv",
            Columns,
            needs.PeopleAsync(view, question, answer, (NeedPart)index, cancellationToken)
                .Select(batch => batch.Select(found => Cells(found.Person, found.Need, answer))));
    }

    private static IEnumerable<string> Columns =>
        ["Object id", "Name", "Sign-in name", "Mail", "Department", "Country", "What it takes", "Lacks", "Products that would do"];

    private static IEnumerable<string> Cells(PersonRow person, FootprintNeed need, NeedAnswer answer) =>
    [
        person.Id, person.DisplayName ?? "", person.UserPrincipalName ?? "", person.Mail ?? "", person.Department ?? "", person.Country ?? "",
        NeedText.Title(need.Part),
        string.Join("; ", need.Lacks.Select(requirement => requirement.Name)),
        string.Join("; ", need.Seats.Select(place => answer.Seats[place].Products is [var best, ..] ? best.Name : "no known product")),
    ];

    /// <summary>What it would take, as programs get it.</summary>
    private sealed record NeedsAnswer(
        Guid Snapshot, DateTimeOffset? AsOf, string Experience, Dimension? By, string? Value, Verdict? Verdict, int People,
        ImmutableDictionary<string, int> Parts, int SeatsNeeded, int SeatsFree, int SeatsMissing, IEnumerable<SeatAnswer> Seats)
    {
        public static NeedsAnswer Of(SnapshotView view, NeedQuestion question, NeedAnswer answer) => new(
            view.Head.Id, view.Head.EndedAt, question.Experience.Id, question.Set.By, question.Set.By is null ? null : question.Set.Value,
            question.Verdict, answer.People, PartNames.Zip(answer.Parts).ToImmutableDictionary(part => part.First, part => part.Second),
            answer.SeatsNeeded, answer.SeatsFree, answer.SeatsMissing,
            answer.Seats.Select(need => new SeatAnswer(
                [.. need.Meets.Select(requirement => requirement.Id)], need.People, need.FromFree, need.Missing, need.Used, [.. need.Products.Take(NeedText.MostOffers)])));
    }

    private sealed record SeatAnswer(
        ImmutableArray<string> Meets, int People, int FromFree, int Missing, ImmutableArray<SeatsUsed> Used, ImmutableArray<ProductOffer> Products);
}
