using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class TrackLengthTests
{
    [Theory]
    [InlineData("minutes and seconds", "3:45", 225_000)]
    [InlineData("with blanks around", " 3:45 ", 225_000)]
    [InlineData("hours too", "1:02:03", 3_723_000)]
    [InlineData("fractions of a second", "0:00.5", 500)]
    [InlineData("no minutes", "0:45", 45_000)]
    [InlineData("the last second of a minute", "3:59", 239_000)]
    [InlineData("more than 59 seconds are no time", "3:60", null)]
    [InlineData("more than 59 minutes are none after an hour", "1:60:00", null)]
    [InlineData("more than 59 minutes are some without hours", "75:00", 4_500_000)]
    [InlineData("a part that is negative", "3:-5", null)]
    [InlineData("a part that is no number", "3:x", null)]
    [InlineData("a part that is empty", "3:", null)]
    [InlineData("four parts", "1:02:03:04", null)]
    [InlineData("a day", "24:00:00", 86_400_000)]
    [InlineData("more than a day", "24:00:01", null)]
    [InlineData("nothing", "0:00", null)]
    [InlineData("a bare number", "225", 225_000)]
    [InlineData("a number with a comma", "225,5", 225_500)]
    [InlineData("a negative number", "-1", null)]
    [InlineData("seconds", "225s", 225_000)]
    [InlineData("seconds, spelt out a little", "225 sec", 225_000)]
    [InlineData("minutes and seconds with units", "3m 45s", 225_000)]
    [InlineData("minutes, spelt out a little", "3 min 45 sec", 225_000)]
    [InlineData("hours, minutes and seconds with units", "1h 2m 3s", 3_723_000)]
    [InlineData("milliseconds", "225000 ms", 225_000)]
    [InlineData("ISO 8601", "PT3M45S", 225_000)]
    [InlineData("ISO 8601 with hours and fractions", "PT1H2M3.5S", 3_723_500)]
    [InlineData("a unit that is none", "3x", null)]
    [InlineData("a unit without a number", "ms", null)]
    [InlineData("a number without a unit after one with it", "3m 45", null)]
    [InlineData("a number with two points", "3.4.5s", null)]
    [InlineData("words", "long", null)]
    [InlineData("blanks", "  ", null)]
    [InlineData("nothing at all", null, null)]
    public void A_length_is_written(string what, string? text, int? ms)
        => Assert.True(TrackLength.Parse(text, 1000) == ms, $"{what}: {TrackLength.Parse(text, 1000)}");

    [Fact]
    public void Only_a_bare_number_has_the_unit_of_its_column()
    {
        Assert.Equal(225_000, TrackLength.Parse("225000", 1));
        Assert.Equal(225_000, TrackLength.Parse("3:45", 1));
        Assert.Equal(225_000, TrackLength.Parse("225s", 1));
    }

    [Theory]
    [InlineData(0.4, null)]
    [InlineData(0.99, null)]
    [InlineData(1.0, 1)]
    [InlineData(1.6, 2)]
    [InlineData(86_400_000.0, 86_400_000)]
    [InlineData(86_400_001.0, null)]
    public void A_length_is_between_a_millisecond_and_a_day(double ms, int? expected) => Assert.Equal(expected, TrackLength.FromMs(ms));

    [Theory]
    [InlineData("1.5", true)]
    [InlineData("1,5", true)]
    [InlineData(" 7 ", true)]
    [InlineData("1,234,567", false)]
    [InlineData("1e3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_number_is_bare(string? text, bool isOne) => Assert.Equal(isOne, TrackLength.TryNumber(text, out _));

    [Fact]
    public void A_number_too_large_for_any_is_none() => Assert.False(TrackLength.TryNumber(new string('9', 400), out _));
}
