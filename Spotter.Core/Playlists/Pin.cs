using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>A user's permanent decision about a source track. It applies in all of the user's playlists and survives new song
/// ids.</summary>
public sealed class Pin
{
    /// <summary>Spotter's own id.</summary>
    public int Id { get; set; }

    /// <summary>The user.</summary>
    public int UserId { get; set; }

    /// <summary>The source track's key (<see cref="TrackKey"/>).</summary>
    public required string TrackKey { get; set; }

    /// <summary>The kind of decision.</summary>
    public PinKind Kind { get; set; }

    /// <summary>The song at the time of the decision. Null for <see cref="PinKind.Never"/>.</summary>
    public Song? Song { get; set; }

    /// <summary>When the user decided.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The decision as the matcher needs it.</summary>
    public TrackDecision ToDecision() => new(Kind, Song);
}
