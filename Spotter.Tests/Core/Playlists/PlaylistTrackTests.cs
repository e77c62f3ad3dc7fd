using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Playlists;

public sealed class PlaylistTrackTests
{
    private static readonly SourceTrack Track = new()
    {
        Title = "Paper Lanterns", Artists = ["Ann Ash", "Bo"], Album = "Lanterns", DurationMs = 200_000, Isrc = "GBAAA0000001", RecordingMbid = "9a1c",
        ProviderTrackId = "p1", Location = "/music/1.mp3",
    };

    private static readonly MatchScore Score = new(0.9, 1, null, null, true, null, 0.7);

    private static readonly Song Lanterns = new() { Id = "lanterns", Title = "Paper Lanterns" };

    public static TheoryData<string, SourceTrack> Differences() => new()
    {
        { "title", Track with { Title = "Other" } },
        { "artists", Track with { Artists = ["Bo", "Ann Ash"] } },
        { "album", Track with { Album = null } },
        { "length", Track with { DurationMs = 200_001 } },
        { "recording code", Track with { Isrc = null } },
        { "recording", Track with { RecordingMbid = null } },
        { "id at the source", Track with { ProviderTrackId = "p2" } },
        { "place", Track with { Location = null } },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void Any_difference_at_the_source_is_seen_and_described(string what, SourceTrack other)
    {
        var row = PlaylistTrack.From("file", Track, 3);
        Assert.False(row.IsDescribedAs(other, 3), what);

        row.Describe(other, 4);
        Assert.True(row.IsDescribedAs(other, 4), what);
        Assert.True(PlaylistTrack.From("file", row.SourceTrack, 4).IsDescribedAs(other, 4), what);
    }

    [Fact]
    public void The_same_track_at_another_place_is_another_description()
    {
        var row = PlaylistTrack.From("file", Track, 3);

        Assert.True(row.IsDescribedAs(Track, 3));
        Assert.False(row.IsDescribedAs(Track, 2));
        Assert.Equal(TrackKey.Of("file", Track), row.Key);
    }

    [Fact]
    public void A_match_is_kept_with_its_song_and_without_what_else_it_could_have_been()
    {
        var row = PlaylistTrack.From("file", Track, 0);
        var result = new TrackMatcher(LibraryIndex.Build([Lanterns with { Artist = "Ann Ash", Artists = ["Ann Ash"], DurationMs = 200_000 }]), new()).Match(new(Track));
        Assert.Equal(MatchZone.Auto, result.Zone);

        row.Apply(result);

        Assert.Equal(("lanterns", "lanterns", MatchZone.Auto, result.Tier, result.Reason), (row.SongId, row.Song?.Id, row.Zone, row.Tier, row.Reason));
        Assert.Equal((result.Confidence, result.Score), (row.Confidence, row.Score));
        Assert.Empty(row.Candidates);
    }

    [Fact]
    public void What_must_be_asked_is_kept_with_all_that_it_could_be_and_what_is_missing_with_the_best_of_it()
    {
        List<MatchCandidate> candidates = [Candidate("a"), Candidate("b")];
        var row = PlaylistTrack.From("file", Track, 0);

        row.Apply(Result(MatchZone.Review, candidates));
        Assert.Equal((null, "a"), (row.SongId, row.Song?.Id));
        Assert.Equal(candidates, row.Candidates);

        row.Apply(Result(MatchZone.None, candidates));
        Assert.Equal((null, "a"), (row.SongId, row.Song?.Id));
        Assert.Empty(row.Candidates);

        row.Apply(Result(MatchZone.None, []));
        Assert.Null(row.Song);
    }

    private static MatchCandidate Candidate(string id) => new(Lanterns with { Id = id }, MatchTier.Fuzzy, Score);

    private static MatchResult Result(MatchZone zone, IReadOnlyList<MatchCandidate> candidates)
        => new(zone, null, MatchTier.Fuzzy, Score, MatchReason.TitleUnsure, candidates);
}
