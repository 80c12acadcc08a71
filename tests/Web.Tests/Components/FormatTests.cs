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

    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(12_345_678, "12.3 MB")]
    [InlineData(99_940, "99.9 kB")]
    [InlineData(99_960, "100 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(510_000_000, "510 MB")]
    [InlineData(7_260_000_000, "7.3 GB")]
    [InlineData(4_000_000_000_000_000, "4,000 TB")]
    public void Data_is_told_in_the_unit_that_keeps_it_short(long bytes, string text) => Assert.Equal(text, Format.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.4, "under 1 s")]
    [InlineData(1, "1 s")]
    [InlineData(59.9, "59 s")]
    [InlineData(60, "1 min")]
    [InlineData(72, "1 min 12 s")]
    [InlineData(3599, "59 min 59 s")]
    [InlineData(3600, "1 h")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(86_400, "1 day")]
    [InlineData(266_400, "3 days 2 h")]
    public void A_length_of_time_is_told_in_its_two_largest_units(double seconds, string text) =>
        Assert.Equal(text, Format.Length(TimeSpan.FromSeconds(seconds)));
}
