using Microsoft.Extensions.Options;

namespace MeshReadiness.Web.Features.SignIn;

/// <summary>How people sign in.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

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

internal sealed class SignInOptionsValidator : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options) => Enum.IsDefined(options.Mode)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail("SignIn:Mode must be Entra or Local, for example SignIn:Mode=Entra.");
}
