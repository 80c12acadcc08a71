using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Web.Tests.Given;

/// <summary>A database that answers at once, or, when asked to hold on, once it is told to.</summary>
internal sealed class SlowDatabase(IDbContextFactory<MeshReadinessDbContext> database) : IDbContextFactory<MeshReadinessDbContext>
{
    private TaskCompletionSource? _held;

    public void HoldOn() => _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answer() => _held!.SetResult();

    public MeshReadinessDbContext CreateDbContext() => database.CreateDbContext();

    public async Task<MeshReadinessDbContext> CreateDbContextAsync(CancellationToken cancellationToken)
    {
        await (_held?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return await database.CreateDbContextAsync(cancellationToken);
    }
}
