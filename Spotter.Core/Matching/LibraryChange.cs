using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>What a scan of the server changed in a library.</summary>
/// <param name="Songs">The songs that are new or not what they were.</param>
/// <param name="RemovedIds">The ids that are there no more.</param>
public sealed record LibraryChange(IReadOnlyList<Song> Songs, IReadOnlyCollection<string> RemovedIds)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Songs.Count == 0 && RemovedIds.Count == 0;

    /// <summary>What must change in an index for it to hold these songs.</summary>
    /// <param name="before">The library as it was.</param>
    /// <param name="songs">The whole library as it is; ids must be unique.</param>
    public static LibraryChange Between(LibraryIndex before, IReadOnlyList<Song> songs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(songs);
        var seen = new HashSet<string>(songs.Count, StringComparer.Ordinal);
        var changed = new List<Song>();
        foreach (var song in songs)
        {
            seen.Add(song.Id);
            if (before.Find(song.Id) is not { } known || !IsSame(known, song))
            {
                changed.Add(song);
            }
        }

        return new(changed, [.. before.Songs.Select(song => song.Id).Where(id => !seen.Contains(id))]);
    }

    // A record compares its lists by reference; an empty text and a missing one are kept alike.
    private static bool IsSame(Song a, Song b)
        => a.Artists.SequenceEqual(b.Artists) && a.Isrcs.SequenceEqual(b.Isrcs)
            && (a.Album ?? "") == (b.Album ?? "") && (a.AlbumArtist ?? "") == (b.AlbumArtist ?? "") && (a.AlbumId ?? "") == (b.AlbumId ?? "")
            && (a.RecordingMbid ?? "") == (b.RecordingMbid ?? "") && (a.Path ?? "") == (b.Path ?? "") && (a.CoverArtId ?? "") == (b.CoverArtId ?? "")
            && (a.Suffix ?? "") == (b.Suffix ?? "")
            && (a.Title, a.Artist, a.DurationMs, a.TrackNumber, a.DiscNumber, a.Year, a.BitRate, a.IsStarred)
                == (b.Title, b.Artist, b.DurationMs, b.TrackNumber, b.DiscNumber, b.Year, b.BitRate, b.IsStarred);
}
