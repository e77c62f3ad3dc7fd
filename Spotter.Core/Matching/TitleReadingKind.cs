namespace Spotter.Core.Matching;

/// <summary>What a reading cuts off the title as written.</summary>
internal enum TitleReadingKind
{
    /// <summary>Nothing.</summary>
    AsWritten,

    /// <summary>The name of an artist that the track names anyway.</summary>
    WithoutArtist,

    /// <summary>The name of the track's album.</summary>
    WithoutAlbum,

    /// <summary>A number before it that may be a track number.</summary>
    WithoutNumber,

    /// <summary>A length after it.</summary>
    WithoutLength,

    /// <summary>A part that may be an artist whom the track does not name.</summary>
    ArtistInTitle,
}
