namespace Spotter.Navidrome.Demo;

/// <summary>What Navidrome keeps of an album beside its songs.</summary>
/// <param name="Artist">The album's artist.</param>
/// <param name="Name">Its name.</param>
/// <param name="Songs">Its songs: those that are there; where all are missing, the missing ones.</param>
/// <param name="IsMissing">Whether the files of all its songs are gone.</param>
/// <param name="CreatedAt">When its first song came.</param>
/// <param name="ImportedAt">When a scan last read a song of it, or found that one is gone or back.</param>
internal sealed record DemoAlbum(
    string Artist, string Name, IReadOnlyList<DemoSong> Songs, bool IsMissing, DateTimeOffset CreatedAt, DateTimeOffset ImportedAt);
