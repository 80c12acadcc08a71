namespace MeshReadiness.SampleTenant.Company;

internal sealed record PlanRow(Guid PlanId, string Service, string Status, DateTimeOffset At);

internal sealed record HeldProduct(Subscription Subscription, IReadOnlyList<Plan> Disabled);

/// <summary>
/// All that follows from a person's assignments: products held, plans in their states, errors. People with the same
/// assignments share one set, so a million people cost no more than the recipes they were made from.
/// </summary>
internal sealed class LicenceSet
{
    private readonly Draw _draw;

    public LicenceSet(Draw draw, IReadOnlyList<Assignment> assignments, IReadOnlyList<Plan> past)
    {
        _draw = draw;
        Assignments = assignments;
        Past = past;
        Held = [.. assignments.Where(one => one.IsEffective).GroupBy(one => one.Subscription).Select(Hold)];
        Plans = [.. EnabledRows().Concat(PastRows())];
        Json = new LicenceJson(this);
        Fields = new LicenceFields(this);
    }

    public IReadOnlyList<Assignment> Assignments { get; }

    public IReadOnlyList<Plan> Past { get; }

    public IReadOnlyList<HeldProduct> Held { get; }

    public IReadOnlyList<PlanRow> Plans { get; }

    public LicenceJson Json { get; }

    public LicenceFields Fields { get; }

    public bool HasError => Assignments.Any(one => one.HasError);

    public Guid? GroupId(Assignment assignment) => assignment.Group is null ? null : _draw.NamedId(assignment.Group);

    public bool Holds(Subscription subscription) => Held.Any(held => held.Subscription == subscription);

    public LicenceSet With(Assignment assignment) => new(_draw, [.. Assignments, assignment], Past);

    /// <summary>Takes a product away, however it was assigned; its plans stay visible as deleted.</summary>
    public LicenceSet Without(Subscription subscription) => new(
        _draw,
        [.. Assignments.Where(one => one.Subscription != subscription)],
        [.. Past.Concat(subscription.Product.Plans.Where(plan => plan.AppliesToUser)).DistinctBy(plan => plan.Id)]);

    private static HeldProduct Hold(IGrouping<Subscription, Assignment> assignments) => new(
        assignments.Key,
        [.. assignments.Key.Product.Plans.Where(plan => assignments.All(one => one.Disabled.Contains(plan.Name)))]);

    private IEnumerable<PlanRow> EnabledRows() =>
        from held in Held
        let at = Assignments.First(one => one.IsEffective && one.Subscription == held.Subscription).At
        from plan in held.Subscription.Product.Plans
        where plan.AppliesToUser && !held.Disabled.Contains(plan)
        group (held.Subscription, plan, at) by (plan.Id, Status: held.Subscription.StatusOf(plan)) into same
        let first = same.First()
        select new PlanRow(same.Key.Id, first.plan.Service, same.Key.Status, first.at);

    private IEnumerable<PlanRow> PastRows() => Past.Select(plan =>
        new PlanRow(plan.Id, plan.Service, "Deleted", new DateTimeOffset(2023, 10, 2, 6, 30, 0, TimeSpan.Zero)));
}
