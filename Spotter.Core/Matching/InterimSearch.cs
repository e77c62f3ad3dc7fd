using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

internal static class InterimSearch
{
    public static IReadOnlyList<Song> Search(this LibraryIndex index, string text, int limit)
        => [.. index.Songs.Where(song => $"{song.Title} {song.Artist} {song.Album}".Contains(text, StringComparison.OrdinalIgnoreCase)).Take(limit)];
}
