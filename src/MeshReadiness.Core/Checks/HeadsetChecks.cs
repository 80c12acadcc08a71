using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess;
using MeshReadiness.Core.ConditionalAccess.Policies;

namespace MeshReadiness.Core.Checks;

/// <summary>
/// Rules about headsets and the policies that meet them. They try policies one by one with the engine that judges sign-ins; whether a
/// certain headset gets in with a certain person follows only from all of them together.
/// </summary>
internal static class HeadsetChecks
{
    private const string PolicyRole = "Conditional Access Administrator";

    public static CheckResult Managed(CheckFacts facts)
    {
        if (!facts.Inventory.Headsets.TryGet(out var headsets))
        {
            return CheckResult.Unknown("The devices", facts.Inventory.Headsets.Problem);
        }

        if (headsets.Registered == 0)
        {
            return CheckResult.NotApplicable("The directory knows no headset. Those that were never registered can't be seen.");
        }

        var (unmanaged, failing) = (headsets.NotManaged, headsets.NotCompliant);
        var all = Words.Count(headsets.Registered, "registered headset", "registered headsets");

        if (unmanaged + failing > 0)
        {
            return CheckResult.Fail(
                $"Of {all}, {NotSo(unmanaged)} managed and {NotSo(failing)} compliant.",
                [
                    .. Headsets(unmanaged, "registered and not managed", "Enrol the headset in device management."),
                    .. Headsets(failing, "managed and not compliant", "Open the device in Intune, see which rule it breaks, and resolve that."),
                ]);
        }

        return Look(facts, policies => Demanded(all, policies.DemandingCompliance));
    }

    public static CheckResult ExceptionNarrow(CheckFacts facts) => Look(facts, policies =>
    {
        var exempting = policies.ExemptingHeadsets;
        ImmutableArray<ConditionalAccessPolicy> exceptions = [.. exempting.Union(policies.LeavingMeshOut)];
        ImmutableArray<Finding> wide =
        [
            .. from policy in exempting
               where HeadsetPolicies.IsForEverybody(policy) || !HeadsetPolicies.IsForMeshAlone(policy)
               select new Finding(
                   HeadsetPolicies.Name(policy),
                   HeadsetPolicies.IsForEverybody(policy) ? "exempts headsets of everybody" : "exempts headsets for more than Mesh",
                   "an exception for the people with headsets and for Mesh alone",
                   "Move the exception to a policy of its own that covers Microsoft Mesh Services and the group of headset users.",
                   PolicyRole),
        ];

        return exceptions.IsEmpty ? CheckResult.NotApplicable("No enforced policy makes an exception for headsets or for Mesh.")
            : wide.IsEmpty ? CheckResult.Pass(
                $"{Words.Some(Names(exceptions))}: an exception for Mesh alone. That the risk is accepted has to be on record.").AsHint()
            : CheckResult.Fail(
                $"{Words.Count(wide.Length, "policy makes", "policies make")} an exception for headsets that is wider than it has to be.", wide);
    });

    public static CheckResult FilterReaches(CheckFacts facts) => Look(facts, policies =>
    {
        var filters = policies.ExemptingHeadsets.ToLookup(HeadsetPolicies.ReachesUnregistered);
        ImmutableArray<ConditionalAccessPolicy> blunt = [.. filters[Truth.No]];
        ImmutableArray<ConditionalAccessPolicy> unclear = [.. filters[Truth.Unknown]];
        ImmutableArray<ConditionalAccessPolicy> reaching = [.. filters[Truth.Yes]];

        return (blunt, unclear, reaching) switch
        {
            ({ IsEmpty: false }, _, _) => CheckResult.Fail(
                $"{Words.Count(blunt.Length, "device filter misses", "device filters miss")} the headsets that "
                    + $"{(blunt.Length == 1 ? "it is" : "they are")} to exempt, because these aren't registered.",
                [.. blunt.Select(policy => new Finding(
                    HeadsetPolicies.Name(policy), policy.Filter!.Text, "a filter that matches a device without attributes",
                    "Use a negative operator and narrow the policy to the headset users and to Mesh, or register and manage the headsets.", PolicyRole))]),
            (_, { IsEmpty: false }, _) => CheckResult.Unknown(
                $"The device filter of {Words.Some(Names(unclear))} can't be worked out for a device that isn't registered; try it with What If and an unregistered device."),
            (_, _, { IsEmpty: false }) => CheckResult.Pass(
                $"The device filter of {Words.Some(Names(reaching))} exempts headsets that aren't registered, and every other unregistered "
                    + "device with them. That has to be accepted.").AsHint(),
            _ => CheckResult.NotApplicable("No enforced policy exempts headsets by a device filter."),
        };
    });

    public static CheckResult NoAppProtection(CheckFacts facts) => Look(facts, policies =>
    {
        var demanding = policies.DemandingAppProtection;

        return demanding.IsEmpty
            ? CheckResult.Pass(
                "No enforced policy demands app protection for Mesh on Android. Whether an app protection policy in Intune names Mesh can't be read.").AsHint()
            : CheckResult.Fail(
                $"{Words.Count(demanding.Length, "enforced policy demands", "enforced policies demand")} app protection for Mesh on Android, "
                    + "which no headset can show.",
                [.. demanding.Select(policy => new Finding(
                    HeadsetPolicies.Name(policy), "app protection is demanded on Android", "Mesh left out, or another way in besides",
                    "Exclude Microsoft Mesh Services from the policy, or let a compliant device do as well.", PolicyRole))]);
    });

    private static CheckResult Demanded(string all, ImmutableArray<ConditionalAccessPolicy> demanding) => demanding.IsEmpty
        ? CheckResult.Fail(
            $"{all}, all managed and compliant, and no enforced policy asks for a compliant device.",
            new Finding(
                "Conditional Access", "no policy demands a compliant device on Android", "a policy that does",
                "Make a device-based policy for Mesh.", PolicyRole))
        : CheckResult.Pass(
            $"{all}, all managed and compliant. {Words.Some(Names(demanding))} {(demanding.Length == 1 ? "asks" : "ask")} for a compliant "
                + "device; try with What If that a headset gets in.").AsHint();

    private static CheckResult Look(CheckFacts facts, Func<HeadsetPolicies, CheckResult> rule) =>
        !facts.Tenant.Policies.TryGet(out var policies) ? CheckResult.Unknown("The Conditional Access policies", facts.Tenant.Policies.Problem)
        : HeadsetPolicies.Of(policies) is var read && read.TryGet(out var headsets) ? rule(headsets)
        : CheckResult.Unknown(read.Problem.Detail);

    private static IEnumerable<Finding> Headsets(int number, string seen, string remedy) => number == 0
        ? []
        : [new(Words.Count(number, "headset", "headsets"), seen, "managed and compliant", remedy, "Intune Administrator")];

    private static string NotSo(int number) => Words.Count(number, "isn't", "aren't");

    private static ImmutableArray<string> Names(ImmutableArray<ConditionalAccessPolicy> policies) => [.. policies.Select(HeadsetPolicies.Name)];
}
