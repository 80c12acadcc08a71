using System.Collections.Immutable;
using MeshReadiness.Core.Rollouts;
using MeshReadiness.Data;
using MeshReadiness.Web.Features.Rollouts;

namespace MeshReadiness.Web.Features.Contacts;

/// <summary>Makes a form's change about a contact.</summary>
public sealed class OutreachOutcome(TimeProvider time) : EditOutcome<Note<Outreach>, NoteChange<Outreach>>(time)
{
    /// <inheritdoc />
    protected override string What => "contact";

    /// <inheritdoc />
    protected override ImmutableArray<WorkDifference> Differences(Note<Outreach> before, Note<Outreach> after) =>
        OutreachWords.Differences(before.Content, after.Content);
}
