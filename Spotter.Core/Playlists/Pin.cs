using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Playlists;

/// <summary>A user's lasting decision about a source track; it holds in all of the user's playlists and survives new song ids.</summary>
public sealed class Pin
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>The source track's key (<see cref="TrackKey"/>).</summary>
    public required string TrackKey { get; set; }

    /// <summary>What was decided.</summary>
    public PinKind Kind { get; set; }

    /// <summary>The song as it was; null for <see cref="PinKind.Never"/>.</summary>
    public Song? Song { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The decision as the matcher needs it.</summary>
    public TrackDecision ToDecision() => new(Kind, Song);
}
