using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;
using MeshReadiness.Web.Hosting;

namespace MeshReadiness.Web.Features.Decisions;

/// <summary>The decisions that no fact can make.</summary>
internal static class DecisionsFeature
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services.AddSingleton<FactsBeside>();

    public static void MapDecisions(this RouteGroupBuilder api) => api.MapGet(
        "/rollouts/{id:guid}/decisions",
        async (Guid id, RolloutDesk desk, NoteDesk<Decision> decisions, FactsBeside facts, CancellationToken cancellationToken) =>
        {
            var opened = await desk.OpenAsync(id, cancellationToken);

            if (!opened.TryGet(out var view))
            {
                return opened.Problem.ToHttp();
            }

            var (notes, beside) = (await decisions.ListAsync(id, cancellationToken), await facts.OfAsync(view.Playbook, cancellationToken));
            return Results.Ok(view.Playbook.Decisions.Select(aid => DecisionAnswer.Of(aid, notes.GetValueOrDefault(aid.Id), beside)));
        }).RequireAuthorization(Policies.Administer).WithTags("Rollout");

    private sealed record DecisionAnswer(
        string Id, string Title, string Task, DecisionTaken? Taken, string Weighing, IEnumerable<OutcomeAnswer> Outcomes,
        IEnumerable<QuestionAnswer> Questions, IEnumerable<string> Warnings, int Version)
    {
        public static DecisionAnswer Of(DecisionAid aid, Note<Decision>? note, DecisionFacts? facts)
        {
            var decision = note?.Content ?? Decision.Untouched(aid.Id);
            var weighing = DecisionWeighing.Of(aid, decision.Answers);
            return new(
                aid.Id, aid.Title, aid.Task, decision.Taken, weighing.Sentence,
                weighing.Outcomes.Select(weight => new OutcomeAnswer(weight.Outcome.Id, weight.Outcome.Name, weight.For.Select(reason => reason.Option.Id))),
                aid.Questions.Select(question => new QuestionAnswer(
                    question.Id, question.Question, decision.Answers.GetValueOrDefault(question.Id), facts is null ? [] : [.. question.Facts.Select(facts.Of)])),
                weighing.Warnings.Select(warning => warning.Text), note?.Version ?? 0);
        }
    }

    private sealed record OutcomeAnswer(string Id, string Name, IEnumerable<string> SpokenForBy);

    private sealed record QuestionAnswer(string Id, string Question, string? Answer, ImmutableArray<FoundFacts> Facts);
}
