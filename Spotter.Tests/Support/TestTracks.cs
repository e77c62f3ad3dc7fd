using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Support;

/// <summary>Playlist rows as a run leaves them.</summary>
internal static class TestTracks
{
    public static PlaylistTrack Waiting(string title, string artist = "Somebody", string? album = null)
        => new() { Key = $"text:{title}|{artist}", SourceTrack = new() { Title = title, Artists = [artist], Album = album, DurationMs = 200_000 } };

    public static PlaylistTrack Matched(
        string title, string songId, MatchTier tier = MatchTier.Exact, string artist = "Somebody", string? songTitle = null)
    {
        var track = Waiting(title, artist);
        var song = SongOf(songId, songTitle ?? title, artist);
        (track.Zone, track.Tier, track.Reason, track.Confidence) = (MatchZone.Auto, tier, MatchReason.SameTitleAndArtist, 0.99);
        (track.SongId, track.Song, track.Score) = (songId, song, new MatchScore(1, 1, null, 1, true, 0, 0.99));
        return track;
    }

    public static PlaylistTrack Doubtful(string title, string candidateId, string artist = "Somebody")
    {
        var track = Waiting(title, artist);
        var score = new MatchScore(0.9, 0.8, null, 0.5, false, 31_000, 0.64);
        (track.Zone, track.Tier, track.Reason, track.Confidence) = (MatchZone.Review, MatchTier.Fuzzy, MatchReason.DifferentVersion, 0.64);
        (track.Song, track.Score) = (SongOf(candidateId, title, artist), score);
        track.Candidates = [new(track.Song, MatchTier.Fuzzy, score)];
        return track;
    }

    public static PlaylistTrack Wanted(string title, string artist = "Somebody", string? album = null, MatchReason reason = MatchReason.NotInLibrary)
    {
        var track = Waiting(title, artist, album);
        (track.Zone, track.Reason) = (MatchZone.None, reason);
        return track;
    }

    public static Song SongOf(string id, string title, string artist = "Somebody", string? album = null, int? durationMs = 200_000)
        => new() { Id = id, Title = title, Artist = artist, Artists = [artist], Album = album, DurationMs = durationMs };
}
