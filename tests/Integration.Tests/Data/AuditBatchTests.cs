using MeshReadiness.Core.Audit;
using MeshReadiness.Data;
using Microsoft.EntityFrameworkCore;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>Lines that come from many at once are each stored once and in one chain, or their senders hear that they aren't.</summary>
public sealed class AuditBatchTests : IAsyncDisposable
{
    private const int Lines = 3_000;

    private readonly TestFolder _folder = new();
    private readonly FailingStatement _disk = new();
    private readonly TestDatabase _database;

    public AuditBatchTests() => _database = TestDatabase.Sqlite(_folder.Path, null, _disk);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(14)]
    public async Task Each_line_is_there_once_or_its_sender_knows(int? failAt)
    {
        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));

        if (failAt is { } number)
        {
            _disk.FailAt(number);
        }

        var stored = await Task.WhenAll(Enumerable.Range(0, Lines).Select(line => Task.Run(() => TryAppendAsync($"{line}"), Cancel)));

        var lines = await LinesAsync();
        Assert.Equal(failAt is not null, _disk.HasFailed);
        Assert.Equal(stored.OfType<string>().Order(StringComparer.Ordinal), lines.Select(line => line.Entry.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(failAt is null, lines.Count == Lines);
        Assert.NotEmpty(lines);
        Assert.Null(AuditChain.FindBreak(lines, AuditChain.Beginning));
        Assert.Equal(Enumerable.Range(1, lines.Count), lines.Select(line => (int)line.Number));
    }

    [Fact]
    public async Task After_a_failure_lines_are_stored_again()
    {
        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));
        _disk.FailAt(0);

        Assert.Null(await TryAppendAsync("lost"));
        Assert.Equal("kept", await TryAppendAsync("kept"));

        Assert.Equal("kept", Assert.Single(await LinesAsync()).Entry.Subject);
    }

    [Fact]
    public async Task Lines_of_a_transaction_and_lines_that_come_alone_make_one_chain()
    {
        TestScan.Ok(await _database.Preparation.PrepareAsync(Cancel));

        await Task.WhenAll(Enumerable.Range(0, 200).Select(line => line % 10 == 0
            ? (Task)_database.Contexts.InTransactionAsync<AuditEnd>(
                async (db, token) => await AuditLines.AddManyAsync(db, [new(DateTimeOffset.UnixEpoch, TestScan.Admin, "a", "b", null)], token),
                (_, _, _) => Task.FromResult(true),
                Cancel)
            : TryAppendAsync($"{line}")));

        var lines = await LinesAsync();
        Assert.Equal(200, lines.Count);
        Assert.Null(AuditChain.FindBreak(lines, AuditChain.Beginning));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<string?> TryAppendAsync(string subject)
    {
        try
        {
            await _database.Audit.AppendAsync(TestScan.Admin, "people.searched", subject, null, Cancel);
            return subject;
        }
        catch (Exception error) when ((error as DbUpdateException)?.InnerException is IOException || error is IOException)
        {
            return null;
        }
    }

    private async Task<List<AuditLine>> LinesAsync() => await _database.Audit.AllAsync(Cancel).ToListAsync(Cancel);
}
