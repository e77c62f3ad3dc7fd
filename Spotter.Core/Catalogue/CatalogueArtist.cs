using Spotter.Core.Matching.Aliases;

namespace Spotter.Core.Catalogue;

/// <summary>What the catalogue knows about an artist.</summary>
public sealed class CatalogueArtist
{
    /// <summary>The MusicBrainz artist id.</summary>
    public required string Mbid { get; set; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The artist, or null if the catalogue has none with this id.</summary>
    public KnownArtist? Artist { get; set; }
}
