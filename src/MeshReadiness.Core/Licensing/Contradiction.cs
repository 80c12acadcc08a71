namespace MeshReadiness.Core.Licensing;

/// <summary>Who says what a product carries, the most trusted first.</summary>
public enum LicenceSource
{
    /// <summary>The plans of the product as the tenant itself has it.</summary>
    Tenant,

    /// <summary>Microsoft's published table of products and plans, right on its own date.</summary>
    Table,

    /// <summary>The wording of Microsoft's articles.</summary>
    Articles,
}

/// <summary>What one source says about one product and one requirement.</summary>
public enum SourceAnswer
{
    /// <summary>It says nothing.</summary>
    Silent,

    /// <summary>The product meets the requirement.</summary>
    Yes,

    /// <summary>It doesn't.</summary>
    No,
}

/// <summary>How sources differ.</summary>
public enum ContradictionKind
{
    /// <summary>The tenant's product carries something else than the table lists.</summary>
    TenantDiffers,

    /// <summary>An article names the product for something that it has no plan for.</summary>
    NamedWithoutPlan,

    /// <summary>The same, while another form of what the article names has the plan.</summary>
    FormsDiffer,

    /// <summary>An article names a product that the table doesn't list.</summary>
    NamedNotListed,

    /// <summary>The product carries the plan and lacks what is needed with it, so the plan alone would deceive.</summary>
    PlanWithoutRest,

    /// <summary>The product carries the plan, and no article names it.</summary>
    UnnamedWithPlan,
}

/// <summary>A point on which the sources differ, and what to make of it.</summary>
/// <param name="Kind">How they differ.</param>
/// <param name="SkuId">The product.</param>
/// <param name="Product">Its name.</param>
/// <param name="RequirementId">What it is about; <see langword="null"/> when it is about the product as a whole.</param>
/// <param name="Says">What each source says, in the order of trust.</param>
/// <param name="Trusted">The source that is believed.</param>
public sealed record Contradiction(
    ContradictionKind Kind, Guid SkuId, string Product, string? RequirementId, SourceAnswers Says, LicenceSource Trusted)
{
    /// <summary>What differs, as one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What follows for people who hold the product.</summary>
    public required string Follows { get; init; }

    /// <summary>What to do about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>The page behind it.</summary>
    public required string Source { get; init; }
}

/// <summary>What the three sources say about one product and one requirement.</summary>
/// <param name="Tenant">The tenant's own product.</param>
/// <param name="Table">The published table.</param>
/// <param name="Articles">The articles; they name products and never say that one lacks something.</param>
public sealed record SourceAnswers(SourceAnswer Tenant, SourceAnswer Table, SourceAnswer Articles)
{
    /// <summary>The most trusted source that says anything about plans.</summary>
    public LicenceSource Trusted => Tenant is not SourceAnswer.Silent ? LicenceSource.Tenant
        : Table is not SourceAnswer.Silent ? LicenceSource.Table
        : LicenceSource.Articles;

    /// <summary>What that source says.</summary>
    public SourceAnswer Believed => Trusted switch
    {
        LicenceSource.Tenant => Tenant,
        LicenceSource.Table => Table,
        _ => Articles,
    };
}
