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
    public IReadOnlyList<TargetEntry> WhenReplaced => [.. Entries.Where(entry => !entry.IsAbsent || entry.IsUsers)];

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
            ? [.. found.Select(songId => new TargetEntry(songId) { IsUsers = !isWanted.Contains(songId) })]
            : Recognise(left, found, IsThere);
        var users = policy == EditPolicy.KeepAdded
            ? rows.Where(row => row.IsUsers).Select(row => row.SongId).ToHashSet(StringComparer.Ordinal)
            : [];
        var behind = Anchor(rows, wanted, row => !isWanted.Contains(row.SongId) && (row.IsUsers ? policy == EditPolicy.KeepAdded : row.IsAbsent));

        var entries = new List<TargetEntry>(behind[0]);
        for (var i = 0; i < wanted.Count; i++)
        {
            entries.Add(new TargetEntry(wanted[i]) { IsUsers = users.Remove(wanted[i]) });
            entries.AddRange(behind[i + 1]);
        }

        return new(entries, left is null ? TargetDiff.None : DriftOf(left, found, isFound, exists));
    }

    /// <summary>What stands there now, each row knowing whose it is; rows whose file is missing stay at their place.</summary>
    private static List<TargetEntry> Recognise(IReadOnlyList<TargetEntry> left, IReadOnlyList<string> found, Func<string, bool> isThere)
    {
        var diff = ListDiff.Between([.. left.Select(entry => entry.SongId)], found);
        var placeOf = new int?[left.Count];
        var rows = found.Select(songId => new TargetEntry(songId) { IsUsers = true }).ToList();
        foreach (var (before, after) in diff.Kept)
        {
            placeOf[before] = after;
            rows[after] = left[before] with { IsAbsent = false };
        }

        var hidden = new List<(int Place, TargetEntry Row)>();
        var place = 0;
        for (var i = 0; i < left.Count; i++)
        {
            if (placeOf[i] is { } shown)
            {
                place = shown + 1;
            }
            else if (!isThere(left[i].SongId))
            {
                hidden.Add((place, left[i] with { IsAbsent = true }));
            }
            else if (left[i] is { IsAbsent: true, IsUsers: true })
            {
                // Its file is back, but the list was written meanwhile: it takes its place again.
                hidden.Add((place, left[i] with { IsAbsent = false }));
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
    private static List<TargetEntry>[] Anchor(List<TargetEntry> rows, IReadOnlyList<string> wanted, Func<TargetEntry, bool> isKept)
    {
        var behind = new List<TargetEntry>[wanted.Count + 1];
        for (var i = 0; i < behind.Length; i++)
        {
            behind[i] = [];
        }

        var places = ListDiff.Between([.. rows.Select(row => row.SongId)], wanted).Kept.ToDictionary(pair => pair.Before, pair => pair.After + 1);
        var anchor = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (places.TryGetValue(i, out var place))
            {
                anchor = place;
            }
            else if (isKept(rows[i]))
            {
                behind[anchor].Add(rows[i]);
            }
        }

        return behind;
    }

    private static TargetDiff DriftOf(IReadOnlyList<TargetEntry> left, IReadOnlyList<string> found, HashSet<string> isFound, Func<string, bool> exists)
        => TargetDiff.Between(
            [.. left.Where(entry => isFound.Contains(entry.SongId) || (!entry.IsAbsent && exists(entry.SongId))).Select(entry => entry.SongId)], found);
}
