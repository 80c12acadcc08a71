using System.Text.RegularExpressions;

namespace MeshReadiness.Integration.Tests.Portal;

/// <summary>What a browser does with the sign-in page.</summary>
internal static partial class Visits
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient visitor, string persona, string returnUrl = "") =>
        await visitor.PostFormAsync("/sign-in", ("persona", persona), ("returnUrl", returnUrl), await visitor.AntiforgeryAsync());

    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient visitor, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await visitor.PostAsync(path, form, Cancelled);
    }

    /// <summary>The hidden field that a form of the portal carries.</summary>
    public static async Task<(string Name, string Value)> AntiforgeryAsync(this HttpClient visitor)
    {
        var page = await visitor.GetStringAsync("/sign-in", Cancelled);
        return ("__RequestVerificationToken", HiddenField().Match(page).Groups[1].Value);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenField();
}
