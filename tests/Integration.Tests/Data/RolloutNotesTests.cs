using MeshReadiness.Core.Audit;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Core.Scanning;
using MeshReadiness.Data;

namespace MeshReadiness.Integration.Tests.Data;

/// <summary>What people write about the contacts of a rollout, and the editions of playbooks that a portal has had.</summary>
public abstract class RolloutNotesTests : StoreTest
{
    private static readonly Actor Ada = new("ada", "Ada");
    private static readonly Actor Bob = new("bob", "Bób <b>bold</b>");

    private Moment Now(Actor? by = null) => new(by ?? Ada, Database.Clock.GetUtcNow());

    [Fact]
    public async Task A_note_comes_back_as_written_and_only_in_its_rollout()
    {
        var (here, there) = (await BeginAsync(), await BeginAsync());
        var written = new Outreach(
            "network", new("Zoë <i>Ñ</i>", "zoe@contoso.example", "person-1"), OutreachState.Asked, "Open the ports.\nPlease.", new(2026, 5, 1), null);

        var change = await WriteAsync(here, 0, written);

        Assert.Equal(1, change.Value.Note.Version);
        var note = Assert.Single(await Database.Contacts.ListAsync(here.Id, Cancel));
        Assert.Equal(("network", written, 1), (note.Key, note.Value.Content, note.Value.Version));
        Assert.Empty(await Database.Contacts.ListAsync(there.Id, Cancel));
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_overwrites_nothing()
    {
        var rollout = await BeginAsync();
        var first = Outreach.Untouched("network") with { Asked = "First." };
        await WriteAsync(rollout, 0, first);

        var second = await WriteAsync(rollout, 0, first with { Asked = "Second." }, Bob);

        Assert.Equal(ProblemKind.Conflict, second.Problem.Kind);
        Assert.Equal("First.", Assert.Single(await Database.Contacts.ListAsync(rollout.Id, Cancel)).Value.Content.Asked);
    }

    [Fact]
    public async Task Every_change_can_be_undone_and_the_undoing_too_but_not_what_somebody_has_changed_since()
    {
        var rollout = await BeginAsync();
        var asked = Outreach.Untouched("network") with { State = OutreachState.Asked, Asked = "Open the ports." };
        var change = (await WriteAsync(rollout, 0, asked)).Value;

        var undone = (await Database.Contacts.UndoAsync(change.Number, Now(Bob), Cancel)).Value;
        var redone = (await Database.Contacts.UndoAsync(undone.Number, Now(), Cancel)).Value;
        await WriteAsync(rollout, redone.Note.Version, asked with { State = OutreachState.Granted });
        var late = await Database.Contacts.UndoAsync(change.Number, Now(), Cancel);

        Assert.Equal(Outreach.Untouched("network"), undone.Note.Content);
        Assert.Equal(asked, redone.Note.Content);
        Assert.Equal(ProblemKind.Conflict, late.Problem.Kind);
        Assert.Equal(OutreachState.Granted, Assert.Single(await Database.Contacts.ListAsync(rollout.Id, Cancel)).Value.Content.State);
        var lines = await Database.Audit.AllAsync(Cancel).ToListAsync(Cancel);
        Assert.Equal(
            ["rollout.created", "contact.edited", "contact.undone", "contact.undone", "contact.edited"], lines.Select(line => line.Entry.Action));
        Assert.Null(AuditChain.FindBreak(lines, AuditChain.Beginning));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind()
    {
        var rollout = await BeginAsync();
        await Database.Rollouts.EditAsync(rollout.Id, 1, "rollout.archived", one => RolloutEdit.Archive(one, true), Now(), null, Cancel);
        var lines = await Database.Audit.AllAsync(Cancel).CountAsync(Cancel);

        var archived = await WriteAsync(rollout, 0, Outreach.Untouched("network"));
        var none = await Database.Contacts.EditAsync(Guid.NewGuid(), "network", 0, "edited", note => note, Now(), Cancel);
        var stranger = await Database.Contacts.UndoAsync(1, Now(), Cancel);

        Assert.Contains("is archived", archived.Problem.Detail, StringComparison.Ordinal);
        Assert.Equal([ProblemKind.NotFound, ProblemKind.NotFound], [none.Problem.Kind, stranger.Problem.Kind]);
        Assert.Equal(lines, await Database.Audit.AllAsync(Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task An_edition_of_a_playbook_is_kept_as_it_first_came()
    {
        await Database.Editions.KeepAsync("mesh", 1, "first", Cancel);
        await Database.Editions.KeepAsync("mesh", 1, "another", Cancel);
        await Database.Editions.KeepAsync("mesh", 2, "second", Cancel);

        Assert.Equal("first", await Database.Editions.FindAsync("mesh", 1, Cancel));
        Assert.Equal("second", await Database.Editions.FindAsync("mesh", 2, Cancel));
        Assert.Null(await Database.Editions.FindAsync("other", 1, Cancel));
    }

    private Task<Result<NoteChange<Outreach>>> WriteAsync(Rollout rollout, int seen, Outreach note, Actor? by = null) =>
        Database.Contacts.EditAsync(rollout.Id, note.ContactId, seen, "edited", _ => note, Now(by), Cancel);

    private async Task<Rollout> BeginAsync() => (await Database.Rollouts.AddAsync(
        RolloutEdit.Begin(Guid.CreateVersion7(), TestPlaybook.Playbook, new("Head office", ["avatars"], null), Now()).Value, Now(), Cancel)).Value;
}

public sealed class RolloutNotesOnSqliteTests : RolloutNotesTests;

public sealed class RolloutNotesOnSqlServerTests : RolloutNotesTests
{
    protected override Task<TestDatabase> MakeAsync() => TestDatabase.SqlServerAsync();
}
