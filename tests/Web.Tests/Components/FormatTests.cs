using MeshReadiness.Web.Components;

namespace MeshReadiness.Web.Tests.Components;

public sealed class FormatTests
{
    [Theory]
    [InlineData(0, "0%")]
    [InlineData(0.000001, "1%")]
    [InlineData(0.004, "1%")]
    [InlineData(0.0149, "1%")]
    [InlineData(0.5, "50%")]
    [InlineData(0.99, "99%")]
    [InlineData(0.9951, "99%")]
    [InlineData(0.9999999, "99%")]
    [InlineData(1, "100%")]
    public void A_share_reads_all_or_nothing_only_when_it_is(double share, string text) => Assert.Equal(text, Format.Percent(share));

    [Theory]
    [InlineData(0, "0 people")]
    [InlineData(1, "1 person")]
    [InlineData(2, "2 people")]
    [InlineData(1234567, "1,234,567 people")]
    public void A_count_brings_its_noun_in_the_right_form(int count, string text) => Assert.Equal(text, Format.Count(count, "person", "people"));
}
