using System.Collections.Immutable;
using System.Text;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks.Reading;

namespace MeshReadiness.Playbooks;

/// <summary>The playbooks that come with the product. A test reads every one of them, so asking for one never fails.</summary>
public static class PlaybookLibrary
{
    private static readonly Lazy<Playbook> ShippedMesh = Shipped("mesh.json"), ShippedTeamsImmersive = Shipped("teams-immersive.json");

    /// <summary>Preparing an organisation for Microsoft Mesh.</summary>
    public static Playbook Mesh => ShippedMesh.Value;

    /// <summary>Preparing an organisation for immersive events in Teams, the successor of Mesh.</summary>
    public static Playbook TeamsImmersive => ShippedTeamsImmersive.Value;

    /// <summary>All of them.</summary>
    public static ImmutableArray<Playbook> All => [Mesh, TeamsImmersive];

    /// <summary>Their editions, in the same order.</summary>
    public static ImmutableArray<PlaybookEdition> Editions => [new(Mesh, Text("mesh.json")), new(TeamsImmersive, Text("teams-immersive.json"))];

    private static string Text(string name) => Encoding.UTF8.GetString(Packs.Read(name));

    private static Lazy<Playbook> Shipped(string name) => new(() => JsonFile.Read(name, Packs.Read(name), root => new PlaybookMap().Read(root)).Value);
}
