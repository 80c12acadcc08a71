namespace MeshReadiness.Web.Features.Rollouts;

/// <summary>The addresses of a rollout's pages. The rollout that was chosen goes along; without one, the newest is meant.</summary>
/// <param name="Id">The rollout that the address names, if it names one.</param>
public sealed record RolloutLinks(Guid? Id)
{
    /// <summary>The word for tasks past their day in <see cref="Step(int, string?)"/>.</summary>
    public const string OverdueWord = "overdue";

    /// <summary>All steps.</summary>
    public string Overview => With("/rollout");

    /// <summary>What is wanted of the rollout.</summary>
    public string Edit => With("/rollout/edit");

    /// <summary>The way to the playbook of the product's successor.</summary>
    public string Move => With("/rollout/move");

    /// <summary>What later editions of its playbook changed.</summary>
    public string Changes => With("/rollout/changes");

    /// <summary>A step, with all its tasks or only those of a state.</summary>
    public string Step(int number, string? state = null) =>
        state is null ? With($"/rollout/steps/{number}") : With($"/rollout/steps/{number}", $"state={state}");

    /// <summary>A task.</summary>
    public string Task(string taskId) => With($"/rollout/tasks/{Uri.EscapeDataString(taskId)}");

    /// <summary>All contacts, or only those of a state.</summary>
    public string Contacts(string? state = null) => With("/contacts", state is null ? null : $"state={state}");

    /// <summary>A contact.</summary>
    public string Contact(string contactId) => With($"/contacts/{Uri.EscapeDataString(contactId)}");

    /// <summary>Who takes which part in every task.</summary>
    public string Raci => With("/contacts/raci");

    /// <summary>All guided decisions.</summary>
    public string Decisions => With("/rollout/decisions");

    /// <summary>A guided decision.</summary>
    public string Decision(string decisionId) => With($"/rollout/decisions/{Uri.EscapeDataString(decisionId)}");

    private string With(string path, string? query = null)
    {
        var parts = new[] { query, Id is { } id ? $"rollout={id}" : null }.OfType<string>().ToList();
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }
}
