using Spotter.Core.Matching.Aliases;

namespace Spotter.Core.Catalogue;

/// <summary>What the catalogue knows of an artist.</summary>
public sealed class CatalogueArtist
{
    /// <summary>The MusicBrainz artist id.</summary>
    public required string Mbid { get; set; }

    /// <summary>When it was asked last.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>The artist, or null where there is none under this id.</summary>
    public KnownArtist? Artist { get; set; }
}
