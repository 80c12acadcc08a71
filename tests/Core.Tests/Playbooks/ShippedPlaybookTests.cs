using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

public sealed class ShippedPlaybookTests
{
    [Fact]
    public void Every_shipped_playbook_can_be_read() =>
        Assert.All(PlaybookLibrary.All, playbook => Assert.Equal(7, playbook.Steps.Length));
}
