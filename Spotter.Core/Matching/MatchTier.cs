namespace Spotter.Core.Matching;

/// <summary>How a song was found, strongest first. A tier is used only if every tier above it found nothing.</summary>
public enum MatchTier
{
    /// <summary>The user's decision.</summary>
    Pin,

    /// <summary>Same recording code.</summary>
    Isrc,

    /// <summary>Same MusicBrainz recording.</summary>
    Mbid,

    /// <summary>Same title, artist and version after normalising.</summary>
    Exact,

    /// <summary>Similar enough in every part.</summary>
    Fuzzy,
}
