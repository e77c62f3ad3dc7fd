using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>What has changed in a library since it was last read, according to the server. All of it may already be known.</summary>
/// <param name="AlbumIds">The albums with changes, including albums that are gone.</param>
/// <param name="Songs">All songs that these albums hold now.</param>
/// <param name="Stamp">The stamp before and after the read, which were equal.</param>
/// <param name="Cursor">Where the next changes begin.</param>
public sealed record LibraryNews(IReadOnlyCollection<string> AlbumIds, IReadOnlyList<Song> Songs, LibraryStamp Stamp, string Cursor)
{
    /// <summary>How many songs the account sees once these changes are applied. Null if that cannot be known.</summary>
    public int? SongCount { get; init; }
}
