using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tenant;

namespace MeshReadiness.Web.Tests.Given;

/// <summary>A tenant that tells everybody's devices as a test wants it to, and nothing else.</summary>
internal sealed class ToldDevices : IPersonReader
{
    /// <summary>What it tells.</summary>
    public Result<ImmutableArray<DeviceFacts>> Devices { get; set; } = ImmutableArray<DeviceFacts>.Empty;

    public Task<Result<PersonFacts>> ReadAsync(string user, CancellationToken cancellationToken) =>
        Task.FromResult<Result<PersonFacts>>(new Problem(ProblemKind.NotFound, "Nobody is told."));

    public Task<Result<ImmutableArray<DeviceFacts>>> ReadDevicesAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(Devices);
}
