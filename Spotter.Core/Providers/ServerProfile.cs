namespace Spotter.Core.Providers;

/// <summary>
/// What a music server can do. Reads have taught it, or our own real writes; until then the safest form is used. A server that shows
/// another version is a new one, of which nothing is known. Null means: not seen yet.
/// </summary>
public sealed record ServerProfile
{
    /// <summary>What the server calls itself ("navidrome"), or null where it does not say.</summary>
    public string? Type { get; init; }

    /// <summary>Its version as it writes it, or null.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it speaks the open extensions of its protocol.</summary>
    public bool SpeaksExtensions { get; init; }

    /// <summary>When it was first seen in this version.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Whether it takes a salted hash in place of the password.</summary>
    public bool? TakesTokens { get; init; }

    /// <summary>Whether a search for two quotes finds everything; where not, a search for nothing does.</summary>
    public bool? QuotesFindEverything { get; init; }

    /// <summary>How it tells that its library has changed.</summary>
    public ChangeDetector? ChangeDetector { get; init; }

    /// <summary>Whether its songs come with ISRCs, were they only empty ones.</summary>
    public bool? NamesIsrcs { get; init; }

    /// <summary>Whether its songs come with MusicBrainz ids, were they only empty ones.</summary>
    public bool? NamesRecordings { get; init; }

    /// <summary>Whether it lists the artists of a song one by one.</summary>
    public bool? NamesArtists { get; init; }

    /// <summary>Whether a playlist says when it was changed last.</summary>
    public bool? DatesPlaylists { get; init; }

    /// <summary>Whether a playlist says that its songs cannot be written.</summary>
    public bool? MarksReadOnly { get; init; }

    /// <summary>Whether it returns a playlist that it has made.</summary>
    public bool? ReturnsPlaylists { get; init; }

    /// <summary>Whether it takes the id of a song that it does not know; where not, it refuses the whole write.</summary>
    public bool? TakesUnknownSongs { get; init; }

    /// <summary>How many parameters it takes in one call, as far as a refusal has taught it.</summary>
    public int? MaxParameters { get; init; }

    /// <summary>Whether replacing a playlist's songs by none empties it.</summary>
    public bool? EmptiesByReplacing { get; init; }

    /// <summary>Whether it takes a cover for a playlist.</summary>
    public bool? TakesCovers { get; init; }
}
