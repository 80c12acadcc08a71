using System.Collections.Immutable;
using MeshReadiness.Core.Outcomes;

namespace MeshReadiness.Core.Tenant;

/// <summary>Looks one person up in the tenant as it is now.</summary>
public interface IPersonReader
{
    /// <summary>The person with this object id or sign-in name, with licence details and groups. A missing permission leaves a fact untold.</summary>
    Task<Result<PersonFacts>> ReadAsync(string user, CancellationToken cancellationToken);

    /// <summary>The devices that a person has registered.</summary>
    /// <param name="userId">The person's object id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<Result<ImmutableArray<DeviceFacts>>> ReadDevicesAsync(string userId, CancellationToken cancellationToken);
}
