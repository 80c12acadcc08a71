using System.Text;
using CsCheck;
using MeshReadiness.Core.Files;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;

namespace MeshReadiness.Core.Tests.Files;

/// <summary>What a file is, is told by its content.</summary>
public sealed class FileCheckTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8];
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, 0xE2, 0xE3];

    private static readonly Dictionary<string, byte[]> Good = new()
    {
        ["rules.pdf"] = Pdf,
        ["Shot.PNG"] = Png,
        ["photo.jpg"] = Jpeg,
        ["photo.jpeg"] = Jpeg,
        ["notes.txt"] = "Řádek\tjedna\r\nдва"u8.ToArray(),
        ["table.csv"] = [0xEF, 0xBB, 0xBF, .. "a;b\n=SUM(A1);2"u8],
        ["windows.csv"] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\r\n1,2")],
        ["export.json"] = "[{\"a\": 1}]"u8.ToArray(),
        ["book.xlsx"] = Package.Office(Package.Workbook, ("xl/workbook.xml", new byte[2000])),
        ["text.docx"] = Package.Office(Package.Document),
        ["talk.pptx"] = Package.Office(Package.Presentation),
    };

    public static TheoryData<string> GoodNames => [.. Good.Keys];

    [Theory]
    [MemberData(nameof(GoodNames))]
    public void A_file_that_is_what_its_name_says_is_taken(string name)
    {
        var kind = FileCheck.Look(name, Good[name]).Value;

        Assert.Contains(Path.GetExtension(name).ToLowerInvariant(), kind.Endings);
        Assert.Equal(kind, FileKind.Of(kind.ContentType));
    }

    [Theory]
    [MemberData(nameof(GoodNames))]
    public void Under_any_other_name_it_is_refused_with_both_kinds_named(string name)
    {
        foreach (var other in Good.Keys.Where(other => !Fits(FileKind.ClaimedBy(name)!, FileKind.ClaimedBy(other)!)))
        {
            var problem = FileCheck.Look(other, Good[name]).Problem;
            Assert.Equal(ProblemKind.Invalid, problem.Kind);
            Assert.StartsWith($"{other} is named as {FileKind.ClaimedBy(other)!.Words}, and its content is ", problem.Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("page.txt", "  <!DOCTYPE html><script>alert(1)</script>", "a web page or a drawing")]
    [InlineData("drawing.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a web page or a drawing")]
    [InlineData("drawing.svg", "<svg/>", "its name ends in .svg and its content is a web page or a drawing")]
    [InlineData("run.txt", "#!/bin/sh\nrm -rf /", "a script")]
    [InlineData("setup.pdf", "MZ\u0090\u0000", "a Windows program")]
    [InlineData("report.exe", "just text", "its name ends in .exe and its content is plain text")]
    [InlineData("README", "just text", "its name has no ending")]
    [InlineData("bell.txt", "a\u0007b", "of no kind that is known here")]
    [InlineData("broken.json", "[{\"a\": 1}", "a JSON document, and its content is plain text that isn't JSON from beginning to end")]
    [InlineData("old.docx", "\u00D0\u00CF\u0011\u00E0", "the old Office format, or one with a password")]
    public void What_can_not_be_handed_in_is_said_to_be_what_it_is(string name, string content, string sentence) =>
        Assert.Contains(sentence, FileCheck.Look(name, Encoding.Latin1.GetBytes(content)).Problem.Detail, StringComparison.Ordinal);

    [Fact]
    public void Documents_with_code_are_refused()
    {
        byte[][] active =
        [
            Package.Office(Package.Workbook, ("xl/vbaProject.bin", [1])),
            Package.Office("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            Package.Office(Package.Workbook, ("xl/macrosheets/sheet1.xml", [1])),
            Package.Office(Package.Document, ("word/activeX/activeX1.bin", [1])),
            Package.Office(Package.Document, ("word/embeddings/oleObject1.bin", [1])),
        ];

        Assert.All(active, content => Assert.Contains("carries macros, ActiveX or embedded programs", Detail("file.xlsx", content), StringComparison.Ordinal));
    }

    [Fact]
    public void Archives_that_are_no_documents_are_refused()
    {
        Assert.Contains("its content is a ZIP archive", Detail("file.xlsx", Package.Zip(("a.txt", [1, 2]))), StringComparison.Ordinal);
        Assert.Contains("its content is a damaged ZIP archive", Detail("file.xlsx", Package.Office(Package.Workbook)[..60]), StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_are_refused_by_size_by_ratio_and_by_number()
    {
        var zeros = new byte[60 * 1024 * 1024];
        var large = Package.Office(Package.Workbook, ("a", zeros), ("b", zeros));
        var steep = Package.Office(Package.Workbook, ("a", new byte[3 * 1024 * 1024]));
        var many = Package.Zip([.. Enumerable.Range(0, 2_001).Select(index => ($"{index}", Array.Empty<byte>()))]);

        Assert.Contains("expands to more than 100 MB", Detail("file.xlsx", large), StringComparison.Ordinal);
        Assert.Contains("more than 200 times its size", Detail("file.xlsx", steep), StringComparison.Ordinal);
        Assert.Contains("holds more than 2000 entries", Detail("file.xlsx", many), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_that_declares_less_than_it_holds_is_refused_too() =>
        Assert.False(FileCheck.Look("file.xlsx", Package.Lying(Package.Office(Package.Workbook, ("a", new byte[64 * 1024 * 1024])), 10)).Succeeded);

    [Fact]
    public void Sizes_have_a_bound_and_nothing_is_no_file()
    {
        Assert.Equal("a.txt is empty. Choose the file again.", Detail("a.txt", []));
        Assert.StartsWith("a.txt has 10.5 MB; up to 10 MB can be handed in.", Detail("a.txt", new byte[11 * 1024 * 1024 - 512 * 1024]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\temp\\rules.pdf", "rules.pdf")]
    [InlineData("in\u202Efdp.exe", "infdp.exe")]
    [InlineData("a\r\nb\0.csv", "ab.csv")]
    [InlineData("", "file")]
    [InlineData("..", "file")]
    [InlineData("say \"hi\".png", "say 'hi'.png")]
    [InlineData("Übersicht Łódź.pdf", "Übersicht Łódź.pdf")]
    public void Names_are_cleaned(string name, string clean) => Assert.Equal(clean, FileCheck.CleanName(name));

    [Fact]
    public void Long_names_keep_their_ending() => Gen.Char.AlphaNumeric.Array[121, 500].Sample(letters =>
    {
        var clean = FileCheck.CleanName($"{new string(letters)}.pdf");
        return clean.Length == 120 && clean.EndsWith(".pdf", StringComparison.Ordinal);
    });

    // Whatever comes, there is a kind or one sentence.
    [Fact]
    public void No_content_makes_it_fail() => Gen.Select(Gen.OneOf(Good.ToArray()), Gen.Int[0, 400], Gen.Byte.Array[0, 20]).Sample((file, at, bytes) =>
    {
        var content = file.Value.ToArray();
        bytes.AsSpan(0, Math.Min(bytes.Length, Math.Max(content.Length - at, 0))).CopyTo(content.AsSpan(Math.Min(at, content.Length)));
        var look = FileCheck.Look(file.Key, content);
        return look.Succeeded || look.Problem.Detail.Length > 20;
    });

    // JSON and tables are text as well, and any text may be called a table.
    private static bool Fits(FileKind content, FileKind name) =>
        content == name || (new[] { "text/plain", "text/csv", "application/json" }.Contains(content.ContentType) && name.ContentType is "text/plain" or "text/csv");

    private static string Detail(string name, byte[] content) => FileCheck.Look(name, content).Problem.Detail;
}
