namespace MeshReadiness.Core.Checks;

/// <summary>The rule about who may create Microsoft 365 groups, which is what a collection is.</summary>
internal static class GroupCreationChecks
{
    private const string Subject = "Creating Microsoft 365 groups";
    private const string Role = "Groups Administrator";

    public static CheckResult Allowed(CheckFacts facts)
    {
        if (!facts.Inventory.GroupCreation.TryGet(out var creation))
        {
            return CheckResult.Unknown("The group settings", facts.Inventory.GroupCreation.Problem);
        }

        if (creation.IsOpen)
        {
            return CheckResult.Pass("Everybody may create Microsoft 365 groups.");
        }

        if (creation.AllowedGroupId is not { } id)
        {
            return CheckResult.Fail(
                "Creating Microsoft 365 groups is switched off, and no group is exempted.",
                new Finding(
                    Subject, "nobody but administrators", "open, or open to a group of those who make collections",
                    "Name such a group in the tenant's group settings.", Role));
        }

        if (!facts.Tenant.Groups.TryGet(out var groups))
        {
            return CheckResult.Unknown("Only one group may create Microsoft 365 groups, and which it is", facts.Tenant.Groups.Problem);
        }

        return groups.FirstOrDefault(group => group.Id == id) is { } allowed
            ? CheckResult.Pass(
                $"Only members of {allowed.DisplayName ?? id} may create Microsoft 365 groups; whoever makes collections has to be one.").AsHint()
            : CheckResult.Fail(
                "Only members of one group may create Microsoft 365 groups, and that group no longer exists.",
                new Finding(
                    Subject, $"only members of the deleted group {id}", "open to a group that exists",
                    "Name a group that exists in the tenant's group settings.", Role));
    }
}
