using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

public sealed class TrackMatcherTests
{
    private static readonly Song Lanterns = SongOf("Paper Lanterns", "Ann Ash", "Lanterns", isrc: "GBAAA0000001", mbid: "9a1c", id: "lanterns");
    private static readonly Song Harbour = SongOf("Stone Harbour", "Ann Ash", "Lanterns", seconds: 240, isrc: "GBAAA0000002", id: "harbour");

    [Fact]
    public void A_pin_stands_before_everything_and_says_its_parts_as_they_are()
    {
        var result = Match(TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), [Lanterns, Harbour], new TrackDecision(PinKind.Pin, Harbour));

        Assert.Equal((MatchZone.Auto, MatchTier.Pin, MatchReason.Pinned), (result.Zone, result.Tier!.Value, result.Reason));
        Assert.Equal("harbour", result.Song!.Id);
        Assert.Equal(1, result.Confidence);
        Assert.True(result.Score!.Title < 0.8);
    }

    [Fact]
    public void A_right_code_and_a_right_length_outweigh_a_damaged_title_and_a_code_alone_does_not()
    {
        var damaged = Match(TrackOf("Track 10", "Ann Ash", isrc: "GBAAA0000001"), [Lanterns]);
        Assert.Equal(MatchZone.Auto, damaged.Zone);
        Assert.True(damaged.Confidence >= 0.95, $"{damaged.Confidence}");

        var contradicted = Match(TrackOf("Iron Bell", "Bo Birch", seconds: 400, isrc: "GBAAA0000001"), [Lanterns]);
        Assert.Equal(MatchReason.IdentifierConflict, contradicted.Reason);
        Assert.True(contradicted.Confidence < 0.95, $"{contradicted.Confidence}");
    }

    [Fact]
    public void A_recording_of_which_nothing_else_is_known_is_found_by_that_alone()
    {
        const string id = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
        var track = new SourceTrack { Title = SourceTrack.TitleOf(id), RecordingMbid = id };
        Song[] library = [Lanterns with { RecordingMbid = id }, Harbour];

        var result = Match(track, library);

        Assert.Equal((MatchZone.Auto, MatchTier.Mbid, "lanterns"), (result.Zone, result.Tier!.Value, result.Song!.Id));
        Assert.Equal(MatchReason.IdentifierConflict, Match(track with { Title = "Iron Bell", Artists = ["Bo Birch"] }, library).Reason);
    }

    [Fact]
    public void A_title_that_repeats_the_albums_artist_is_found_by_the_rest_of_it()
    {
        var song = SongOf("Ann Ash - Stone Harbour", "Bo Birch", "Lanterns") with { AlbumArtist = "Ann Ash" };

        Assert.Equal("right", Match(TrackOf("Stone Harbour", "Bo Birch", "Lanterns"), [song, Lanterns]).Song?.Id);
    }

    public static TheoryData<string, Song> HarbourUnderANewId => new()
    {
        { "by its code, retitled", Harbour with { Id = "new", Title = "Stone Harbor (Remastered)" } },
        { "by title, artists, album and length", Harbour with { Id = "new", Isrcs = [] } },
        { "by its code, on another album", Harbour with { Id = "new", Album = "Best of Ann Ash" } },
    };

    [Theory]
    [MemberData(nameof(HarbourUnderANewId))]
    public void A_pin_finds_its_song_under_a_new_id(string reason, Song now)
    {
        var result = Match(TrackOf("Paper Lanterns", "Ann Ash"), [Lanterns, now], new TrackDecision(PinKind.Pin, Harbour));

        Assert.True(result.Song?.Id == "new", reason);
        Assert.Equal(MatchTier.Pin, result.Tier);
    }

    [Fact]
    public void A_pin_by_its_MusicBrainz_recording_survives_a_new_id()
    {
        var now = Lanterns with { Id = "new", Isrcs = [], Album = "Other" };

        Assert.Equal("new", Match(TrackOf("Stone Harbour", "Ann Ash"), [Harbour, now], new TrackDecision(PinKind.Pin, Lanterns)).Song?.Id);
    }

    [Fact]
    public void A_pin_is_not_fooled_by_an_id_that_now_names_another_song()
    {
        var moved = Harbour with { Id = "new" };
        Song[] usurpers =
        [
            Lanterns with { Id = "harbour" },
            SongOf("Stone Harbour", "Bo Birch", seconds: 180, id: "harbour"),
        ];

        Assert.All(
            usurpers,
            usurper => Assert.Equal("new", Match(TrackOf("Iron Bell", "Ann Ash"), [moved, usurper], new TrackDecision(PinKind.Pin, Harbour)).Song?.Id));
    }

    public static TheoryData<string, Song> HarbourMended => new()
    {
        { "its maker", SongOf("Stone Harbour", "The Quarry Choir", seconds: 240, id: "harbour") },
        { "its title", SongOf("Harbour of Stone", "Ann Ash", seconds: 240, id: "harbour") },
        { "its length", SongOf("Stone Harbour", "Ann Ash", seconds: 300, id: "harbour") },
    };

    [Theory]
    [MemberData(nameof(HarbourMended))]
    public void A_pin_keeps_its_song_when_one_of_title_maker_and_length_is_mended(string mended, Song now)
        => Assert.True(Match(TrackOf("Iron Bell", "Ann Ash"), [Lanterns, now], new TrackDecision(PinKind.Pin, Harbour)).Song?.Id == "harbour", mended);

    [Fact]
    public void A_pin_whose_song_is_gone_is_asked_about_and_never_silently_something_else()
    {
        var result = Match(TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), [Lanterns], new TrackDecision(PinKind.Pin, Harbour));

        Assert.Equal((MatchZone.Review, MatchTier.Pin, MatchReason.PinnedSongGone), (result.Zone, result.Tier!.Value, result.Reason));
        Assert.Null(result.Song);
        Assert.Equal(["lanterns"], result.Candidates.Select(candidate => candidate.Song.Id));
    }

    [Fact]
    public void A_pin_whose_song_is_gone_is_asked_about_even_where_nothing_else_is_left()
    {
        var result = Match(TrackOf("Paper Lanterns", "Ann Ash"), [], new TrackDecision(PinKind.Pin, Harbour));

        Assert.Equal((MatchZone.Review, MatchReason.PinnedSongGone), (result.Zone, result.Reason));
        Assert.Empty(result.Candidates);
    }

    [Fact]
    public void A_rejected_song_is_neither_taken_nor_shown()
    {
        var result = Match(TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), [Lanterns, Harbour], new TrackDecision(PinKind.Rejection, Lanterns));

        Assert.Equal((MatchZone.None, MatchReason.NotInLibrary), (result.Zone, result.Reason));
        Assert.Empty(result.Candidates);
    }

    [Fact]
    public void A_rejected_song_stays_rejected_under_a_new_id()
        => Assert.Equal(
            MatchZone.None,
            Match(TrackOf("Paper Lanterns", "Ann Ash"), [Lanterns with { Id = "new" }], new TrackDecision(PinKind.Rejection, Lanterns)).Zone);

    [Fact]
    public void Another_album_s_copy_of_a_rejected_song_may_still_be_taken()
    {
        var copy = Lanterns with { Id = "copy", Album = "Other" };

        Assert.Equal("copy", Match(TrackOf("Paper Lanterns", "Ann Ash"), [Lanterns, copy], new TrackDecision(PinKind.Rejection, Lanterns)).Song?.Id);
    }

    [Fact]
    public void Never_is_never()
    {
        var result = Match(TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), [Lanterns], new TrackDecision(PinKind.Never, null));

        Assert.Equal((MatchZone.None, MatchReason.NeverMatch), (result.Zone, result.Reason));
        Assert.Null(result.Tier);
    }

    [Fact]
    public void Two_recordings_that_fit_equally_well_are_asked_about()
    {
        var other = Lanterns with { Id = "other", Album = "Second", DurationMs = 215_000, Isrcs = [], RecordingMbid = null };

        var result = Match(TrackOf("Paper Lanterns", "Ann Ash", seconds: null), [Lanterns, other]);

        Assert.Equal((MatchZone.Review, MatchReason.TooCloseToCall), (result.Zone, result.Reason));
        Assert.Equal(2, result.Candidates.Count);
        // Neither is likelier than the other, and possibly neither is right.
        Assert.All(result.Candidates, candidate => Assert.InRange(candidate.Score.Confidence, 0.3, 0.5));
    }

    [Theory]
    [InlineData("GBAAA0000001", null)]
    [InlineData(null, "9a1c")]
    public void Two_entries_with_one_code_are_one_recording_though_their_lengths_differ(string? isrc, string? mbid)
    {
        var one = Lanterns with { Isrcs = Isrc.ParseAll(isrc), RecordingMbid = mbid };
        var other = one with { Id = "other", Album = "Second", DurationMs = 208_000 };
        var track = TrackOf("Paper Lanterns", "Ann Ash", seconds: null);

        Assert.Equal(MatchZone.Auto, Match(track, [one, other]).Zone);
        Assert.Equal(MatchReason.TooCloseToCall, Match(track, [one, other with { Isrcs = [], RecordingMbid = null }]).Reason);
    }

    [Fact]
    public void Another_version_is_close_and_not_exact_though_title_and_artist_are_equal()
    {
        var result = Match(TrackOf("Paper Lanterns (Live)", "Ann Ash"), [Lanterns]);

        Assert.Equal((MatchZone.Review, MatchTier.Fuzzy, MatchReason.DifferentVersion), (result.Zone, result.Tier!.Value, result.Reason));
        Assert.Equal(MatchTier.Fuzzy, Assert.Single(result.Candidates).Tier);
    }

    [Theory]
    [InlineData("equal with the second that the server cut off", 203_900, MatchZone.Auto)]
    [InlineData("further apart than that", 204_100, MatchZone.Review)]
    [InlineData("servers cut off and never add", 196_900, MatchZone.Review)]
    [InlineData("shorter by what masters differ", 197_000, MatchZone.Auto)]
    public void A_misspelt_title_needs_lengths_that_agree(string reason, int milliseconds, MatchZone zone)
        => Assert.True(Match(TrackOf("Paper Lantrens", "Ann Ash") with { DurationMs = milliseconds }, [Lanterns]).Zone == zone, reason);

    [Fact]
    public void The_second_that_a_server_cut_off_makes_a_match_no_less_sure()
    {
        var track = TrackOf("Paper Lanterns", "Ann Ash");

        Assert.Equal(Match(track, [Lanterns]).Confidence, Match(track with { DurationMs = 202_000 }, [Lanterns]).Confidence);
        Assert.True(Match(track with { DurationMs = 198_000 }, [Lanterns]).Confidence < Match(track, [Lanterns]).Confidence);
    }

    [Theory]
    [InlineData("the length agrees", null, 200, MatchZone.Auto)]
    [InlineData("the album agrees, and the length is unknown", "Lanterns", null, MatchZone.Auto)]
    [InlineData("neither is known", null, null, MatchZone.Review)]
    [InlineData("the length is another", null, 207, MatchZone.Review)]
    public void A_misspelt_artist_needs_the_length_or_the_album_beside_it(string reason, string? album, int? seconds, MatchZone zone)
    {
        var song = SongOf("Paper Lanterns", "Freya Ridings", "Lanterns");

        Assert.True(Match(TrackOf("Paper Lanterns", "Freya Rydinks", album, seconds), [song]).Zone == zone, reason);
    }

    [Theory]
    [InlineData("half a minute on the same album", "Lanterns", 230, MatchZone.Auto)]
    [InlineData("more than that", "Lanterns", 231, MatchZone.Review)]
    [InlineData("half a minute on another album", "Second", 230, MatchZone.Review)]
    public void Lengths_far_apart_are_one_recording_on_the_same_album_alone(string reason, string album, int seconds, MatchZone zone)
        => Assert.True(Match(TrackOf("Paper Lanterns", "Ann Ash", album, seconds), [Lanterns]).Zone == zone, reason);

    [Fact]
    public void Two_copies_of_one_recording_are_no_reason_to_ask()
    {
        var copy = Lanterns with { Id = "copy", Album = "Second", DurationMs = 202_000 };

        Assert.Equal(MatchZone.Auto, Match(TrackOf("Paper Lanterns", "Ann Ash", seconds: null), [Lanterns, copy]).Zone);
    }

    public static TheoryData<string, Song, Song> Choices
    {
        get
        {
            var plain = Lanterns with { Id = "b", Album = "Second", Isrcs = [], RecordingMbid = null, BitRate = 192, Suffix = "mp3" };
            return new()
            {
                { "the source's album", plain with { Id = "z", Album = "Lanterns" }, plain },
                { "the very edition of it", plain with { Id = "z", Album = "Lanterns" }, plain with { Album = "Lanterns (Deluxe Edition)" } },
                { "no compilation by name", plain with { Id = "z" }, plain with { Album = "The Best of Ann Ash" } },
                { "no compilation by its artist", plain with { Id = "z" }, plain with { AlbumArtist = "Various Artists" } },
                { "the nearest length", plain with { Id = "z" }, plain with { DurationMs = 202_500 } },
                { "lossless", plain with { Id = "z", Suffix = "flac" }, plain with { BitRate = 320 } },
                { "more bits", plain with { Id = "z", BitRate = 320 }, plain },
                { "the star", plain with { Id = "z", IsStarred = true }, plain },
                { "the first id, where all is equal", plain with { Id = "a" }, plain },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Choices))]
    public void Of_several_right_ones_it_takes(string reason, Song right, Song wrong)
    {
        var track = TrackOf("Paper Lanterns", "Ann Ash", "Lanterns");

        Assert.True(Match(track, [right, wrong]).Song?.Id == right.Id, reason);
        Assert.True(Match(track, [wrong, right]).Song?.Id == right.Id, reason);
    }

    [Fact]
    public void The_same_track_twice_gives_the_same_song_twice_and_two_tracks_may_give_one_song()
    {
        var matcher = new TrackMatcher(LibraryIndex.Build([Lanterns, Harbour]), new());
        SourceTrack[] tracks = [TrackOf("Paper Lanterns", "Ann Ash"), TrackOf("Paper Lanterns", "Ann Ash"), TrackOf("Paper Lanterns - Single Version", "Ann Ash")];

        Assert.All(tracks, track => Assert.Equal("lanterns", matcher.Match(new(track)).Song?.Id));
    }

    [Fact]
    public void The_thresholds_move_the_zones()
    {
        var song = Lanterns with { Album = "Other", DurationMs = 207_000 };
        var track = TrackOf("Paper Lanterns", "Ann Ash", "Lanterns");
        var index = LibraryIndex.Build([song]);

        Assert.Equal(MatchZone.Auto, new TrackMatcher(index, new()).Match(new(track)).Zone);
        Assert.Equal(MatchZone.Review, new TrackMatcher(index, new() { MinMatchConfidence = 0.99 }).Match(new(track)).Zone);

        // A song with the very title and artist is shown whatever the threshold. One that is only close is not.
        Assert.Equal(MatchZone.Review, new TrackMatcher(index, new() { MinMatchConfidence = 1, ReviewConfidence = 0.99 }).Match(new(track)).Zone);
        var close = TrackOf("Paper Lantrens", "Ann Ash", "Lanterns");
        Assert.Equal(MatchZone.Review, new TrackMatcher(index, new() { MinMatchConfidence = 0.99 }).Match(new(close)).Zone);
        Assert.Equal(MatchZone.None, new TrackMatcher(index, new() { MinMatchConfidence = 1, ReviewConfidence = 0.999 }).Match(new(close)).Zone);
    }

    public static TheoryData<string, SourceTrack, Song, MatchReason> WhatWaits => new()
    {
        { "an artist half alike", TrackOf("Paper Lanterns", "Ann Ash Groep Noord"), Lanterns, MatchReason.ArtistUnsure },
        { "title, album and length", TrackOf("Paper Lanterns", "Ninja Sound", "Lanterns"), Lanterns, MatchReason.ArtistUnsure },
        { "other letters, as long", TrackOf("รักเธอ", "Ann Ash"), Lanterns, MatchReason.TitleUnsure },
        { "title and artist, another length", TrackOf("Paper Lanterns", "Ann Ash", seconds: 260), Lanterns, MatchReason.LengthUnsure },
        { "another version", TrackOf("Paper Lanterns (Live)", "Ann Ash"), Lanterns, MatchReason.DifferentVersion },
        { "live here, live somewhere there, lengths unknown", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: null), Lanterns with { Title = "Paper Lanterns (Live at Wembley)" }, MatchReason.VersionUnsure },
    };

    [Theory]
    [MemberData(nameof(WhatWaits))]
    public void What_waits_by_rule_is_shown_whatever_the_threshold_and_says_why_and_how_likely_it_is(string what, SourceTrack track, Song song, MatchReason reason)
    {
        var result = new TrackMatcher(LibraryIndex.Build([song]), new() { MinMatchConfidence = 1, ReviewConfidence = 1 }).Match(new(track));

        Assert.True((result.Zone, result.Reason) == (MatchZone.Review, reason), $"{what}: {result}");
        Assert.Equal(reason, Assert.Single(result.Candidates).Waits);
        Assert.True(result.Score?.SongConfidence >= result.Confidence, what);
    }

    [Fact]
    public void Another_version_is_never_automatic_however_low_the_threshold()
        => Assert.Equal(
            MatchZone.Review,
            new TrackMatcher(LibraryIndex.Build([Lanterns]), new() { MinMatchConfidence = 0.1, ReviewConfidence = 0.1 }).Match(new(TrackOf("Paper Lanterns (Live)", "Ann Ash"))).Zone);

    [Fact]
    public void Lists_no_more_candidates_than_asked_for()
    {
        var songs = Enumerable.Range(0, 20).Select(i => Lanterns with { Id = $"live-{i:D2}", Title = $"Paper Lanterns (Live at Hall {i})", Isrcs = [], RecordingMbid = null }).ToArray();

        Assert.Equal(8, Match(TrackOf("Paper Lanterns", "Ann Ash"), songs).Candidates.Count);
    }

    [Fact]
    public void A_file_and_its_folder_stand_in_for_an_artist_that_the_playlist_does_not_name()
    {
        var song = Lanterns with { Path = "Ann Ash/Lanterns/03 - Paper Lanterns.flac" };
        var track = TrackOf("Paper Lanterns", "", seconds: 204) with { Location = @"D:\Music\Ann Ash\Lanterns\03 - Paper Lanterns.flac" };

        Assert.Equal(MatchZone.Auto, Match(track, [song]).Zone);
        Assert.Equal(MatchZone.Review, Match(track with { Location = null }, [song]).Zone);
    }

    [Fact]
    public void An_identifier_conflict_stays_one_though_a_lower_tier_finds_a_good_song()
    {
        var conflicting = Harbour with { Isrcs = ["GBAAA0000009"] };

        var result = Match(TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000009"), [Lanterns, conflicting]);

        Assert.Equal((MatchZone.Review, MatchTier.Isrc, MatchReason.IdentifierConflict), (result.Zone, result.Tier!.Value, result.Reason));
        Assert.Equal(["harbour", "lanterns"], result.Candidates.Select(candidate => candidate.Song.Id).Order());
    }

    [Fact]
    public void A_confidence_of_exactly_the_threshold_is_enough()
    {
        var track = TrackOf("Paper Lantern", "Ann Ash");
        var sure = new TrackMatcher(LibraryIndex.Build([Lanterns]), new() { MinMatchConfidence = 0.5 }).Match(new(track));
        Assert.Equal(MatchZone.Auto, sure.Zone);

        MatchZone ZoneAt(double threshold) => new TrackMatcher(LibraryIndex.Build([Lanterns]), new() { MinMatchConfidence = threshold }).Match(new(track)).Zone;

        Assert.Equal(MatchZone.Auto, ZoneAt(sure.Confidence));
        Assert.Equal(MatchZone.Review, ZoneAt(sure.Confidence + 0.01));
    }

    private static MatchResult Match(SourceTrack track, Song[] songs, params TrackDecision[] decisions)
        => new TrackMatcher(LibraryIndex.Build(songs), new()).Match(new(track, decisions));
}
