using System.Collections.Immutable;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Checks;

/// <summary>Rules about who holds directory roles. Whether it is the person on the team's list, only the team can tell.</summary>
internal static class RoleChecks
{
    public static CheckResult Held(CheckFacts facts, CheckParameters parameters)
    {
        if (!facts.Inventory.Roles.TryGet(out var roles))
        {
            return CheckResult.Unknown("The role assignments", facts.Inventory.Roles.Problem);
        }

        ImmutableArray<string> asked = [.. parameters.Roles];
        var names = Words.List(asked, "or");

        if (asked.FirstOrDefault(role => !DirectoryRoles.TemplateIds.ContainsKey(role)) is { } strange)
        {
            return CheckResult.Unknown($"This version doesn't read who holds {strange}.");
        }

        ImmutableArray<RoleHolder> holders = [.. roles.Holders.Where(holder => asked.Any(role => DirectoryRoles.TemplateIds[role] == holder.RoleId))];
        var active = Names(holders, holder => holder is { IsTenantWide: true, IsEligible: false });
        var eligible = Names(holders, holder => holder is { IsTenantWide: true, IsEligible: true });

        return (active, eligible, roles.EligibleUnread) switch
        {
            ({ IsEmpty: false }, _, _) => CheckResult.Pass($"{names}: held by {Words.Some(active)}."),
            (_, { IsEmpty: false }, _) => CheckResult.Pass($"{names}: {Words.Some(eligible)} can activate it."),
            (_, _, { } unread) => CheckResult.Unknown("Nobody holds the role for good, and who could activate it", unread),
            _ => CheckResult.Fail(
                $"Nobody holds {names}.",
                new Finding(
                    names,
                    holders.IsEmpty ? "held by nobody" : "held for a part of the tenant only",
                    "held by at least one person",
                    "Assign the role to a person on the team in the Microsoft Entra admin center.",
                    "Privileged Role Administrator")),
        };
    }

    private static ImmutableArray<string> Names(ImmutableArray<RoleHolder> holders, Func<RoleHolder, bool> which) =>
        [.. holders.Where(which).DistinctBy(holder => holder.PrincipalId).Select(holder => holder.Name ?? holder.PrincipalId)];
}
