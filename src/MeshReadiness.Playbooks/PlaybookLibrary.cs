using System.Collections.Immutable;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>The playbooks that come with the product. A test reads every one of them, so asking for one never fails.</summary>
public static class PlaybookLibrary
{
    private static readonly Lazy<Playbook> ShippedMesh =
        new(() => JsonFile.Read("mesh.json", Packs.Read("mesh.json"), root => new PlaybookMap().Read(root)).Value);

    /// <summary>Preparing an organisation for Microsoft Mesh.</summary>
    public static Playbook Mesh => ShippedMesh.Value;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Playbook> All => [Mesh];
}
