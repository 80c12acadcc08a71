namespace MeshReadiness.Web.Hosting;

/// <summary>Something in the settings or the surroundings that the portal won't start with. The message is for the operator.</summary>
internal sealed class StartupProblem(string message) : Exception(message);
