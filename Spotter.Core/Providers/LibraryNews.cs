using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>What the server says has changed in a library since it was last read. All of it may be known already.</summary>
/// <param name="AlbumIds">The albums of which something changed, those that are gone among them.</param>
/// <param name="Songs">All songs that these albums hold now.</param>
/// <param name="Stamp">The stamp before and after, which were the same.</param>
/// <param name="Cursor">From where the next changes can be read.</param>
public sealed record LibraryNews(IReadOnlyCollection<string> AlbumIds, IReadOnlyList<Song> Songs, LibraryStamp Stamp, string Cursor)
{
    /// <summary>How many songs the account must see when this has been taken in; null where that cannot be known.</summary>
    public int? SongCount { get; init; }
}
