using MeshReadiness.Core.Licensing;

namespace MeshReadiness.Web.Features.Licences;

/// <summary>Contradictions in the words of screen and export.</summary>
internal static class ContradictionText
{
    public static string Kind(ContradictionKind kind) => kind switch
    {
        ContradictionKind.TenantDiffers => "Tenant and table differ",
        ContradictionKind.NamedWithoutPlan => "Named, but without the plan",
        ContradictionKind.FormsDiffer => "Forms of the product differ",
        ContradictionKind.NamedNotListed => "Named, but not in the table",
        ContradictionKind.PlanWithoutRest => "The plan alone isn't enough",
        _ => "Has the plan, but isn't named",
    };

    public static string Source(LicenceSource source) => source switch
    {
        LicenceSource.Tenant => "Your tenant",
        LicenceSource.Table => "Microsoft's table",
        _ => "Articles",
    };

    public static string Answer(SourceAnswer answer) => answer switch
    {
        SourceAnswer.Yes => "yes",
        SourceAnswer.No => "no",
        _ => "says nothing",
    };
}
