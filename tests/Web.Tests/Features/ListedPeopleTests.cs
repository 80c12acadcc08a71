using System.Text;
using MeshReadiness.Web.Features.HelpDesk;

namespace MeshReadiness.Web.Tests.Features;

/// <summary>How pasted lists and files are taken apart, and what is said of those that can't be.</summary>
public sealed class ListedPeopleTests
{
    [Theory]
    [InlineData("ada@contoso.com\r\n\r\n bob@contoso.com \n", "ada@contoso.com|bob@contoso.com")]
    [InlineData("Ada Lovelace <ada@contoso.com>; \"Doe, John\" <john@contoso.com>;", "ada@contoso.com|john@contoso.com")]
    [InlineData("Doe, John\nMüller, Zoë", "Doe, John|Müller, Zoë")]
    [InlineData("ada@contoso.com\tAda\tSales\nADA@contoso.com", "ada@contoso.com")]
    [InlineData("\"=HYPERLINK(1)\"", "=HYPERLINK(1)")]
    [InlineData("a <b> c", "a <b> c")]
    public void A_pasted_list_is_taken_apart_as_people_write_it(string text, string expected) =>
        Assert.Equal(expected.Split('|'), ListedLines.Read(text).Value);

    [Fact]
    public void What_is_too_much_is_refused_with_one_sentence()
    {
        var names = Enumerable.Range(1, ListedLines.Most + 1).Select(number => $"person{number}@contoso.com").ToList();

        Assert.Equal(ListedLines.Most, ListedLines.Read(string.Join('\n', names.Skip(1))).Value.Length);
        Assert.Equal("The list names 10001 people; up to 10000 can be looked up at once. Give it in parts.", ListedLines.Read(string.Join('\n', names)).Problem.Detail);
        Assert.StartsWith("The list is empty.", ListedLines.Read(" \n;;\n").Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("The list is empty.", ListedLines.Read(null).Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("Line 2 has 500 characters;", ListedLines.Read($"ada\n{new string('x', 500)}").Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("The list has 2000001 characters;", ListedLines.Read(new string('x', ListedLines.Longest + 1)).Problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Display name,User principal name\r\n\"Doe, John\",john@contoso.com\r\nAda,ada@contoso.com\r\n", "john@contoso.com|ada@contoso.com")]
    [InlineData("Name;E-Mail\nAda;ada@contoso.com\n", "ada@contoso.com")]
    [InlineData("id\n11111111-1111-1111-1111-111111111111\n", "11111111-1111-1111-1111-111111111111")]
    [InlineData("ada@contoso.com\nbob@contoso.com\n", "ada@contoso.com|bob@contoso.com")]
    [InlineData("Ada Lovelace", "Ada Lovelace")]
    public void A_file_is_read_by_the_column_that_names_people_or_line_by_line(string text, string expected)
    {
        byte[][] encodings = [Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]];

        Assert.All(encodings, content => Assert.Equal(expected.Split('|'), ListedFile.Read("list.csv", content).Value));
    }

    [Fact]
    public void A_file_that_is_no_list_is_named_with_what_to_do()
    {
        Assert.StartsWith("list.xlsx is no text.", ListedFile.Read("list.xlsx", [0x50, 0x4B, 3, 4, 0, 0, 0xFF, 0xFE]).Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("list.csv is broken at line ", ListedFile.Read("list.csv", Encoding.UTF8.GetBytes("mail,name\n\"ada@contoso.com,Ada\n")).Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("The list is empty.", ListedFile.Read("list.csv", []).Problem.Detail, StringComparison.Ordinal);
        Assert.StartsWith("The list is empty.", ListedFile.Read("list.csv", Encoding.UTF8.GetBytes("mail\n")).Problem.Detail, StringComparison.Ordinal);
    }
}
