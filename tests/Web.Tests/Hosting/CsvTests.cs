using System.Text;
using MeshReadiness.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MeshReadiness.Web.Tests.Hosting;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://contoso.example\")")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    public void A_text_that_a_spreadsheet_would_calculate_stays_a_text(string text)
    {
        var cell = Lines(text)[1].TrimStart('"');

        Assert.StartsWith("'", cell, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Müller, Jörg", "\"Müller, Jörg\"")]
    [InlineData("the \"pilot\" wave", "\"the \"\"pilot\"\" wave\"")]
    [InlineData("山田 太郎", "山田 太郎")]
    public void Any_other_text_arrives_as_it_is(string text, string cell) => Assert.Equal(cell, Lines(text)[1]);

    [Fact]
    public void Excel_is_told_that_it_is_unicode() => Assert.Equal(Encoding.UTF8.GetPreamble(), Bytes("text").Take(3));

    private static string[] Lines(string text) => Encoding.UTF8.GetString(Bytes(text)).TrimStart('\uFEFF').Split("\r\n");

    private static byte[] Bytes(string text) =>
        Assert.IsType<FileContentHttpResult>(Csv.File("people.csv", ["Name"], [[text]])).FileContents.ToArray();
}
