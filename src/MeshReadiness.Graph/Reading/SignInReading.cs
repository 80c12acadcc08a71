using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph.Http;

namespace MeshReadiness.Graph.Reading;

/// <summary>Reads whether guests have ever signed in, and the newest sign-ins to Mesh. Of both, a bounded number.</summary>
internal static class SignInReading
{
    // Graph gives pages of this query no more than a few hundred people.
    private const int MostGuests = 5_000;
    private const int MostSignIns = 1_000;

    private static readonly string[] Moments =
        ["lastSignInDateTime", "lastNonInteractiveSignInDateTime", "lastSuccessfulSignInDateTime"];

    private const string GuestPath =
        "/users?$filter=userType%20eq%20'Guest'&$select=id,accountEnabled,externalUserState,signInActivity&$top=120";

    private const string MeshPath = $"/auditLogs/signIns?$filter=resourceId%20eq%20'{MeshNames.ServicesAppId}'&$top=1000";

    public static async Task<GuestSignInFacts> ReadGuestsAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var (met, never) = (new HashSet<string>(), 0);
        var index = 0;

        await foreach (var guest in RawPages.ReadAsync(graph, GuestPath, cancellationToken))
        {
            var read = guest.Inside(index++, one => (
                Id: one.NeededText("id"),
                IsExpected: one.OptionalText("externalUserState") is not "PendingAcceptance" && one.OptionalFlag("accountEnabled") is not false,
                HasSignedIn: HasSignedIn(one)));

            if (met.Count == MostGuests)
            {
                return new(met.Count, never, IsWhole: false);
            }

            if (read.IsExpected && met.Add(read.Id))
            {
                never += read.HasSignedIn ? 0 : 1;
            }
        }

        return new(met.Count, never, IsWhole: true);
    }

    public static async Task<SignInFacts> ReadAsync(GraphAccess graph, CancellationToken cancellationToken)
    {
        var (met, errors) = (new HashSet<string>(), new SortedDictionary<int, int>());
        var index = 0;

        await foreach (var signIn in RawPages.ReadAsync(graph, MeshPath, cancellationToken))
        {
            if (met.Count == MostSignIns)
            {
                return Facts(false);
            }

            var (id, code) = signIn.Inside(index++, one => (one.NeededText("id"), Code(one)));

            if (met.Add(id) && code is not 0)
            {
                errors[code] = errors.GetValueOrDefault(code) + 1;
            }
        }

        return Facts(true);

        SignInFacts Facts(bool isWhole) => new(met.Count, isWhole, [.. errors.Select(error => new SignInErrorCount(error.Key, error.Value))]);
    }

    private static bool HasSignedIn(JsonElement person) => person.OptionalObject("signInActivity") is { } activity
        && Moments.Any(moment => activity.OptionalTime(moment) is not null);

    private static int Code(JsonElement signIn) =>
        signIn.OptionalObject("status") is { } status && status.TryGetProperty("errorCode", out var code) && code.TryGetInt32(out var number)
            ? number
            : 0;
}
