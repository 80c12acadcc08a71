using System.Collections.Immutable;
using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.ConditionalAccess.SignIns;

/// <summary>How far somebody gets against what a policy demands.</summary>
internal static class GrantRules
{
    /// <summary>What the demands come to, each for itself and all together.</summary>
    public static GrantResult Judge(GrantControls grant, SignIn signIn)
    {
        ImmutableArray<ControlResult> controls = [.. grant.Controls.Select(control => new ControlResult(control, Range(control, signIn)))];
        var ranges = controls.Select(control => control.Range);

        // What isn't understood may be met, or may be what blocks.
        var strange = grant.HasUnmodelled ? [new GrantRange(GrantLevel.Pass, GrantLevel.Block)] : ImmutableArray<GrantRange>.Empty;
        var all = ranges.Concat(strange).ToList();
        return new(grant.NeedsAll, controls, all.Count == 0 ? GrantRange.Of(GrantLevel.Pass) : grant.NeedsAll ? GrantRange.All(all) : GrantRange.Any(all));
    }

    private static GrantRange Range(string control, SignIn signIn) => control.ToUpperInvariant() switch
    {
        "BLOCK" => GrantRange.Of(GrantLevel.Block),
        "COMPLIANTDEVICE" => Device(signIn, signIn.Device.IsCompliant, signIn.TrustsCompliantDevice),
        "DOMAINJOINEDDEVICE" => Device(signIn, signIn.Device.IsHybridJoined, signIn.TrustsHybridJoinedDevice),
        "APPROVEDAPPLICATION" or "COMPLIANTAPPLICATION" => App(control, signIn),
        "MFA" => GrantRange.Of(Has(signIn.Satisfied, control).And(signIn.IsExternal.Not().Or(signIn.TrustsMfa)), GrantLevel.Pass, GrantLevel.Prompt),
        _ when control.StartsWith(GrantControls.Strength, StringComparison.Ordinal) => GrantRange.Of(
            Strength(control, signIn)
                .And(signIn.IsExternal.Not().Or(signIn.TrustsMfa)),
            GrantLevel.Pass, GrantLevel.Prompt),
        "PASSWORDCHANGE" or "RISKREMEDIATION" => GrantRange.Of(Has(signIn.Satisfied, control), GrantLevel.Pass, GrantLevel.Prompt),
        _ when control.StartsWith(GrantControls.Terms, StringComparison.Ordinal) || control.StartsWith(GrantControls.Custom, StringComparison.Ordinal) =>
            GrantRange.Of(Has(signIn.Satisfied, control), GrantLevel.Pass, GrantLevel.Prompt),
        _ => new(GrantLevel.Pass, GrantLevel.Block),
    };

    // Strengths have a list of their own; once it is told, nothing that is missing elsewhere leaves them open.
    private static Truth Strength(string control, SignIn signIn) => Has(signIn.AuthenticationStrengthIds, control[GrantControls.Strength.Length..])
        .Or(signIn.Satisfied.IsKnown ? Has(signIn.Satisfied, control) : Truth.No);

    // A session that began with a device code carries no state of a device; an unregistered device has none.
    private static GrantRange Device(SignIn signIn, Truth state, Truth trusted) => GrantRange.Of(
        signIn.Device.IsRegistered.And(state).And(signIn.BeganWithDeviceCode.Not()).And(signIn.IsExternal.Not().Or(trusted)),
        GrantLevel.Pass, GrantLevel.Block);

    // Mesh is on no list of approved apps and has no app protection; neither is there for external users.
    private static GrantRange App(string control, SignIn signIn) => GrantRange.Of(
        Has(signIn.Satisfied, control).And(signIn.IsExternal.Not()).And(AsksForMesh(signIn).Not()), GrantLevel.Pass, GrantLevel.Block);

    /// <summary>Whether Mesh is asked for.</summary>
    public static Truth AsksForMesh(SignIn signIn) => signIn.Target is not { } target ? Truth.Unknown : TruthLogic.Of(
        target.Kind is SignInTargetKind.Application && target.Value.Equals(MeshNames.ServicesAppId, StringComparison.OrdinalIgnoreCase));

    private static Truth Has(Known<ImmutableHashSet<string>> set, string control) => set.Test(values => values?.Contains(control) is true);
}

/// <summary>What the demands of one policy come to.</summary>
/// <param name="NeedsAll">Whether all controls are needed or one.</param>
/// <param name="Controls">Each control.</param>
/// <param name="Range">All together.</param>
public sealed record GrantResult(bool NeedsAll, ImmutableArray<ControlResult> Controls, GrantRange Range)
{
    /// <summary>No demands, which are met.</summary>
    public static GrantResult Nothing { get; } = new(true, [], GrantRange.Of(GrantLevel.Pass));

    /// <summary>Whether the demands are met.</summary>
    public Truth Satisfied => Range.Worst is GrantLevel.Pass ? Truth.Yes : Range.Best is GrantLevel.Pass ? Truth.Unknown : Truth.No;

    /// <summary>The controls that aren't known to be met; none once the policy is satisfied.</summary>
    public IEnumerable<string> Unmet => Satisfied is Truth.Yes ? [] : Controls.Where(control => control.Range.Worst is not GrantLevel.Pass).Select(control => control.Control);
}

/// <summary>What one control comes to.</summary>
/// <param name="Control">Its name.</param>
/// <param name="Range">How far somebody gets against it.</param>
public sealed record ControlResult(string Control, GrantRange Range);
