using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>One row of a playlist: what the source says, and the song it was matched to.</summary>
public sealed class PlaylistTrack
{
    /// <summary>Our own id; a row keeps it when the same track only moves.</summary>
    public long Id { get; set; }

    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>1-based position at the source.</summary>
    public int Position { get; set; }

    /// <summary>The key of the user's decisions about it (<see cref="TrackKey"/>).</summary>
    public required string Key { get; set; }

    /// <summary>The title.</summary>
    public required string Title { get; set; }

    /// <summary>The credited artists.</summary>
    public List<string> Artists { get; set; } = [];

    /// <summary>The album, or null.</summary>
    public string? Album { get; set; }

    /// <summary>Milliseconds, or null.</summary>
    public int? DurationMs { get; set; }

    /// <summary>The recording code, or null.</summary>
    public string? Isrc { get; set; }

    /// <summary>The MusicBrainz recording id, or null.</summary>
    public string? RecordingMbid { get; set; }

    /// <summary>The provider's id of the track, or null.</summary>
    public string? ProviderTrackId { get; set; }

    /// <summary>The file's path as the playlist file names it, or null.</summary>
    public string? Location { get; set; }

    /// <summary>What may be done with the match; null where it was never matched.</summary>
    public MatchZone? Zone { get; set; }

    /// <summary>How it was found, or null.</summary>
    public MatchTier? Tier { get; set; }

    /// <summary>Why, or null where it was never matched.</summary>
    public MatchReason? Reason { get; set; }

    /// <summary>0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>The id of the matched song (<see cref="MatchZone.Auto"/> only).</summary>
    public string? SongId { get; set; }

    /// <summary>The matched song as it was, or in review the best candidate; survives a change of ids.</summary>
    public Song? Song { get; set; }

    /// <summary>The score of <see cref="Song"/>, by parts.</summary>
    public MatchScore? Score { get; set; }

    /// <summary>In review, the candidates as they were found; empty elsewhere.</summary>
    public List<MatchCandidate> Candidates { get; set; } = [];

    /// <summary>The row as the matcher reads it.</summary>
    public SourceTrack ToSourceTrack() => new()
    {
        Title = Title,
        Artists = Artists,
        Album = Album,
        DurationMs = DurationMs,
        Isrc = Isrc,
        RecordingMbid = RecordingMbid,
        ProviderTrackId = ProviderTrackId,
        Location = Location,
    };

    /// <summary>A new row for a source track.</summary>
    public static PlaylistTrack From(string provider, SourceTrack track, int position)
    {
        var row = new PlaylistTrack { Key = TrackKey.Of(provider, track), Title = track.Title };
        row.Describe(track, position);
        return row;
    }

    /// <summary>Takes over what the source says of it now; the match stays.</summary>
    public void Describe(SourceTrack track, int position)
    {
        Position = position;
        Title = track.Title;
        Artists = [.. track.Artists];
        Album = track.Album;
        DurationMs = track.DurationMs;
        Isrc = track.Isrc;
        RecordingMbid = track.RecordingMbid;
        ProviderTrackId = track.ProviderTrackId;
        Location = track.Location;
    }

    /// <summary>Whether <see cref="Describe"/> would change nothing.</summary>
    public bool IsDescribedAs(SourceTrack track, int position)
        => Position == position
            && Title == track.Title
            && Artists.SequenceEqual(track.Artists)
            && Album == track.Album
            && DurationMs == track.DurationMs
            && Isrc == track.Isrc
            && RecordingMbid == track.RecordingMbid
            && ProviderTrackId == track.ProviderTrackId
            && Location == track.Location;

    /// <summary>Takes over what the matcher says.</summary>
    public void Apply(MatchResult result)
    {
        Zone = result.Zone;
        Tier = result.Tier;
        Reason = result.Reason;
        Confidence = result.Confidence;
        SongId = result.Song?.Id;
        Song = result.Song ?? (result.Candidates is [var best, ..] ? best.Song : null);
        Score = result.Score;
        Candidates = result.Zone == MatchZone.Review ? [.. result.Candidates] : [];
    }
}
