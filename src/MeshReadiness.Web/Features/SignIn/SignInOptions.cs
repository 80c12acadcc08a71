using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.SignIn;

/// <summary>How people sign in.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    [EnumDataType(typeof(SignInMode), ErrorMessage = "SignIn:Mode must be Entra or Local, for example SignIn:Mode=Entra.")]
    public SignInMode Mode { get; set; }
}

/// <summary>Who checks who somebody is.</summary>
internal enum SignInMode
{
    /// <summary>Microsoft Entra ID, with the app roles in the token.</summary>
    Entra,

    /// <summary>Nobody: a page on this machine offers one persona per role. Development only.</summary>
    Local,
}

[OptionsValidator]
internal sealed partial class SignInOptionsAnnotations : IValidateOptions<SignInOptions>;
