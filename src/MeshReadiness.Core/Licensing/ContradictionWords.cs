using System.Collections.Immutable;
using MeshReadiness.Core.Checks;
using MeshReadiness.Core.Playbooks;

namespace MeshReadiness.Core.Licensing;

/// <summary>Puts contradictions into words: what differs, what follows for people, what to do.</summary>
internal sealed class ContradictionWords(ProductSources sources)
{
    public Contradiction TenantDiffers(Guid skuId, PlanRequirement about, SourceAnswers says) =>
        new(ContradictionKind.TenantDiffers, skuId, sources.NameOf(skuId), about.Id, says, says.Trusted)
        {
            Sentence = says.Tenant is SourceAnswer.Yes
                ? $"In your tenant it carries {about.Name}; Microsoft's table doesn't list that."
                : $"In your tenant it doesn't carry {about.Name}; Microsoft's table lists it.",
            Follows = says.Tenant is SourceAnswer.Yes
                ? $"People who hold it are counted as having {about.Name}."
                : $"People who hold it are counted without {about.Name}, whatever is said elsewhere.",
            Remedy = says.Tenant is SourceAnswer.Yes
                ? "Nothing has to be done. A newer download of the table may agree."
                : "Ask Microsoft support which plans your offer should have before you count on it, or assign another product.",
            Source = ProductCatalogue.Source,
        };

    public Contradiction Named(Guid skuId, PlanRequirement about, SourceAnswers says, ImmutableArray<Guid> otherForms)
    {
        ImmutableArray<ProductClaim> claims = [.. sources.ClaimsFor(skuId, about.Id)];
        var namedFor = Words.List(claims.Select(claim => claim.NamedFor).Distinct(), "and");
        var kind = otherForms.IsEmpty ? ContradictionKind.NamedWithoutPlan : ContradictionKind.FormsDiffer;
        var forms = otherForms.IsEmpty ? "" : $", while {Words.List(otherForms.Select(form => $"{sources.NameOf(form)} ({form})"), "and")} does under the same words";

        return new(kind, skuId, sources.NameOf(skuId), about.Id, says, says.Trusted)
        {
            Sentence = $"Articles name it for {namedFor}, and {Place(says.Trusted)} it doesn't carry {about.Name}{forms}.",
            Follows = $"People with only this product are counted without {about.Name}, though it may work for them.",
            Remedy = says.Trusted is LicenceSource.Tenant
                ? "Let one person who holds it try before you buy another licence."
                : "Look at the plans of the very product that you are offered before you buy it for this.",
            Source = claims[0].Source,
        };
    }

    public Contradiction WithoutRest(
        Guid skuId, PlanRequirement missing, SourceAnswers says, ImmutableArray<ProductClaim> claims, ImmutableArray<PlanRequirement> carried) =>
        new(ContradictionKind.PlanWithoutRest, skuId, sources.NameOf(skuId), missing.Id, says, says.Trusted)
        {
            Sentence = $"{Place(says.Trusted, true)} it carries {Words.List(carried.Select(plan => plan.Name), "and")} without {missing.Name}, which articles ask for as well.",
            Follows = $"People with only this product aren't ready for {Words.List(claims.Select(claim => claim.NamedFor), "or")}.",
            Remedy = missing.Remedy,
            Source = claims[0].Source,
        };

    public Contradiction Unnamed(Guid skuId, PlanRequirement carried, SourceAnswers says, ProductClaim claim) =>
        new(ContradictionKind.UnnamedWithPlan, skuId, sources.NameOf(skuId), carried.Id, says, says.Trusted)
        {
            Sentence = $"{Place(says.Trusted, true)} it carries {carried.Name}, and no article names it for {claim.NamedFor}.",
            Follows = $"People who hold it are counted as having {carried.Name}.",
            Remedy = "Let one person who holds it try before you promise it to many.",
            Source = claim.Source,
        };

    public Contradiction NotListed(Guid skuId, ProductClaim claim) =>
        new(ContradictionKind.NamedNotListed, skuId, sources.NameOf(skuId), null,
            new(SourceAnswer.Silent, SourceAnswer.Silent, SourceAnswer.Yes), sources.IsHeld(skuId) ? LicenceSource.Tenant : LicenceSource.Articles)
        {
            Sentence = $"Articles name it for {claim.NamedFor}, and Microsoft's table doesn't list it.",
            Follows = sources.IsHeld(skuId)
                ? "People who hold it are counted by the plans that it has in your tenant."
                : "Which plans it has is only known once the tenant holds it; then people are counted by what the tenant says.",
            Remedy = "Replace the table with a newer download, or look at the plans of the product that you are offered.",
            Source = claim.Source,
        };

    private static string Place(LicenceSource source, bool begins = false) => (source, begins) switch
    {
        (LicenceSource.Tenant, true) => "In your tenant",
        (LicenceSource.Tenant, false) => "in your tenant",
        (_, true) => "In Microsoft's table",
        _ => "in Microsoft's table",
    };
}
