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

    /// <summary>The source track at the time of the decision, so that it can still be named when no playlist holds it. Null for a decision of an earlier version.</summary>
    public SourceTrack? Track { get; set; }

    /// <summary>The song at the time of the decision. Null for <see cref="PinKind.Never"/>.</summary>
    public Song? Song { get; set; }

    /// <summary>When the user decided.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The decision as the matcher needs it.</summary>
    public TrackDecision ToDecision() => new(Kind, Song);

    /// <summary>Whether this decision, taken later, takes the place of another one about the same track. A rejection leaves those of other songs.</summary>
    public bool Replaces(Pin other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Kind == PinKind.Rejection ? other.Kind == PinKind.Never : other.Kind != PinKind.Rejection) || IsAboutSameSong(other);
    }

    /// <summary>Whether another decision about the same track says the same.</summary>
    public bool SaysTheSame(Pin other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && IsAboutSameSong(other);
    }

    /// <summary>A row of its own with the same decision.</summary>
    public Pin Copy() => new() { UserId = UserId, TrackKey = TrackKey, Kind = Kind, Track = Track, Song = Song, CreatedAt = CreatedAt };

    // A song that the library did not have has no id.
    private bool IsAboutSameSong(Pin other) => (Song, other.Song) switch
    {
        (null, null) => true,
        ({ Id: "" } song, { Id: "" } known) => Matching.TrackKey.OfWanted(SourceTrack.Of(song)) == Matching.TrackKey.OfWanted(SourceTrack.Of(known)),
        ({ Id: var id }, { Id: var known }) => id == known,
        _ => false,
    };
}
