using CsCheck;
using MeshReadiness.Core.Outcomes;
using MeshReadiness.Core.Tests.Given;
using MeshReadiness.Playbooks;

namespace MeshReadiness.Core.Tests.Playbooks;

public sealed class BrokenJsonTests
{
    [Theory]
    [InlineData("", "my.json, line 1, column 1: this isn't valid JSON. ")]
    [InlineData("{\n  \"id\": mesh\n}", "my.json, line 2, column 9: this isn't valid JSON. 'm' is an invalid start of a value.")]
    [InlineData("{\n  \"id\": \"mesh\",\n}", "my.json, line 3, column 1: this isn't valid JSON. ")]
    [InlineData("{\n  \"id\": \"é\" x\n}", "my.json, line 2, column 14: this isn't valid JSON. ")]
    [InlineData("{\"id\": \"mesh\"", "my.json, line 1, column 14: this isn't valid JSON. ")]
    [InlineData("{} {}", "my.json, line 1, column 4: this isn't valid JSON. ")]
    public void A_syntax_error_is_found_by_line_and_column(string json, string sentence)
    {
        var problem = PlaybookReader.Read("my.json", json).Problem;

        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.StartsWith(sentence, problem.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "my.json, line 1: the file must be an object.")]
    [InlineData("null", "my.json, line 1: the file must be an object.")]
    [InlineData("\"mesh\"", "my.json, line 1: the file must be an object.")]
    [InlineData("{\"id\": \"mesh\", \"id\": \"mesh\"}", "my.json, line 1: the file has the property \"id\" twice.")]
    public void Another_sort_of_file_is_refused(string json, string sentence) =>
        Assert.Equal(sentence, PlaybookReader.Read("my.json", json).Problem.Detail);

    [Theory]
    [InlineData("{\"a\\nb\": 1}", "my.json, line 1: the file has the property \"a b\", which isn't known there.")]
    [InlineData("{\"\\uD800\": 1}", "my.json, line 1: the file holds half a character.")]
    [InlineData("{\"id\": \"\\uD800\"}", "my.json, line 1: id holds half a character.")]
    public void Strange_characters_dont_get_out_of_the_sentence(string json, string sentence) =>
        Assert.StartsWith(sentence, PlaybookReader.Read("my.json", json).Problem.Detail, StringComparison.Ordinal);

    [Fact]
    public void A_long_text_is_quoted_by_its_beginning()
    {
        var json = ShippedFile.With("mesh.json", "source", $"\"{new string('x', 5_000)}\"");

        Assert.Equal(
            $"mesh.json, line 1: source must be a full https address and is \"{new string('x', 80)}…\".", PlaybookReader.Read("mesh.json", json).Problem.Detail);
    }

    [Fact]
    public void A_file_nested_too_deep_is_a_syntax_error() => Assert.StartsWith(
        "my.json, line 1, column ", PlaybookReader.Read("my.json", new string('[', 10_000)).Problem.Detail, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_in_the_text_itself_ends_as_a_problem() => Assert.Equal(
        "my.json, line 1: id may hold only lower-case letters, digits and hyphens and is \"\uFFFD\".",
        PlaybookReader.Read("my.json", "{\"id\": \"\uD800\"}").Problem.Detail);

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.True(PlaybookReader.Read("mesh.json", "\uFEFF" + ShippedFile.Text("mesh.json")).Succeeded);

    [Fact]
    public void However_a_file_is_cut_short_it_ends_as_one_problem()
    {
        var whole = ShippedFile.Text("mesh.json").TrimEnd();

        Assert.All(
            Enumerable.Range(0, 200).Select(part => whole[..(whole.Length * part / 200)]),
            cut => Assert.StartsWith("mesh.json, line ", PlaybookReader.Read("mesh.json", cut).Problem.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_is_typed_into_a_file_it_is_read_or_ends_as_one_problem()
    {
        var whole = ShippedFile.Text("mesh.json");

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 20], Gen.String[0, 5]).Sample(
            (at, length, typed) =>
            {
                var read = PlaybookReader.Read("mesh.json", string.Concat(whole.AsSpan(0, at), typed, whole.AsSpan(Math.Min(whole.Length, at + length))));

                Assert.True(read.Succeeded || (read.Problem.Kind is ProblemKind.Invalid && !read.Problem.Detail.Contains('\n')));
            },
            iter: 300);
    }
}
