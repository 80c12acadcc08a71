using System.Collections.Immutable;

namespace MeshReadiness.Core.Playbooks;

/// <summary>Which export can be handed in for a task, and the rule that reads the answer from it.</summary>
/// <param name="Kind">The kind of export.</param>
/// <param name="Rule">The rule's id in <see cref="Imports.ImportRules"/>.</param>
/// <param name="Parameters">What the rule needs to know, by name, for example the least number of processor cores.</param>
public sealed record ImportReference(ImportKind Kind, string Rule, ImmutableDictionary<string, string> Parameters);
