using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Tenant;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Data;

/// <summary>
/// Numbers for what people share: labels, holdings, profiles. What was numbered lately is remembered, up to a limit; what
/// is new is added to the context and saved with the people who need it. One scan at a time uses it. After a save that
/// failed it must be forgotten, because the numbers that it gave may not exist.
/// </summary>
internal sealed class PeopleDictionary
{
    private const int MostRemembered = 50_000;

    private readonly Dictionary<string, int> _labels = [];
    private readonly Dictionary<(int HoldingsId, int MembershipsId, int Others), int> _profiles = [];

    private readonly SharedNumbers<LicenceHoldings, HoldingsRecord> _holdings = new(
        row => row.Id, StoredHoldings.Write, hash => row => row.Hash == hash, (db, holdings, id, written) =>
        {
            db.Holdings.Add(new() { Id = id, Hash = written.Hash, Json = written.Json });
            db.HoldingsSkus.AddRange(holdings.Licences.Select(licence => licence.SkuId).Distinct().Select(sku => new HoldingsSkuRecord { HoldingsId = id, SkuId = sku }));
        });

    private readonly SharedNumbers<PolicyMemberships, MembershipsRecord> _memberships = new(
        row => row.Id, StoredMemberships.Write, hash => row => row.Hash == hash,
        (db, _, id, written) => db.Memberships.Add(new() { Id = id, Hash = written.Hash, Json = written.Json }));

    private int _lastLabel, _lastProfile;
    private bool _isReady;

    /// <summary>Finds out which numbers are taken and makes room; must be called before a context asks for numbers.</summary>
    public async Task PrepareAsync(MeshReadinessDbContext db, CancellationToken cancellationToken)
    {
        if (_labels.Count + _holdings.Count + _memberships.Count + _profiles.Count > MostRemembered)
        {
            Clear();
        }

        if (!_isReady)
        {
            _lastLabel = await db.Labels.MaxAsync(label => (int?)label.Id, cancellationToken) ?? 0;
            _lastProfile = await db.Profiles.MaxAsync(profile => (int?)profile.Id, cancellationToken) ?? 0;
            await _holdings.PrepareAsync(db, cancellationToken);
            await _memberships.PrepareAsync(db, cancellationToken);
            _isReady = true;
        }
    }

    public void Forget()
    {
        Clear();
        _isReady = false;
    }

    /// <summary>The number of a label; none for no text.</summary>
    public ValueTask<int?> LabelAsync(MeshReadinessDbContext db, string? text, CancellationToken cancellationToken) =>
        text is null ? new((int?)null)
        : _labels.TryGetValue(text, out var known) ? new(known)
        : FindOrAddLabelAsync(db, Kept(text), cancellationToken);

    /// <summary>The number of a person's profile.</summary>
    public ValueTask<int> ProfileAsync(MeshReadinessDbContext db, PersonProfile profile, CancellationToken cancellationToken) =>
        _holdings.TryGetSame(profile.Holdings, out var holdings) && _memberships.TryGetSame(profile.Memberships, out var memberships)
        && _profiles.TryGetValue((holdings, memberships, Rest(profile)), out var known)
            ? new(known)
            : FindOrAddProfileAsync(db, profile, cancellationToken);

    // To SQL Server, texts that differ by blanks at the end are the same, and the same text can't be there twice.
    private static string Kept(string text) => SearchWords.Cut(text, Lengths.Label).TrimEnd(' ').ToString();

    private void Clear()
    {
        _labels.Clear();
        _holdings.Clear();
        _memberships.Clear();
        _profiles.Clear();
    }

    private async ValueTask<int?> FindOrAddLabelAsync(MeshReadinessDbContext db, string kept, CancellationToken cancellationToken)
    {
        if (_labels.TryGetValue(kept, out var known))
        {
            return known;
        }

        if (await db.Labels.Where(label => label.Text == kept).Select(label => (int?)label.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
        {
            id = ++_lastLabel;
            db.Labels.Add(new() { Id = id, Text = kept });
        }

        return _labels[kept] = id;
    }

    private async ValueTask<int> FindOrAddProfileAsync(MeshReadinessDbContext db, PersonProfile profile, CancellationToken cancellationToken)
    {
        var holdingsId = await _holdings.FindOrAddAsync(db, profile.Holdings, cancellationToken);
        var membershipsId = profile.Memberships.Equals(PolicyMemberships.None)
            ? _memberships.Fix(profile.Memberships, StoredMemberships.None)
            : await _memberships.FindOrAddAsync(db, profile.Memberships, cancellationToken);
        var key = (holdingsId, membershipsId, Rest(profile));

        if (_profiles.TryGetValue(key, out var known))
        {
            return known;
        }

        if (await StoredProfiles(db, profile, holdingsId, membershipsId).Select(stored => (int?)stored.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
        {
            id = ++_lastProfile;
            db.Profiles.Add(new()
            {
                Id = id,
                HoldingsId = holdingsId,
                MembershipsId = membershipsId,
                UserType = profile.UserType,
                AccountEnabled = profile.AccountEnabled,
                Invitation = profile.Invitation,
                HasUsageLocation = profile.HasUsageLocation,
            });
        }

        return _profiles[key] = id;
    }

    // What a profile says beside holdings and memberships, as one number.
    private static int Rest(PersonProfile profile) =>
        ((int?)profile.UserType ?? 3) | ((profile.AccountEnabled switch { true => 1, false => 0, null => 2 }) << 2)
        | (((int?)profile.Invitation ?? 3) << 4) | (profile.HasUsageLocation ? 1 << 6 : 0);

    private static IQueryable<ProfileRecord> StoredProfiles(MeshReadinessDbContext db, PersonProfile profile, int holdingsId, int membershipsId) =>
        db.Profiles.Where(stored => stored.HoldingsId == holdingsId && stored.MembershipsId == membershipsId
            && stored.UserType == profile.UserType && stored.AccountEnabled == profile.AccountEnabled
            && stored.Invitation == profile.Invitation && stored.HasUsageLocation == profile.HasUsageLocation);
}
