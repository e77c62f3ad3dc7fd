namespace Spotter.Core.Targets;

/// <summary>
/// What a target should hold, from what we left there, what stands there now, and what the source wants. The order is the source's; a
/// song that the user added follows the song that it was put behind.
/// </summary>
/// <param name="Entries">Every row in order, those included that cannot be written now since their file is missing.</param>
/// <param name="Drift">What somebody changed on the server since we left it.</param>
public sealed record TargetMerge(IReadOnlyList<TargetEntry> Entries, TargetDiff Drift)
{
    /// <summary>The content to write.</summary>
    public IReadOnlyList<string> SongIds { get; } = [.. Entries.Where(entry => !entry.IsAbsent).Select(entry => entry.SongId)];

    /// <summary>The rows once they have been written: a replaced list holds no hidden rows of ours any more; the user's are put back later.</summary>
    public IReadOnlyList<TargetEntry> EntriesIfReplaced => [.. Entries.Where(entry => !entry.IsAbsent || entry.IsUsers)];

    /// <summary>Merges.</summary>
    /// <param name="left">What we left, or null where we never wrote to this target.</param>
    /// <param name="found">The songs that the server shows now, in order.</param>
    /// <param name="wanted">The source's songs, in order.</param>
    /// <param name="policy">What becomes of the user's changes.</param>
    /// <param name="exists">Whether the library has the song: one that it has not is hidden, not taken out.</param>
    public static TargetMerge Of(
        IReadOnlyList<TargetEntry>? left, IReadOnlyList<string> found, IReadOnlyList<string> wanted, EditPolicy policy, Func<string, bool> exists)
    {
        var isWanted = wanted.ToHashSet(StringComparer.Ordinal);
        var isFound = found.ToHashSet(StringComparer.Ordinal);
        bool IsThere(string songId) => isFound.Contains(songId) || exists(songId);

        // What stands in a list that was never ours is the user's, but for what the source takes over.
        var rows = left is null
            ? [.. found.Select(songId => new Row(new TargetEntry(songId) { IsUsers = !isWanted.Contains(songId) }))]
            : Recognise(left, found, wanted, IsThere);
        var users = policy == EditPolicy.KeepAdded
            ? rows.Where(row => row.Entry.IsUsers).Select(row => row.Entry.SongId).ToHashSet(StringComparer.Ordinal)
            : [];
        var behind = Anchor(rows, wanted, entry => !isWanted.Contains(entry.SongId) && (entry.IsUsers ? policy == EditPolicy.KeepAdded : entry.IsAbsent));

        var entries = new List<TargetEntry>(behind[0]);
        for (var i = 0; i < wanted.Count; i++)
        {
            entries.Add(new TargetEntry(wanted[i]) { IsUsers = users.Remove(wanted[i]) });
            entries.AddRange(behind[i + 1]);
        }

        return new(entries, left is null ? TargetDiff.None : DriftOf(left, found, isFound, exists));
    }

    /// <summary>What stands there now, each row knowing whose it is; rows that are hidden, or that a write which was cut short had not come to, stay at their place.</summary>
    private static List<Row> Recognise(IReadOnlyList<TargetEntry> left, IReadOnlyList<string> found, IReadOnlyList<string> wanted, Func<string, bool> isThere)
    {
        List<string> leftIds = [.. left.Select(entry => entry.SongId)];
        var placeOf = new int?[left.Count];
        var rows = found.Select(songId => new Row(new TargetEntry(songId) { IsUsers = true })).ToList();
        foreach (var (before, after) in ListDiff.Between(leftIds, found).Kept)
        {
            placeOf[before] = after;
            rows[after] = new Row(left[before] with { IsAbsent = false });
        }

        var placeInWanted = ListDiff.Between(leftIds, wanted).Kept.ToDictionary(pair => pair.Before, pair => pair.After + 1);
        var hidden = new List<(int Place, Row Row)>();
        var place = 0;
        int? behind = null;
        for (var i = 0; i < left.Count; i++)
        {
            if (placeOf[i] is { } shown)
            {
                (place, behind) = (shown + 1, null);
                continue;
            }

            // Where the file of a song of the user's is back, but the list was written meanwhile, it takes its place again.
            if (!isThere(left[i].SongId) || left[i] is { IsAbsent: true, IsUsers: true })
            {
                hidden.Add((place, new Row(left[i] with { IsAbsent = !isThere(left[i].SongId) }, behind)));
            }

            if (left[i].IsAbsent && placeInWanted.TryGetValue(i, out var comes))
            {
                behind = comes;
            }
        }

        // From the end, so that the places of the rows before stay what they are.
        for (var i = hidden.Count - 1; i >= 0; i--)
        {
            rows.Insert(hidden[i].Place, hidden[i].Row);
        }

        return rows;
    }

    /// <summary>The rows to keep, by the wanted song that they stand behind: 0 for the top, n for behind the nth.</summary>
    private static List<TargetEntry>[] Anchor(List<Row> rows, IReadOnlyList<string> wanted, Func<TargetEntry, bool> isKept)
    {
        var behind = new List<TargetEntry>[wanted.Count + 1];
        for (var i = 0; i < behind.Length; i++)
        {
            behind[i] = [];
        }

        var places = ListDiff.Between([.. rows.Select(row => row.Entry.SongId)], wanted).Kept.ToDictionary(pair => pair.Before, pair => pair.After + 1);
        var anchor = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (places.TryGetValue(i, out var place))
            {
                anchor = place;
            }
            else if (isKept(rows[i].Entry))
            {
                behind[rows[i].Behind ?? anchor].Add(rows[i].Entry);
            }
        }

        return behind;
    }

    private static TargetDiff DriftOf(IReadOnlyList<TargetEntry> left, IReadOnlyList<string> found, HashSet<string> isFound, Func<string, bool> exists)
        => TargetDiff.Between(
            [.. left.Where(entry => isFound.Contains(entry.SongId) || (!entry.IsAbsent && exists(entry.SongId))).Select(entry => entry.SongId)], found);

    /// <summary>A row of the list as it stands there, or would stand there if it were not hidden.</summary>
    /// <param name="Entry">The row.</param>
    /// <param name="Behind">Of a hidden row that followed one of ours which does not stand there yet: the place of that one in the wanted list, from 1. Else null.</param>
    private sealed record Row(TargetEntry Entry, int? Behind = null);
}
