using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>What Spotter last wrote to a target, with the ids that the songs have now.</summary>
/// <param name="Songs">The rows in order.</param>
/// <param name="IsSure">False if a run died during its write, so that the user's changes cannot be told from ours.</param>
internal sealed record LastWrittenContent(IReadOnlyList<WrittenSong> Songs, bool IsSure)
{
    /// <summary>The rows without the songs' metadata.</summary>
    public IReadOnlyList<TargetEntry> Entries { get; } = [.. Songs.Select(song => song.ToEntry())];

    /// <summary>The same where the target was found again as another list: what that one lacks was not taken out of it by the user.</summary>
    public LastWrittenContent InAnotherList => new([.. Songs.Select(row => row with { IsAbsent = true })], IsSure);

    /// <summary>Reads the stored content. Null if nothing was ever written to the target.</summary>
    /// <param name="written">The stored content, or null.</param>
    /// <param name="target">The target as found on the server, or null.</param>
    /// <param name="lookup">The library.</param>
    public static LastWrittenContent? Of(WrittenTarget? written, Target? target, SongLookup lookup)
    {
        if (written is null)
        {
            return null;
        }

        var shown = target?.SongIds.ToHashSet(StringComparer.Ordinal) ?? [];
        var songs = Heal(written.Songs, shown, lookup);
        if (written.Pending is null)
        {
            return new(songs, IsSure: true);
        }

        // A run died during its write. The target shows whether the write arrived. Either way, the user did not make these changes.
        var pending = Heal(written.Pending, shown, lookup);
        if (target is not null && written.Write is { Way: not WriteWay.Whole } write)
        {
            pending = Unwrite(pending, target, write);
        }

        var arrived = songs.Count == 0 || target is null || Distance(pending, target) <= Distance(songs, target);
        return new(arrived ? Join(Hide(pending, songs), songs) : Join(songs, pending), IsSure: false);
    }

    /// <summary>The rows to remember after a write: the intended ones, as far as the server shows them.</summary>
    /// <param name="rows">The intended rows.</param>
    /// <param name="after">The target as the server shows it.</param>
    /// <param name="known">Songs by id, for those that the server does not show.</param>
    public static List<WrittenSong> Remember(IReadOnlyList<TargetEntry> rows, Target after, IEnumerable<Song> known)
    {
        var songs = after.Entries.Concat(known).DistinctBy(song => song.Id).ToDictionary(song => song.Id, StringComparer.Ordinal);
        var shown = after.SongIds.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Where(row => songs.ContainsKey(row.SongId))
                .Select(row => new WrittenSong(songs[row.SongId]) { IsUsers = row.IsUsers, IsAbsent = row.IsAbsent || !shown.Contains(row.SongId) }),
        ];
    }

    private static List<WrittenSong> Heal(List<WrittenSong> songs, HashSet<string> shown, SongLookup lookup)
        => [.. songs.Select(row => shown.Contains(row.Song.Id) ? row : row.With(lookup.FindAgain(row.Song) ?? row.Song))];

    /// <summary>Marks rows that a write in pieces had not reached: if they are missing, the user did not remove them.</summary>
    private static List<WrittenSong> Unwrite(List<WrittenSong> pending, Target target, PendingWrite write)
    {
        var shown = target.SongIds.CountBy(songId => songId, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var rows = new List<WrittenSong>(pending.Count);
        var place = 0;
        foreach (var row in pending)
        {
            var isShown = shown.GetValueOrDefault(row.Song.Id) > 0;
            if (isShown)
            {
                shown[row.Song.Id]--;
            }

            rows.Add(!row.IsAbsent && !isShown && write.MayLack(place) ? row with { IsAbsent = true } : row);
            place += row.IsAbsent ? 0 : 1;
        }

        return rows;
    }

    /// <summary>Marks the user's hidden songs that the write should have shown again: if they are missing, the write failed and nobody
    /// removed them.</summary>
    private static List<WrittenSong> Hide(List<WrittenSong> pending, List<WrittenSong> before)
    {
        var hidden = before.Where(row => row.IsUsers && (row.IsAbsent || row.HasNewId)).Select(row => row.Song.Id).ToHashSet(StringComparer.Ordinal);
        return [.. pending.Select(row => row.IsUsers && hidden.Contains(row.Song.Id) ? row with { IsAbsent = true } : row)];
    }

    /// <summary>The more likely rows, plus our rows that only the other version has: if those are in the target after all, the user did not
    /// add them.</summary>
    private static List<WrittenSong> Join(List<WrittenSong> likelier, List<WrittenSong> other)
    {
        var ids = likelier.Select(row => row.Song.Id).ToHashSet(StringComparer.Ordinal);
        return [.. likelier, .. other.Where(row => !row.IsUsers && !ids.Contains(row.Song.Id)).Select(row => row with { IsAbsent = true })];
    }

    private static int Distance(List<WrittenSong> songs, Target target)
    {
        var diff = ListDiff.Between([.. songs.Where(row => !row.IsAbsent).Select(row => row.Song.Id)], target.SongIds);
        return diff.Added.Count + diff.Removed.Count + diff.Moved.Count;
    }
}
