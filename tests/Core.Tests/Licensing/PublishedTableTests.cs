using System.Text;
using MeshReadiness.Core.Licensing;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Licensing;

/// <summary>The table as Microsoft publishes it, in place of the shipped one.</summary>
public sealed class PublishedTableTests
{
    private const string Header = "Product_Display_Name,String_Id,GUID,Service_Plan_Name,Service_Plan_Id,Service_Plans_Included_Friendly_Names";
    private const string Suite = "05e9a617-0261-4cee-bb44-138d3ef5d965", Teams = "57ff2da0-773e-42df-b2af-ffb7a2317929", Other = "113feb6c-3fe4-4440-bddc-54d774bf0318";

    [Fact]
    public void The_shipped_table_written_as_csv_is_read_back_as_it_was()
    {
        var rows = ProductTable.Shipped.Products.Values.SelectMany(product => product.ServicePlans.Select(plan => string.Join(',', new[]
        {
            product.Name, product.StringId, product.SkuId.ToString(), plan.Name, plan.ServicePlanId.ToString(), plan.FriendlyName,
        }.Select(Quoted))));
        var read = Read("\uFEFF" + Header + "\r\n" + string.Join("\r\n", rows) + "\r\n").Value;

        // A product without a plan has no row in Microsoft's file.
        Assert.Equal(
            ProductTable.Shipped.Products.Values.Where(product => !product.ServicePlans.IsEmpty).Select(Line).Order(StringComparer.Ordinal),
            read.Products.Values.Select(Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Published_oddities_are_forgiven()
    {
        var read = Read($""""
            {Header}
            Old name,SPE_E3,{Suite.ToUpperInvariant()},TEAMS1,{Teams},"Microsoft{'\t'} Teams, ""new"""

            "New name",SPE_E3,{Suite},TEAMS1,{Teams},Microsoft Teams
            New name,SPE_E3, {Suite} ,OTHER,{Other},
            """").Value;

        Assert.Equal($"New name SPE_E3 {Suite} {Teams} TEAMS1 Microsoft Teams, \"new\"; {Other} OTHER OTHER", Line(Assert.Single(read.Products.Values)));
    }

    [Theory]
    [InlineData("", "line 1: the file holds no products; expected are the columns Product_Display_Name, String_Id, GUID")]
    [InlineData(Header, "line 1: the file holds no products")]
    [InlineData("Name,GUID\nE3,1", "line 1: the row has no column Product_Display_Name. Expected are Product_Display_Name, String_Id, GUID")]
    [InlineData(Header + "\nE3,SPE_E3,none,TEAMS1," + Teams + ",Teams", "line 2: the row must have an id like 57ff2da0-773e-42df-b2af-ffb7a2317929 under GUID and has \"none\".")]
    [InlineData(Header + "\nE3,SPE_E3," + Suite + ",TEAMS1," + Teams + ",Teams\n,SPE_E3," + Suite + ",TEAMS1," + Teams + ",Teams", "line 3: the row has nothing under Product_Display_Name; a text is needed.")]
    [InlineData(Header + "\nE3,SPE_E3," + Suite, "line 2: the row has 3 cells; as many as there are columns are needed, 6 at least.")]
    [InlineData(Header + "\n\"E3\nE5,SPE_E3", "line 2: the row has a quote that doesn't end before a comma or the end of the line.")]
    public void A_broken_file_is_told_where(string csv, string sentence)
    {
        var problem = Read(csv).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.StartsWith("mine.csv, " + sentence, problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_another_encoding_is_told_so() => Assert.Equal(
        "mine.csv, line 1: the file isn't written in UTF-8. Download it again, or save it as UTF-8.",
        ProductTable.Read("mine.csv", [0x46, 0xFC, 0x72]).Problem.Detail);

    [Fact]
    public void Json_is_read_where_the_name_says_no_csv() =>
        Assert.Equal("mine.json, line 1: the file is an empty list; at least one item is needed.", ProductTable.Read("mine.json", "[]"u8.ToArray()).Problem.Detail);

    private static Result<ProductCatalogue> Read(string csv) => ProductTable.Read("mine.csv", Encoding.UTF8.GetBytes(csv));

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Line(CatalogueProduct product) => $"{product.Name} {product.StringId} {product.SkuId} "
        + string.Join("; ", product.ServicePlans.Select(plan => $"{plan.ServicePlanId} {plan.Name} {plan.FriendlyName}"));
}
