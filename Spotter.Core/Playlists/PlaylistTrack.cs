using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>One row of a playlist: the source's track, and the song it was matched to.</summary>
public sealed class PlaylistTrack
{
    /// <summary>Spotter's own id. A row keeps it if its track only moves.</summary>
    public long Id { get; set; }

    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>1-based position at the source.</summary>
    public int Position { get; set; }

    /// <summary>The key that the user's decisions about it are stored under (<see cref="TrackKey"/>).</summary>
    public required string Key { get; set; }

    /// <summary>The track as its source describes it.</summary>
    public required SourceTrack SourceTrack { get; set; }

    /// <summary>What may be done with the match. Null if it was never matched.</summary>
    public MatchZone? Zone { get; set; }

    /// <summary>How it was found, or null.</summary>
    public MatchTier? Tier { get; set; }

    /// <summary>The deciding fact, or null if it was never matched.</summary>
    public MatchReason? Reason { get; set; }

    /// <summary>The confidence of the match, 0 to 1.</summary>
    public double Confidence { get; set; }

    /// <summary>The id of the matched song (<see cref="MatchZone.Auto"/> only).</summary>
    public string? SongId { get; set; }

    /// <summary>The matched song at the time of matching, or in review the best candidate. It survives a change of ids.</summary>
    public Song? Song { get; set; }

    /// <summary>The score of <see cref="Song"/>, by parts.</summary>
    public MatchScore? Score { get; set; }

    /// <summary>In review, the candidates as found. Otherwise empty.</summary>
    public List<MatchCandidate> Candidates { get; set; } = [];

    /// <summary>A new row for a source track.</summary>
    public static PlaylistTrack From(string provider, SourceTrack track, int position)
        => new() { Key = TrackKey.Of(provider, track), SourceTrack = track, Position = position };

    /// <summary>Updates the source's metadata and the position. The match stays.</summary>
    public void Describe(SourceTrack track, int position) => (SourceTrack, Position) = (track, position);

    /// <summary>Whether <see cref="Describe"/> would change nothing.</summary>
    public bool IsDescribedAs(SourceTrack track, int position) => Position == position && SourceTrack.IsSameAs(track);

    /// <summary>Updates the match to the matcher's result.</summary>
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
