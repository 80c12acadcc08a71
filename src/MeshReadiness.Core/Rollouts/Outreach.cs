using System.Text.Json.Serialization;

namespace MeshReadiness.Core.Rollouts;

/// <summary>How far a rollout has come with one of its contacts.</summary>
/// <param name="ContactId">The contact, by the playbook's id.</param>
/// <param name="Person">Who it is in this organisation; <see langword="null"/> until somebody is named.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Asked">What they were asked, in the asker's words; <see langword="null"/> until then.</param>
/// <param name="Due">When their answer is needed.</param>
/// <param name="Answer">What they said.</param>
public sealed record Outreach(
    string ContactId, ContactPerson? Person, OutreachState State, string? Asked, DateOnly? Due, string? Answer) : IRolloutNote<Outreach>
{
    /// <summary>When they were asked last, in UTC; <see langword="null"/> until then.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>Whether they have said yes or no.</summary>
    [JsonIgnore]
    public bool IsAnswered => State is OutreachState.Granted or OutreachState.Refused;

    /// <inheritdoc />
    public static string Kind => "contact";

    /// <inheritdoc />
    [JsonIgnore]
    public string Key => ContactId;

    /// <inheritdoc />
    public static Outreach Untouched(string key) => new(key, null, OutreachState.NotAsked, null, null, null);
}

/// <summary>Somebody who speaks for a contact.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Mail">Where they are written to.</param>
/// <param name="ObjectId">Their object id in the tenant, where they were chosen from it.</param>
public sealed record ContactPerson(string Name, string? Mail, string? ObjectId);

/// <summary>How far it has come with a contact.</summary>
public enum OutreachState
{
    /// <summary>Nobody has asked them.</summary>
    NotAsked,

    /// <summary>They were asked.</summary>
    Asked,

    /// <summary>They know, and the answer or the work is on its way.</summary>
    Waiting,

    /// <summary>They have agreed, or done it.</summary>
    Granted,

    /// <summary>They have said no.</summary>
    Refused,
}
