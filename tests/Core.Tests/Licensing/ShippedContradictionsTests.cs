using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Playbooks;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Licensing;

/// <summary>The contradictions between the articles and the table as it is shipped, told by hand from both.</summary>
public sealed class ShippedContradictionsTests
{
    // Teams Essentials; its form with an Entra identity; Business Basic twice; Business Standard and its prepaid form;
    // Business Premium; E3 and E5 in their other forms; the developer packs; Office 365 E5 twice.
    private const string
        Essentials = "fde42873-30b6-436b-b361-21af5a6b84ae", EssentialsEntra = "3ab6abff-666f-4424-bfb7-f0bc274ec7bc",
        Basic = "3b555118-da6a-4418-894f-7df1e2096870", BasicSmall = "dab7782a-93b1-4074-8bb1-0e61318bea0b",
        Standard = "f245ecc8-75af-4f8e-b61f-27d8114de5f3", StandardPrepaid = "ac5cef5d-921b-4f97-9ef3-c99076e5470f",
        BusinessPremium = "cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46",
        E3Hub = "0c21030a-7e60-4ec7-9a0f-0042e0e0211a", E3Unattended = "c2ac2ee4-9bb1-47e4-8541-d689c7e83371",
        E5Hub = "db684ac5-c0e7-4f92-8284-ef9ebde75d33", E5Calling = "a91fc4e0-65e5-4266-aa76-4037509c1626",
        E5NoAudio = "cd2925a3-5076-4233-8931-638a8c94f773", E5NoAudioHub = "2113661c-6509-4034-98bb-9c47bd28d63c",
        E5Developer = "c42b9cae-ea4f-4ab7-9717-81576235ccac", OfficeE3Developer = "189a915c-fe4f-4ffa-bde4-85b9628d07a0",
        OfficeE5 = "c7df2760-2c81-4ef7-b578-5b5392b571df", OfficeE5NoAudio = "26d45bd9-adf1-46cd-a9e1-51e9a5524128";

    // Without Teams.
    private const string
        BasicNoTeams = "21502a13-c8dc-4744-be9c-177fd9d2eafc", PremiumNoTeams = "00e1ec7b-e4a3-40d1-9441-b69b597ab222",
        StandardNoTeams = "5a1c7b8d-0739-4ca8-bf69-ec87e69133ac", E3NoTeams = "dcf0408c-aaec-446c-afd4-43e3683943ea",
        E5NoTeams = "18a4bd3f-0b5b-4887-b04f-61dd0ee15f5e", E5Suite = "99cc8282-2f74-4954-83b7-c6a9a1999067",
        E3Extra = "f5b15d67-b99e-406b-90f1-308452f94de6", OfficeE1NoTeams = "f8ced641-8e17-4dc5-b014-f5a2d53f6ac8",
        OfficeE3NoTeams = "46c3a859-c90d-40b3-9551-6178a48d5c18";

    private const string
        E7 = "9a18296a-025f-4e37-9ffa-30bf8d1ce775", ExploratoryDept = "e0dfc8b9-9531-4ec8-94b4-9fec23b05fc8",
        TeamsEnterprise = "7e31c0d9-9551-471d-836f-32ee72be4a01", TeamsEea = "7e74bd05-2c47-404e-829a-ba95c66fe8e5",
        PremiumIntroductory = "36a0f3b3-adb5-49ea-bf66-762134cf063a", TeamsPremium = "6432c818-bcef-43b6-9290-aec052964950",
        PremiumFaculty = "960a972f-d017-4a17-8f64-b42c8035bc7d";

    private static readonly (ContradictionKind Kind, string Requirement, string[] Products)[] Told =
    [
        (ContradictionKind.FormsDiffer, "teams", [Essentials]),
        (ContradictionKind.PlanWithoutRest, "teams",
            [BasicNoTeams, PremiumNoTeams, StandardNoTeams, E3NoTeams, E5NoTeams, E5Suite, E3Extra, OfficeE1NoTeams, OfficeE3NoTeams]),
        (ContradictionKind.NamedWithoutPlan, "avatars", [Essentials, EssentialsEntra, Basic, BasicSmall, OfficeE5, OfficeE5NoAudio]),
        (ContradictionKind.FormsDiffer, "avatars", [StandardPrepaid, OfficeE3Developer]),
        (ContradictionKind.UnnamedWithPlan, "avatars", [E7, ExploratoryDept, TeamsEnterprise, TeamsEea]),
        (ContradictionKind.NamedWithoutPlan, "immersive",
            [Essentials, EssentialsEntra, Basic, BasicSmall, Standard, StandardPrepaid, OfficeE5, OfficeE5NoAudio]),
        (ContradictionKind.FormsDiffer, "immersive",
            [BusinessPremium, E3Hub, E3Unattended, E5Hub, E5Calling, E5NoAudio, E5NoAudioHub, E5Developer, OfficeE3Developer]),
        (ContradictionKind.UnnamedWithPlan, "immersive", [E7, ExploratoryDept]),
        (ContradictionKind.FormsDiffer, "mesh", [PremiumIntroductory, TeamsPremium]),
        (ContradictionKind.FormsDiffer, "sharepoint", [OfficeE3Developer]),
        (ContradictionKind.NamedWithoutPlan, "sharepoint", [TeamsEnterprise, TeamsEea]),
        (ContradictionKind.FormsDiffer, "storage", [OfficeE3Developer]),
    ];

    [Fact]
    public void The_articles_and_the_shipped_table_contradict_each_other_in_these_points_and_no_others() => Assert.Equal(
        Told.SelectMany(told => told.Products.Select(product => $"{told.Requirement} {told.Kind} {product}")).Order(StringComparer.Ordinal),
        Find(ProductTable.Shipped).Select(found => $"{found.RequirementId} {found.Kind} {found.SkuId}").Order(StringComparer.Ordinal));

    // Only organisers need more than Teams, and Teams Premium in all its forms carries a plan for that; also the one for schools.
    private static readonly (ContradictionKind Kind, string Requirement, string[] Products)[] ToldOfImmersiveEvents =
    [
        .. Told.Where(told => told.Requirement is "teams" or "avatars"),
        (ContradictionKind.UnnamedWithPlan, "organizer", [PremiumFaculty]),
    ];

    [Fact]
    public void For_immersive_events_they_contradict_each_other_in_these_points_and_no_others() => Assert.Equal(
        ToldOfImmersiveEvents.SelectMany(told => told.Products.Select(product => $"{told.Requirement} {told.Kind} {product}")).Order(StringComparer.Ordinal),
        ContradictionFinder.Find(PlaybookLibrary.TeamsImmersive, ProductTable.Shipped, [])
            .Select(found => $"{found.RequirementId} {found.Kind} {found.SkuId}").Order(StringComparer.Ordinal));

    [Fact]
    public void In_a_table_that_is_put_right_there_is_nothing() => Assert.All(
        [PlaybookLibrary.Mesh, PlaybookLibrary.TeamsImmersive],
        playbook => Assert.Empty(ContradictionFinder.Find(playbook, PutRight(ProductTable.Shipped, playbook), [])));

    [Fact]
    public void A_named_product_that_the_table_has_lost_is_told_once()
    {
        var without = new ProductCatalogue(PutRight(ProductTable.Shipped, PlaybookLibrary.Mesh).Products.Remove(new(OfficeE5)));
        var found = Assert.Single(Find(without));

        Assert.Equal(
            (ContradictionKind.NamedNotListed, "Office 365 E5", LicenceSource.Articles, null),
            (found.Kind, found.Product, found.Trusted, found.RequirementId));
    }

    [Fact]
    public void Every_contradiction_says_in_whole_sentences_what_differs_what_follows_and_what_to_do() => Assert.All(
        Find(ProductTable.Shipped),
        found =>
        {
            Assert.All([found.Sentence, found.Follows, found.Remedy], sentence =>
            {
                Assert.True(char.IsUpper(sentence[0]), sentence);
                Assert.EndsWith(".", sentence, StringComparison.Ordinal);
                Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
            });
            Assert.StartsWith("https://", found.Source, StringComparison.Ordinal);
        });

    [Fact]
    public void Of_the_two_forms_of_teams_essentials_the_one_with_teams_is_named() => Assert.Contains(
        $"Microsoft Teams Essentials (AAD Identity) ({EssentialsEntra}) does under the same words",
        Find(ProductTable.Shipped).Single(found => found.SkuId == new Guid(Essentials) && found.RequirementId == "teams").Sentence,
        StringComparison.Ordinal);

    private static ImmutableArray<Contradiction> Find(ProductCatalogue table) => ContradictionFinder.Find(PlaybookLibrary.Mesh, table, []);

    // Gives named products what the articles promise, and takes from all others what would set them apart.
    private static ProductCatalogue PutRight(ProductCatalogue table, Playbook playbook)
    {
        return new(table.Products.Values.ToImmutableDictionary(product => product.SkuId, product =>
        {
            var promised = playbook.Claims.Where(claim => claim.Covers(product.SkuId)).SelectMany(claim => claim.Promises).ToHashSet();
            var apart = playbook.Claims.SelectMany(claim => claim.Gives).Except(promised).SelectMany(id => playbook.Requirement(id).AnyOf).ToHashSet();

            return product with
            {
                ServicePlans =
                [
                    .. product.ServicePlans.Where(plan => !apart.Contains(plan.ServicePlanId)),
                    .. promised.Select(id => new CataloguePlan(playbook.Requirement(id).AnyOf[0], "PLAN", "Plan")),
                ],
            };
        }));
    }
}
