namespace Spotter.Navidrome.Demo;

/// <summary>The form of cover ids.</summary>
internal enum DemoCoverIds
{
    /// <summary>A song has its disc's id, without a version; a playlist without any picture has none: Navidrome 0.64.</summary>
    OfDiscs,

    /// <summary>A song has its disc's id, and ids have a version: Navidrome 0.61 to 0.63.</summary>
    Versioned,

    /// <summary>A song has its album's id, and ids have a version: Navidrome before 0.61.</summary>
    OfAlbums,

    /// <summary>A song has its album's id if there is a picture, and playlists have none.</summary>
    None,
}
