namespace MeshReadiness.Core.Tenant;

/// <summary>The headsets that somebody registered in the directory, in numbers. One that never was can't be seen.</summary>
/// <param name="Registered">All of them.</param>
/// <param name="NotManaged">Those that device management doesn't have.</param>
/// <param name="NotCompliant">Those that it has and that break one of the company's rules.</param>
public sealed record HeadsetFacts(int Registered, int NotManaged, int NotCompliant);
