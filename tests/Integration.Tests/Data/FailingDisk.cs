using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Fails at one statement when told to.</summary>
public sealed class FailingDisk(string beginning) : DbCommandInterceptor
{
    public bool Fails { get; set; }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Fails && command.CommandText.StartsWith(beginning, StringComparison.Ordinal)
            ? throw new IOException("The disk went away.")
            : ValueTask.FromResult(result);
}
