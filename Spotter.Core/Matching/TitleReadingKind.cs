namespace Spotter.Core.Matching;

/// <summary>What a reading of a title takes off the title as written.</summary>
internal enum TitleReadingKind
{
    /// <summary>Nothing.</summary>
    AsWritten,

    /// <summary>The name of an artist that the track names anyway.</summary>
    WithoutArtist,

    /// <summary>The name of the track's album.</summary>
    WithoutAlbum,

    /// <summary>A number in front that may be a track's.</summary>
    WithoutNumber,

    /// <summary>A length behind it.</summary>
    WithoutLength,

    /// <summary>A part that may be an artist whom the track does not name.</summary>
    ArtistInTitle,
}
