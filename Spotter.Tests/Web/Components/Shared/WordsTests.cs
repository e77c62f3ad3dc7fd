using Spotter.Web.Components.Shared;

namespace Spotter.Tests.Web.Components.Shared;

public sealed class WordsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-20, "just now")]
    [InlineData(20, "in a moment")]
    [InlineData(-240, "4 min ago")]
    [InlineData(3360, "in 56 min")]
    [InlineData(-7200, "2 h ago")]
    [InlineData(-86_400, "1 day ago")]
    [InlineData(-86_400 * 60, "2 months ago")]
    [InlineData(-86_400 * 800, "2 years ago")]
    public void Moments_are_told_from_here(int seconds, string words) => Assert.Equal(words, Words.Relative(Now.AddSeconds(seconds), Now));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(185_000, "3:05")]
    [InlineData(3_730_000, "1:02:10")]
    public void Lengths_of_tracks(int? milliseconds, string words) => Assert.Equal(words, Words.TrackLength(milliseconds));

    [Theory]
    [InlineData(0, "")]
    [InlineData(48 * 60_000, "48 min")]
    [InlineData(192 * 60_000, "3 h 12")]
    public void Lengths_of_playlists(long milliseconds, string words) => Assert.Equal(words, Words.TotalLength(milliseconds));

    [Fact]
    public void Almost_everything_is_never_called_everything() => Assert.Equal(("99 %", "100 %"), (Words.Share(0.999), Words.Share(1)));

    [Fact]
    public void Numbers_have_separators_and_nouns_their_number() => Assert.Equal(("1 track", "12,345 tracks"), (Words.Count(1, "track"), Words.Count(12_345, "track")));
}
