using CsCheck;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Tests.Given;

/// <summary>Random people with every mixture of plans, licences and assignment errors that Graph can send.</summary>
internal static class Generate
{
    private static readonly Gen<Guid> Plan = Gen.OneOf(Plans.Teams, Plans.Mesh, Plans.SharePoint, Plans.OneDrive, Plans.Other);

    private static readonly Gen<Guid> Product = Gen.OneOf(
        Products.Suite.SkuId, Products.Premium.SkuId, new("99999999-0000-0000-0000-000000000000"));

    private static readonly Gen<AssignedPlan> AssignedPlan =
        Gen.Select(Plan, Gen.Enum<CapabilityStatus>(), (plan, status) => new AssignedPlan(plan, status, status.ToString()));

    private static readonly Gen<AssignedLicense> Licence =
        Gen.Select(Product, Plan.Array[0, 2], (product, plans) => new AssignedLicense(product, [.. plans]));

    private static readonly Gen<LicenseAssignmentState> Assignment = Gen.Select(
        Product, Gen.OneOf("Active", "ActiveWithError", "Disabled", "Error", "error", "Somehow"), Gen.OneOf(null, "group"),
        (product, state, group) => new LicenseAssignmentState(product, group, [], state, null));

    public static readonly Gen<UserFacts> Person = Gen.Select(
        Gen.Select(
            Gen.OneOf<UserType?>(null, UserType.Member, UserType.Guest),
            Gen.OneOf<bool?>(null, true, false),
            Gen.OneOf<InvitationState?>(null, InvitationState.PendingAcceptance, InvitationState.Accepted),
            Gen.OneOf(null, "", "CH")),
        AssignedPlan.Array[0, 6],
        Licence.Array[0, 3],
        Assignment.Array[0, 3],
        (account, plans, licences, assignments) => new UserFacts
        {
            Id = "42",
            UserType = account.Item1,
            AccountEnabled = account.Item2,
            Invitation = account.Item3,
            UsageLocation = account.Item4,
            AssignedPlans = [.. plans],
            AssignedLicenses = [.. licences],
            LicenseAssignmentStates = [.. assignments],
        });

    public static readonly Gen<UserFacts[]> People = Person.Array[0, 60];
}
