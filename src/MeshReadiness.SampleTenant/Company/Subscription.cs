namespace MeshReadiness.SampleTenant.Company;

/// <summary>A product that the company holds, in one of the states that a subscription can be in.</summary>
internal sealed record Subscription(Product Product, string Status = "Enabled")
{
    /// <summary>Seats beyond those in use, in per cent. Zero means that the last seat is taken.</summary>
    public int SparePercent { get; init; } = 12;

    public int? FixedSeats { get; init; }

    public int? TrialDays { get; init; }

    /// <summary>What the plans of people say, where that is not the subscription's own state.</summary>
    public IReadOnlyDictionary<string, string> PlanStatus { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset Bought { get; init; } = new(2024, 3, 11, 8, 0, 0, TimeSpan.Zero);

    public string StatusOf(Plan plan) => PlanStatus.TryGetValue(plan.Name, out var status) ? status : Status;

    /// <summary>Whether a plan is provided to the tenant; what waits for people waits for the tenant first.</summary>
    public string ProvisioningOf(Plan plan) =>
        PlanStatus.TryGetValue(plan.Name, out var status) && !status.Equals("Enabled", StringComparison.OrdinalIgnoreCase) ? status : "Success";

    public Assignment Direct() => new(this, null);

    public Assignment By(string group) => new(this, group);
}

/// <summary>One assignment of a product to a person: direct, or by a group.</summary>
internal sealed record Assignment(Subscription Subscription, string? Group)
{
    public IReadOnlyList<string> Disabled { get; init; } = [];

    public string State { get; init; } = "Active";

    public string Error { get; init; } = "None";

    public DateTimeOffset At { get; init; } = Subscription.Bought.AddDays(37).AddMinutes(14);

    public bool IsEffective => State is "Active" or "ActiveWithError";

    public bool HasError => State is "Error" or "ActiveWithError";

    public Assignment Without(params string[] plans) => this with { Disabled = plans };

    public Assignment Failing(string error) => this with { State = "Error", Error = error };

    public Assignment ActiveDespite(string error) => this with { State = "ActiveWithError", Error = error };
}

/// <summary>The licences that a share of the people hold, and the plans they once had.</summary>
internal sealed record Recipe(IReadOnlyList<Assignment> Assignments, IReadOnlyList<Plan> Past)
{
    public static Recipe Of(params Assignment[] assignments) => new(assignments, []);

    public Recipe Formerly(Product product) => this with { Past = [.. product.Plans.Where(plan => plan.AppliesToUser)] };
}
