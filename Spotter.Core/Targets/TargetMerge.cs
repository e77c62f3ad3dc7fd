namespace Spotter.Core.Targets;

/// <summary>
/// What a target should hold, from what was last written, what it holds now, and what the source wants. The order is the source's. A song
/// that the user added follows the song that it was put after.
/// </summary>
/// <param name="Entries">Every row in order, including those that cannot be written now because their file is missing.</param>
/// <param name="Drift">What somebody changed on the server since the last write.</param>
public sealed record TargetMerge(IReadOnlyList<TargetEntry> Entries, TargetDiff Drift)
{
    /// <summary>The content to write.</summary>
    public IReadOnlyList<string> SongIds { get; } = [.. Entries.Where(entry => !entry.IsAbsent).Select(entry => entry.SongId)];

    /// <summary>The rows after a replacing write: a replaced list no longer has our hidden rows. The user's are added again
    /// later.</summary>
    public IReadOnlyList<TargetEntry> EntriesIfReplaced => [.. Entries.Where(entry => !entry.IsAbsent || entry.IsUsers)];

    /// <summary>Merges the three.</summary>
    /// <param name="left">What was last written, or null if Spotter never wrote to this target.</param>
    /// <param name="found">The songs that the server shows now, in order.</param>
    /// <param name="wanted">The source's songs, in order.</param>
    /// <param name="policy">What happens to the user's changes.</param>
    /// <param name="exists">Whether the library has the song: if it does not, the song is hidden and was not removed.</param>
    public static TargetMerge Of(
        IReadOnlyList<TargetEntry>? left, IReadOnlyList<string> found, IReadOnlyList<string> wanted, EditPolicy policy, Func<string, bool> exists)
    {
        var isWanted = wanted.ToHashSet(StringComparer.Ordinal);
        var isFound = found.ToHashSet(StringComparer.Ordinal);
        bool IsThere(string songId) => isFound.Contains(songId) || exists(songId);

        // Everything in a list that was never ours is the user's, except what the source also has.
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

    /// <summary>The current rows, each marked as ours or the user's. Hidden rows, and rows that an interrupted write had not reached, stay
    /// at their place.</summary>
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

            // If the file of one of the user's songs is back, but the list was written in the meantime, the song returns to its place.
            if (!isThere(left[i].SongId) || left[i] is { IsAbsent: true, IsUsers: true })
            {
                hidden.Add((place, new Row(left[i] with { IsAbsent = !isThere(left[i].SongId) }, behind)));
            }

            if (left[i].IsAbsent && placeInWanted.TryGetValue(i, out var comes))
            {
                behind = comes;
            }
        }

        // From the end, so that earlier positions stay valid.
        for (var i = hidden.Count - 1; i >= 0; i--)
        {
            rows.Insert(hidden[i].Place, hidden[i].Row);
        }

        return rows;
    }

    /// <summary>The rows to keep, by the wanted song that they follow: 0 for the top, n for after the nth.</summary>
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

    /// <summary>A row of the list as it is, or as it would be if it were not hidden.</summary>
    /// <param name="Entry">The row.</param>
    /// <param name="Behind">For a hidden row that followed one of ours which is not in the list yet: the position of that one in the wanted
    /// list, from 1. Otherwise null.</param>
    private sealed record Row(TargetEntry Entry, int? Behind = null);
}
