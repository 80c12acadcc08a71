using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Core.Eligibility;

/// <summary>What became of a person between two moments.</summary>
/// <param name="Before">The earlier moment.</param>
/// <param name="After">The later one.</param>
/// <param name="Facts">Facts that changed.</param>
/// <param name="Verdicts">Verdicts that changed, in the playbook's order.</param>
public sealed record PersonChanges(
    DateTimeOffset Before, DateTimeOffset After, ImmutableArray<FactChange> Facts, ImmutableArray<VerdictChange> Verdicts)
{
    private const string NotThere = "not in the directory", There = "in the directory";

    /// <summary>Whether nothing changed.</summary>
    public bool AreNone => Facts.IsEmpty && Verdicts.IsEmpty;

    /// <summary>Compares two moments of one person.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <param name="playbook">Names the experiences.</param>
    /// <param name="product">Gives a product's name.</param>
    /// <param name="plan">Gives a plan's name.</param>
    public static PersonChanges Between(PersonMoment before, PersonMoment after, Playbook playbook, Func<Guid, string> product, Func<Guid, string> plan) => new(
        before.At,
        after.At,
        (before.User, after.User) switch
        {
            (null, null) => [],
            (null, _) => [new("Account", NotThere, There)],
            (_, null) => [new("Account", There, NotThere)],
            ({ } old, { } now) => [.. Directory(old, now), .. Licences(old.Holdings, now.Holdings, product, plan)],
        },
        [
            .. playbook.Experiences
                .Select(experience => new VerdictChange(experience.Name, Find(before, experience), Find(after, experience)))
                .Where(change => change.Before != change.After && before.User is not null && after.User is not null),
        ]);

    private static Verdict? Find(PersonMoment moment, Experience experience) => moment.Verdicts.TryGetValue(experience.Id, out var verdict) ? verdict : null;

    private static IEnumerable<FactChange> Directory(UserFacts before, UserFacts after) => new FactChange[]
    {
        new("Name", before.DisplayName, after.DisplayName),
        new("Sign-in name", before.UserPrincipalName, after.UserPrincipalName),
        new("Mail", before.Mail, after.Mail),
        new("Account", Enabled(before), Enabled(after)),
        new("User type", before.UserType?.ToString(), after.UserType?.ToString()),
        new("Invitation", before.Invitation?.ToString(), after.Invitation?.ToString()),
        new("Usage location", before.UsageLocation, after.UsageLocation),
        new("Job title", before.JobTitle, after.JobTitle),
        new("Department", before.Department, after.Department),
        new("Office", before.OfficeLocation, after.OfficeLocation),
        new("Country", before.Country, after.Country),
    }.Where(change => (change.Before ?? "") != (change.After ?? ""));

    private static string? Enabled(UserFacts user) => user.AccountEnabled switch { true => "enabled", false => "disabled", null => null };

    private static IEnumerable<FactChange> Licences(LicenceHoldings before, LicenceHoldings after, Func<Guid, string> product, Func<Guid, string> plan)
    {
        var (old, now) = (before.Licences.ToLookup(licence => licence.SkuId), after.Licences.ToLookup(licence => licence.SkuId));

        foreach (var sku in old.Concat(now).Select(licences => licences.Key).Distinct().OrderBy(product, StringComparer.Ordinal))
        {
            if (!old.Contains(sku) || !now.Contains(sku))
            {
                yield return new(product(sku), old.Contains(sku) ? "assigned" : "not assigned", now.Contains(sku) ? "assigned" : "not assigned");
                continue;
            }

            var (off, stillOff) = (Disabled(old[sku]), Disabled(now[sku]));

            foreach (var changed in off.Except(stillOff).Concat(stillOff.Except(off)).OrderBy(plan, StringComparer.Ordinal))
            {
                yield return new($"{plan(changed)} in {product(sku)}", off.Contains(changed) ? "switched off" : "on", stillOff.Contains(changed) ? "switched off" : "on");
            }
        }

        foreach (var change in Assignments(before, after, product))
        {
            yield return change;
        }
    }

    // An assignment is told apart by the product and the group that gives it.
    private static IEnumerable<FactChange> Assignments(LicenceHoldings before, LicenceHoldings after, Func<Guid, string> product)
    {
        var (old, now) = (Errors(before), Errors(after));

        return old.Keys.Union(now.Keys)
            .Select(key => new FactChange($"Assignment of {product(key)}", old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
            .Where(change => change.Before != change.After)
            .OrderBy(change => change.Name, StringComparer.Ordinal);
    }

    private static Dictionary<Guid, string> Errors(LicenceHoldings holdings) => holdings.Assignments
        .Where(state => state.IsInError)
        .GroupBy(state => state.SkuId)
        .ToDictionary(states => states.Key, states => $"failed with {string.Join(", ", states.Select(state => state.Error ?? state.State).Distinct().Order(StringComparer.Ordinal))}");

    private static HashSet<Guid> Disabled(IEnumerable<AssignedLicense> licences) => [.. licences.SelectMany(licence => licence.DisabledPlans)];
}

/// <summary>A fact that changed.</summary>
/// <param name="Name">Which.</param>
/// <param name="Before">What it was; <see langword="null"/> for nothing.</param>
/// <param name="After">What it is; <see langword="null"/> for nothing.</param>
public sealed record FactChange(string Name, string? Before, string? After);

/// <summary>A verdict that changed.</summary>
/// <param name="Experience">The experience's name.</param>
/// <param name="Before">What it was; <see langword="null"/> when nobody judged it then.</param>
/// <param name="After">What it is; <see langword="null"/> when nobody judges it any more.</param>
public sealed record VerdictChange(string Experience, Verdict? Before, Verdict? After);
