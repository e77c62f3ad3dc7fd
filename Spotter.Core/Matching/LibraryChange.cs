using Spotter.Core.Matching.Indexing;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>What a scan of the server changed in a library.</summary>
/// <param name="Songs">The new and changed songs.</param>
/// <param name="RemovedIds">The ids that are gone.</param>
public sealed record LibraryChange(IReadOnlyList<Song> Songs, IReadOnlyCollection<string> RemovedIds)
{
    /// <summary>Whether nothing changed.</summary>
    public bool IsEmpty => Songs.Count == 0 && RemovedIds.Count == 0;

    /// <summary>The change that makes an index hold these songs.</summary>
    /// <param name="before">The library as it was.</param>
    /// <param name="songs">The whole library as it is. Ids must be unique.</param>
    public static LibraryChange Between(LibraryIndex before, IReadOnlyList<Song> songs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(songs);
        var after = songs as SongTable ?? SongTable.Of(songs);
        var parts = before.Walk().ToArray();
        var isThere = parts.Select(part => new bool[part.Part.Table.Count]).ToArray();
        var changed = new List<Song>();
        for (var i = 0; i < after.Count; i++)
        {
            var place = before.Locate(after.Ids[i]);
            if (place is var (part, number))
            {
                isThere[part][number] = true;
            }

            if (place is not var (known, at) || !parts[known].Part.Table.IsSame(at, after, i))
            {
                changed.Add(after[i]);
            }
        }

        var removed = new List<string>();
        for (var part = 0; part < parts.Length; part++)
        {
            for (var number = 0; number < isThere[part].Length; number++)
            {
                if (!isThere[part][number] && !parts[part].Removed.Contains(number))
                {
                    removed.Add(parts[part].Part.Table.Ids.TextOf(number));
                }
            }
        }

        return new(changed, removed);
    }

    /// <summary>
    /// The change of an index after some albums were read again. A song is identified by its id, wherever it was before: a song that moved
    /// here from another album leaves that album, even though it was not read.
    /// </summary>
    /// <param name="before">The library as it was.</param>
    /// <param name="albumIds">The albums that were read, and those that are gone.</param>
    /// <param name="songs">All songs that these albums hold now.</param>
    public static LibraryChange OfAlbums(LibraryIndex before, IReadOnlyCollection<string> albumIds, IReadOnlyList<Song> songs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(songs);
        var builder = new SongTableBuilder(songs.Count);
        foreach (var song in songs)
        {
            builder.TryAdd(song);
        }

        var now = builder.Build();
        var there = now.Select(song => song.Id).ToHashSet(StringComparer.Ordinal);
        var parts = before.Walk().ToArray();
        List<Song> changed = [];
        for (var i = 0; i < now.Count; i++)
        {
            if (before.Locate(now.Ids[i]) is not var (part, number) || !parts[part].Part.Table.IsSame(number, now, i))
            {
                changed.Add(now[i]);
            }
        }

        return new(changed, [.. before.FindByAlbum(albumIds).Where(id => !there.Contains(id))]);
    }
}
