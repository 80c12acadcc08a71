using System.Text.Json;
using MeshReadiness.Core.Tenant;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.ConditionalAccess;

/// <summary>The shipped lists of apps and names, and files that are broken in one place.</summary>
public sealed class ShippedAppsAndNamesTests
{
    private const string Apps = "conditional-access-apps.json", Names = "conditional-access-names.json";

    [Theory]
    [InlineData(Apps, "groups", "apps")]
    [InlineData(Names, "lists", "names")]
    public void A_list_has_a_date_that_is_past_and_sources_and_names_each_id_once(string file, string lists, string entries)
    {
        var root = JsonElement.Parse(ShippedFile.Text(file));

        Assert.InRange(root.GetProperty("asOf").GetString()!, "2026-01-01", "2026-12-31");

        foreach (var list in root.GetProperty(lists).EnumerateArray())
        {
            Assert.StartsWith("https://", list.GetProperty("source").GetString(), StringComparison.Ordinal);
            var (names, ids) = (Texts(list.GetProperty(entries), "name"), Texts(list.GetProperty(entries), "id"));
            Assert.Equal((ids.Length, ids.Length), (ids.Distinct().Count(), names.Distinct().Count()));
            Assert.All(ids, id => Assert.Equal(id, Guid.ParseExact(id, "D").ToString()));
        }
    }

    [Fact]
    public void Mesh_is_neither_part_of_office_365_nor_an_admin_portal_and_needs_teams_exchange_and_sharepoint()
    {
        var apps = ConditionalAccessApps.Shipped;

        Assert.DoesNotContain(MeshNames.ServicesAppId, apps.Office365);
        Assert.DoesNotContain(MeshNames.ServicesAppId, apps.AdminPortals);
        Assert.Equal(
            ["Microsoft Teams Services", "Office 365 Exchange Online", "Office 365 SharePoint Online"],
            apps.Dependencies[MeshNames.ServicesAppId].Select(app => ConditionalAccessNames.Shipped.Apps[app]));
        Assert.Empty(apps.Dependencies.Values.SelectMany(needs => needs).Except(apps.Office365));
    }

    [Fact]
    public void Every_role_that_is_read_of_a_tenant_has_the_same_name_here() => Assert.All(
        DirectoryRoles.TemplateIds, role => Assert.Equal(role.Key, ConditionalAccessNames.Shipped.Roles[role.Value]));

    [Theory]
    [InlineData("asOf", "\"yesterday\"", "asOf must be a date like 2025-12-01 and is \"yesterday\".")]
    [InlineData("asOf", null, "the file has no property \"asOf\".")]
    [InlineData("groups", "[]", "groups is an empty list; at least one item is needed.")]
    [InlineData("groups[1]", null, "groups must have a group MicrosoftAdminPortals.")]
    [InlineData("groups[0].name", "\"Office\"", "groups must have a group Office365.")]
    [InlineData("groups[0].source", "\"a book\"", "groups[0].source must be a full https address and is \"a book\".")]
    [InlineData("groups[0].apps[2].id", "\"teams\"", "groups[0].apps[2].id must be an id like 57ff2da0-773e-42df-b2af-ffb7a2317929 and is \"teams\".")]
    [InlineData("groups[0].apps[2].name", "\" \"", "groups[0].apps[2].name is an empty text.")]
    [InlineData("groups[0].apps[2].version", "1", "groups[0].apps[2] has the property \"version\", which isn't known there.")]
    [InlineData("dependencies[0].needs", "[]", "dependencies[0].needs is an empty list; at least one item is needed.")]
    public void A_broken_list_of_apps_is_refused_with_its_place(string path, string? json, string sentence) =>
        Assert.Contains(sentence, ConditionalAccessApps.Read(Apps, ShippedFile.With(Apps, path, json)).Problem.Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("groups[1].name", "\"Office365\"", "groups[1].name is \"Office365\", and another group has that name already.")]
    [InlineData("dependencies[1].app", "\"3016d0ce-47cc-4005-b11d-5fcabb1b643d\"", "dependencies[1].app is \"3016d0ce-47cc-4005-b11d-5fcabb1b643d\", and another app with that id is listed already.")]
    public void What_stands_twice_is_refused_too(string path, string json, string sentence) =>
        Assert.Contains(sentence, ConditionalAccessApps.Read(Apps, ShippedFile.With(Apps, path, json)).Problem.Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("lists[0].kind", "\"planets\"", "lists[0].kind")]
    [InlineData("lists[0].names[1].id", "\"db506228-d27e-4b7d-95e5-295956d6615f\"", "lists[0].names[1].id is \"db506228-d27e-4b7d-95e5-295956d6615f\", which has a name already.")]
    public void A_broken_list_of_names_is_refused_with_its_place(string path, string json, string sentence) =>
        Assert.Contains(sentence, ConditionalAccessNames.Read(Names, ShippedFile.With(Names, path, json)).Problem.Detail, StringComparison.Ordinal);

    private static string[] Texts(JsonElement list, string property) => [.. list.EnumerateArray().Select(entry => entry.GetProperty(property).GetString()!)];
}
