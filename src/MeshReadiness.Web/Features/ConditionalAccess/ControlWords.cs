using MeshReadiness.Core.ConditionalAccess.Policies;
using MeshReadiness.Core.ConditionalAccess.SignIns;
using MeshReadiness.Core.ConditionalAccess.Words;

namespace MeshReadiness.Web.Features.ConditionalAccess;

/// <summary>What a policy can demand, in words, and what helps who doesn't meet it.</summary>
internal static class ControlWords
{
    /// <summary>The demand.</summary>
    public static string Name(string control, IdNames names) =>
        control.Equals("block", StringComparison.OrdinalIgnoreCase) ? "nothing helps: it blocks" : DemandWords.Control(control, names.Policy);

    /// <summary>What to do about it, and who can; one sentence.</summary>
    public static string Help(string control, IdNames names) => control.ToUpperInvariant() switch
    {
        "BLOCK" => "Nothing that the person or the device can do helps. Whoever owns Conditional Access can change the policy.",
        "MFA" => "The person gives a second factor. On a headset only the phone works reliably, and it has to be registered before the first sign-in.",
        "COMPLIANTDEVICE" => "Device management enrols the device and it becomes compliant; or whoever owns Conditional Access narrows the policy.",
        "DOMAINJOINEDDEVICE" => "Only a Windows PC that is joined to Active Directory and to Entra ID can meet it; a headset never does.",
        "APPROVEDAPPLICATION" => "Mesh isn't an approved app. Whoever owns Conditional Access takes Mesh out or allows another control instead.",
        "COMPLIANTAPPLICATION" => "Mesh has no app protection. Whoever owns Conditional Access takes Mesh out or allows another control instead.",
        "PASSWORDCHANGE" => "The person changes the password, after multifactor authentication.",
        "RISKREMEDIATION" => "The person, or security, removes the risk.",
        _ when control.StartsWith(GrantControls.Strength, StringComparison.Ordinal) => $"The person signs in with a method that the authentication strength {names[control[GrantControls.Strength.Length..]]} allows.",
        _ when control.StartsWith(GrantControls.Terms, StringComparison.Ordinal) => "The person reads the terms of use and consents.",
        _ => "The person does what it asks for.",
    };

    /// <summary>What the person sees as an error, and what it means.</summary>
    public static string Error(int code) => code switch
    {
        50199 => "the person is asked to confirm the sign-in; on a Quest it comes with 53003",
        53000 => "the device isn't compliant",
        53001 => "the device isn't joined to the domain",
        53002 => "the app isn't approved",
        53003 => "blocked by Conditional Access",
        _ => "refused",
    };

    /// <summary>Several demands of one policy.</summary>
    public static string All(GrantResult grant, IdNames names) =>
        Sentence(grant.Controls.Select(control => Name(control.Control, names)), grant.NeedsAll ? "and" : "or");

    /// <summary>Words in a row.</summary>
    public static string Sentence(IEnumerable<string> words, string between) => words.ToList() switch
    {
        [] => "nothing",
        [var only] => only,
        [.. var before, var last] => $"{string.Join(", ", before)} {between} {last}",
    };
}
