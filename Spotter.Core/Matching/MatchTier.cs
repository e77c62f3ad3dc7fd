namespace Spotter.Core.Matching;

/// <summary>How a song was found, strongest first. A tier is asked only where every tier above it found nothing.</summary>
public enum MatchTier
{
    /// <summary>The user said so.</summary>
    Pin,

    /// <summary>Same recording code.</summary>
    Isrc,

    /// <summary>Same MusicBrainz recording.</summary>
    Mbid,

    /// <summary>Same title, artist and version after normalising.</summary>
    Exact,

    /// <summary>Close enough in every part.</summary>
    Fuzzy,
}
