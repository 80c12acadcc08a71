using MeshReadiness.Core.Eligibility;

namespace MeshReadiness.Data;

/// <summary>Which people of a snapshot to show. Everything that is given must hold.</summary>
/// <param name="Text">
/// Beginnings of words that must all stand in name, sign-in name or mail, whatever their capitals and marks; or an object id.
/// </param>
/// <param name="ExperienceId">The experience that <paramref name="Verdict"/> and <paramref name="ReasonCode"/> are about; none, or <see cref="Core.Readiness.ReasonCount.Anywhere"/>, for any.</param>
/// <param name="Verdict">The verdict on that experience; without one, the best verdict on any.</param>
/// <param name="ReasonCode">A reason that speaks on that experience; without one, on any.</param>
/// <param name="SkuId">A product that the people hold.</param>
/// <param name="Skip">How many to leave out from the start.</param>
/// <param name="Take">How many to return at most.</param>
/// <param name="OrNear">Whether, where nobody is found, those will do whose words come near: see <see cref="PersonPage.IsNear"/>.</param>
public sealed record PeopleQuery(
    string? Text = null,
    string? ExperienceId = null,
    Verdict? Verdict = null,
    string? ReasonCode = null,
    Guid? SkuId = null,
    int Skip = 0,
    int Take = 50,
    bool OrNear = false)
{
    /// <summary>The department, country or office that the people belong to.</summary>
    public PeopleSet Within { get; init; } = PeopleSet.Everybody;

    /// <summary>Whether it asks for more than a text.</summary>
    public bool Narrows => ExperienceId is not null || Verdict is not null || ReasonCode is not null || SkuId is not null || Within.By is not null;
}
