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
    private readonly Dictionary<LicenceHoldings, int> _holdings = [];
    private readonly Dictionary<PolicyMemberships, int> _memberships = [];
    private readonly Dictionary<(int HoldingsId, int MembershipsId, int Others), int> _profiles = [];

    // Readers share one object among all who hold or are in the same, which is faster to recognise than its contents.
    private readonly Dictionary<LicenceHoldings, int> _sameHoldings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PolicyMemberships, int> _sameMemberships = new(ReferenceEqualityComparer.Instance);
    private int _lastLabel, _lastHoldings, _lastMemberships, _lastProfile;
    private bool _isReady;

    /// <summary>Finds out which numbers are taken and makes room; must be called before a context asks for numbers.</summary>
    public async Task PrepareAsync(MeshReadinessDbContext db, CancellationToken cancellationToken)
    {
        if (_labels.Count + _sameHoldings.Count + _sameMemberships.Count + _profiles.Count > MostRemembered)
        {
            Clear();
        }

        if (!_isReady)
        {
            _lastLabel = await db.Labels.MaxAsync(label => (int?)label.Id, cancellationToken) ?? 0;
            _lastHoldings = await db.Holdings.MaxAsync(holdings => (int?)holdings.Id, cancellationToken) ?? 0;
            _lastMemberships = await db.Memberships.MaxAsync(memberships => (int?)memberships.Id, cancellationToken) ?? 0;
            _lastProfile = await db.Profiles.MaxAsync(profile => (int?)profile.Id, cancellationToken) ?? 0;
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
        _sameHoldings.TryGetValue(profile.Holdings, out var holdings) && _sameMemberships.TryGetValue(profile.Memberships, out var memberships)
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
        _sameHoldings.Clear();
        _sameMemberships.Clear();
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
        var holdingsId = await HoldingsAsync(db, profile.Holdings, cancellationToken);
        _sameHoldings[profile.Holdings] = holdingsId;
        var membershipsId = _sameMemberships[profile.Memberships] = await MembershipsAsync(db, profile.Memberships, cancellationToken);
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

    private async ValueTask<int> HoldingsAsync(MeshReadinessDbContext db, LicenceHoldings holdings, CancellationToken cancellationToken)
    {
        if (_holdings.TryGetValue(holdings, out var known))
        {
            return known;
        }

        var (hash, json) = StoredHoldings.Write(holdings);

        if (await db.Holdings.Where(stored => stored.Hash == hash).Select(stored => (int?)stored.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
        {
            id = ++_lastHoldings;
            db.Holdings.Add(new() { Id = id, Hash = hash, Json = json });
            db.HoldingsSkus.AddRange(holdings.Licences.Select(licence => licence.SkuId).Distinct()
                .Select(sku => new HoldingsSkuRecord { HoldingsId = id, SkuId = sku }));
        }

        return _holdings[holdings] = id;
    }

    private async ValueTask<int> MembershipsAsync(MeshReadinessDbContext db, PolicyMemberships memberships, CancellationToken cancellationToken)
    {
        if (memberships.Equals(PolicyMemberships.None))
        {
            return StoredMemberships.None;
        }

        if (_memberships.TryGetValue(memberships, out var known))
        {
            return known;
        }

        var (hash, json) = StoredMemberships.Write(memberships);

        if (await db.Memberships.Where(stored => stored.Hash == hash).Select(stored => (int?)stored.Id).FirstOrDefaultAsync(cancellationToken) is not { } id)
        {
            id = ++_lastMemberships;
            db.Memberships.Add(new() { Id = id, Hash = hash, Json = json });
        }

        return _memberships[memberships] = id;
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
