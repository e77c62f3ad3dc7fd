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

    /// <summary>The track as its source describes it.</summary>
    public required SourceTrack SourceTrack { get; set; }

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

    /// <summary>A new row for a source track.</summary>
    public static PlaylistTrack From(string provider, SourceTrack track, int position)
        => new() { Key = TrackKey.Of(provider, track), SourceTrack = track, Position = position };

    /// <summary>Takes over what the source says of it now; the match stays.</summary>
    public void Describe(SourceTrack track, int position) => (SourceTrack, Position) = (track, position);

    /// <summary>Whether <see cref="Describe"/> would change nothing.</summary>
    public bool IsDescribedAs(SourceTrack track, int position) => Position == position && SourceTrack.IsSameAs(track);

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
