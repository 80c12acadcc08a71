using System.Runtime.InteropServices;
using MeshReadiness.Core.ConditionalAccess.Population;
using MeshReadiness.Core.Eligibility;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Readiness;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Graph;

namespace MeshReadiness.Cli;

/// <summary>
/// Reads everybody and keeps how many have which profile. Of single people it keeps ids alone, to count each once, and the
/// profiles of those whose licences don't tell their plans until these have been asked for.
/// </summary>
internal sealed class PeopleReading(ITenantReader tenant, TenantProducts products, MembershipIndex memberships)
{
    private const int FreshStarts = 3;

    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<PersonProfile, int> _profiles = [];
    private readonly Dictionary<string, PersonProfile> _unclear = new(StringComparer.OrdinalIgnoreCase);

    public async Task<Result<Done>> ReadAsync(CancellationToken cancellationToken)
    {
        await tenant.CountUsersAsync(cancellationToken);
        var freshStarts = 0;

        while (true)
        {
            var read = await ReadEverybodyAsync(cancellationToken);

            if (read.Succeeded)
            {
                return await ReadPlansAsync(cancellationToken);
            }

            if (read.Problem.Kind is not ProblemKind.Expired || freshStarts++ == FreshStarts)
            {
                return read;
            }

            _seen.Clear();
            _profiles.Clear();
            _unclear.Clear();
        }
    }

    /// <summary>The people in numbers.</summary>
    public PopulationFacts Count(EligibilityRules rules)
    {
        var tally = new PopulationTally();

        foreach (var (profile, people) in _profiles)
        {
            tally.Add(profile, rules.FootprintOf(profile), people);
        }

        foreach (var profile in _unclear.Values)
        {
            tally.Add(profile, rules.FootprintOf(profile), 1);
        }

        return tally.ToFacts();
    }

    private async Task<Result<Done>> ReadEverybodyAsync(CancellationToken cancellationToken)
    {
        await foreach (var read in tenant.ReadUsersAsync(null, withPlans: !products.AreKnown, cancellationToken))
        {
            if (!read.TryGet(out var page))
            {
                return read.Problem;
            }

            foreach (var user in page.Users.Where(user => _seen.Add(user.Id)))
            {
                Add(user);
            }
        }

        return Done.It;
    }

    private void Add(UserFacts user)
    {
        var profile = PersonProfile.Of(user) with { Memberships = memberships.Of(user.Id) };

        if (products.AreKnown && products.AreDoubtful(user.Holdings))
        {
            _unclear[user.Id] = profile;
        }
        else
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_profiles, profile, out _)++;
        }
    }

    private async Task<Result<Done>> ReadPlansAsync(CancellationToken cancellationToken)
    {
        var skus = _unclear.Values.SelectMany(profile => profile.Holdings.Licences).Select(licence => licence.SkuId).Where(products.IsDoubtful).ToHashSet();

        foreach (var sku in skus)
        {
            await foreach (var read in tenant.ReadPlansAsync(sku, null, cancellationToken))
            {
                if (!read.TryGet(out var page))
                {
                    // Without these plans the people count all the same; what can't be told of them stays unclear.
                    if (TenantSurvey.EndsReading(read.Problem))
                    {
                        return read.Problem;
                    }

                    break;
                }

                foreach (var change in page.Changes)
                {
                    if (change.Facts is { } facts && _unclear.TryGetValue(change.Id, out var profile))
                    {
                        _unclear[change.Id] = profile with { Holdings = profile.Holdings with { Plans = facts.Holdings.Plans } };
                    }
                }
            }
        }

        return Done.It;
    }
}
