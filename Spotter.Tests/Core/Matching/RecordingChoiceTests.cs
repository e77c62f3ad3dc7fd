using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

public sealed class RecordingChoiceTests
{
    private static readonly SourceTrack Track = TrackOf("Paper Lanterns", "Ann Ash|Bo Birch", "Lanterns");

    // By its id alone it would be the second.
    private static readonly Song Right = SongOf("Paper Lanterns", "Ann Ash|Bo Birch", "Lanterns", id: "z") with { Artist = "Ann Ash, Bo Birch", Suffix = "mp3", BitRate = 256 };

    public static TheoryData<string, Song> Others() => new()
    {
        { "the credit as written", Right with { Artist = "Ann Ash & Bo Birch" } },
        { "the very letters of the title", Right with { Title = "Paper lanterns" } },
        { "the very edition of the album", Right with { Album = "Lanterns (Deluxe Edition)" } },
        { "the nearer length", Right with { DurationMs = 202_000 } },
        { "the better file", Right with { BitRate = 128 } },
        { "the better file where the other says nothing", Right with { BitRate = null } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_two_entries_of_one_recording_the_one_nearer_to_the_source_is_taken(string why, Song other)
        => AssertTaken(why, Right, other);

    [Fact]
    public void A_lossless_file_is_better_than_any_other_and_a_starred_one_than_its_equal()
    {
        AssertTaken("lossless", Right with { Suffix = "FLAC", BitRate = null }, Right);
        AssertTaken("starred", Right with { IsStarred = true }, Right);
    }

    private static void AssertTaken(string why, Song better, Song other)
    {
        other = other with { Id = "a" };
        Song[][] libraries = [[better, other], [other, better]];
        Assert.All(libraries, songs => Assert.True(new TrackMatcher(LibraryIndex.Build(songs), new()).Match(new(Track)).Song?.Id == "z", why));
    }
}
