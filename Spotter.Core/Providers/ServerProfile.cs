namespace Spotter.Core.Providers;

/// <summary>
/// What a music server can do, learnt from reads and from our own real writes. Until something is known, the safest form is used. A server
/// that reports another version counts as a new one, about which nothing is known. Null means not yet known.
/// </summary>
public sealed record ServerProfile
{
    /// <summary>The server's name for itself ("navidrome"), or null if it does not say.</summary>
    public string? Type { get; init; }

    /// <summary>Its version in its own notation, or null.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it supports OpenSubsonic extensions.</summary>
    public bool SpeaksExtensions { get; init; }

    /// <summary>When it was first seen with this version.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Whether it accepts a salted hash instead of the password.</summary>
    public bool? TakesTokens { get; init; }

    /// <summary>Whether a search for two quotes finds everything. Otherwise an empty search does.</summary>
    public bool? QuotesFindEverything { get; init; }

    /// <summary>How it shows that its library has changed.</summary>
    public ChangeDetector? ChangeDetector { get; init; }

    /// <summary>Whether its songs have a field for ISRCs, even an empty one.</summary>
    public bool? NamesIsrcs { get; init; }

    /// <summary>Whether its songs have a field for MusicBrainz ids, even an empty one.</summary>
    public bool? NamesRecordings { get; init; }

    /// <summary>Whether it lists the artists of a song separately.</summary>
    public bool? NamesArtists { get; init; }

    /// <summary>Whether it reports when a playlist was last changed.</summary>
    public bool? DatesPlaylists { get; init; }

    /// <summary>Whether it reports that a playlist is read-only.</summary>
    public bool? MarksReadOnly { get; init; }

    /// <summary>Whether it returns a playlist that it has created.</summary>
    public bool? ReturnsPlaylists { get; init; }

    /// <summary>Whether it accepts the id of an unknown song. Otherwise it refuses the whole write.</summary>
    public bool? TakesUnknownSongs { get; init; }

    /// <summary>How many parameters it accepts in one call, as far as refusals have shown.</summary>
    public int? MaxParameters { get; init; }

    /// <summary>Whether replacing a playlist's songs with none empties it.</summary>
    public bool? EmptiesByReplacing { get; init; }

    /// <summary>Whether it accepts a cover for a playlist.</summary>
    public bool? TakesCovers { get; init; }
}
