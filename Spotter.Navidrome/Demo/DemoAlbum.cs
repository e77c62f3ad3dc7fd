namespace Spotter.Navidrome.Demo;

/// <summary>What Navidrome stores about an album besides its songs.</summary>
/// <param name="Artist">The album's artist.</param>
/// <param name="Name">Its name.</param>
/// <param name="Songs">Its existing songs, or the missing ones if all are missing.</param>
/// <param name="IsMissing">Whether the files of all its songs are gone.</param>
/// <param name="CreatedAt">When its first song was added.</param>
/// <param name="ImportedAt">When a scan last read one of its songs, or found that one is gone or back.</param>
internal sealed record DemoAlbum(
    string Artist, string Name, IReadOnlyList<DemoSong> Songs, bool IsMissing, DateTimeOffset CreatedAt, DateTimeOffset ImportedAt);
