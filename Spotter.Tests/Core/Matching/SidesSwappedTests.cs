using Spotter.Core.Formats;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Core.Formats;

namespace Spotter.Tests.Core.Matching;

/// <summary>However a file was read, its rows are also tried the other way round before any of them counts as missing.</summary>
public sealed class SidesSwappedTests
{
    private static readonly TrackMatcher Matcher = new(LibraryIndex.Build(
    [
        Song("tides", "Tides", "Ada Marlow"), Song("part", "Tides - Part Two", "Ada Marlow"), Song("live", "Harbour Lights (Live)", "Bo Ek"), Song("guest", "Nine Lives", "Cid Ray"), Song("two", "Cold - Water", "Bo Ek"),
    ]), new());

    [Theory]
    [InlineData("Ada Marlow - Tides", "tides")]
    [InlineData("Tides - Ada Marlow", "tides")]
    [InlineData("Tides - Part Two - Ada Marlow", "part")]
    [InlineData("Bo Ek - Cold - Water", "two")]
    [InlineData("Cold - Water - Bo Ek", "two")]
    [InlineData("Cid Ray - Nine Lives", "guest")]
    [InlineData("Nine Lives - Cid Ray", "guest")]
    public void A_row_is_found_whichever_way_its_file_was_read(string row, string song)
    {
        // Both readings of the whole file: the default, and the reverse.
        var read = Samples.ReadText($"{row}\nSomebody - Something\n", "list.txt")[0];

        foreach (var playlist in (PlaylistFile[])[read, read.TurnedRound()])
        {
            var result = Matcher.Match(new(playlist.Tracks[0]));

            Assert.True(result.Song?.Id == song, $"{Samples.Line(playlist.Tracks[0])}: {result.Reason}");
        }
    }

    [Fact]
    public void It_says_that_the_sides_were_swapped()
    {
        var track = new SourceTrack { Title = "Ada Marlow", Artists = ["Tides"] };

        var result = Matcher.Match(new(track));

        Assert.Equal((MatchReason.SidesSwapped, MatchTier.Exact, MatchZone.Auto), (result.Reason, result.Tier, result.Zone));
    }

    [Theory]
    [InlineData("Ada Marlowe", "Tides")]
    [InlineData("Ada Marlow", "Tide")]
    [InlineData("Part Two", "Ada Marlow - Tidal")]
    [InlineData("Bo Ek", "Harbour Lights")]
    [InlineData("Tides - Pt. 3", "Ada Marlow")]
    [InlineData("Pt. 3 - Tides", "Ada Marlow")]
    public void What_is_not_the_same_word_for_word_is_still_missing(string title, string artist)
        => Assert.NotEqual(MatchZone.Auto, Matcher.Match(new(new SourceTrack { Title = title, Artists = [artist] })).Zone);

    private static Song Song(string id, string title, string artist) => new() { Id = id, Title = title, Artist = artist, Artists = [artist], DurationMs = 200_000 };
}
