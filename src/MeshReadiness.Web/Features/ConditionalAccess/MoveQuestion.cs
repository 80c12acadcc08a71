using MeshReadiness.Core.ConditionalAccess.Changes;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>Whom somebody wants to see one by one: those who get further by a change in one way of signing in, or those who get less far.</summary>
/// <param name="WayId">The way's id.</param>
/// <param name="Gains">Whether they get further.</param>
public sealed record MoveQuestion(string WayId, bool Gains)
{
    private const string Gain = "gain", Lose = "lose";

    /// <summary>The question as a word for addresses, for example <c>quest-unregistered.gain</c>.</summary>
    public string Code => $"{WayId}.{(Gains ? Gain : Lose)}";

    /// <summary>Reads a word that <see cref="Code"/> wrote; nothing when it isn't one.</summary>
    public static MoveQuestion? Read(string? code) => code?.LastIndexOf('.') switch
    {
        > 0 and var dot when code[(dot + 1)..] is Gain or Lose => new(code[..dot], code[(dot + 1)..] is Gain),
        _ => null,
    };

    /// <summary>The row that it asks about; nothing when the change has none of this id.</summary>
    public ScenarioEffect? RowIn(ChangeEffect effect) => effect.Scenarios.Concat(effect.Protections).FirstOrDefault(row => row.Scenario.Id == WayId);

    /// <summary>The moves that it asks for.</summary>
    public IEnumerable<OutcomeMove> MovesIn(ScenarioEffect row) => row.Moves.Where(move => Gains ? move.Step > 0 : move.Step < 0);
}
