namespace MeshReadiness.SampleTenant;

/// <summary>An argument that cannot be used. Its message is one sentence that names the argument and shows a good one.</summary>
public sealed class ArgumentMistakeException(string message) : Exception(message);
