namespace Spotter.Navidrome.Demo;

/// <summary>What the ids of covers look like.</summary>
internal enum DemoCoverIds
{
    /// <summary>A disc's for a song, without a version; a playlist without any picture names none: Navidrome 0.64.</summary>
    OfDiscs,

    /// <summary>A disc's for a song, each with a version: Navidrome 0.61 to 0.63.</summary>
    Versioned,

    /// <summary>An album's for a song, each with a version: Navidrome before 0.61.</summary>
    OfAlbums,

    /// <summary>An album's where there is a picture, and none for playlists.</summary>
    None,
}
