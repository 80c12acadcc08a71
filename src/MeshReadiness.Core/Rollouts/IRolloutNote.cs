namespace MeshReadiness.Core.Rollouts;

/// <summary>A small document that people write about one thing in a rollout, for example about one contact.</summary>
/// <typeparam name="TSelf">The document.</typeparam>
public interface IRolloutNote<out TSelf>
    where TSelf : IRolloutNote<TSelf>
{
    /// <summary>What it is about, in one word. The audit record's actions begin with it.</summary>
    static abstract string Kind { get; }

    /// <summary>The document of a thing that nobody has written about yet.</summary>
    /// <param name="key">The thing's id.</param>
    static abstract TSelf Untouched(string key);

    /// <summary>The id of the thing that it is about.</summary>
    string Key { get; }
}
