namespace Spotter.Core.Targets;

/// <summary>A playlist's source and its target side by side, in one order: that of the source, with each extra row of the server behind the
/// row that it follows there.</summary>
/// <param name="Rows">Every row of both sides, once.</param>
public sealed record TargetComparison(IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>Compares. The work is in proportion to the number of rows times its logarithm.</summary>
    /// <param name="wanted">The song of each track of the source, in order. Null for a track without one.</param>
    /// <param name="found">The songs on the server, in order. A song may occur more than once on either side.</param>
    public static TargetComparison Of(IReadOnlyList<string?> wanted, IReadOnlyList<string> found)
    {
        var matched = new List<int>(wanted.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (wanted[i] is not null)
            {
                matched.Add(i);
            }
        }

        var diff = ListDiff.Between([.. matched.Select(i => wanted[i]!)], found);
        var isMoved = diff.Moved.ToHashSet();
        var sourceOf = diff.Kept.ToDictionary(pair => pair.After, pair => matched[pair.Before]);
        var serverOf = sourceOf.ToDictionary(pair => pair.Value, pair => pair.Key);

        // Extra rows by the source row that they follow: 0 for the top, n for after the nth.
        var extras = Enumerable.Range(0, found.Count).Where(j => !sourceOf.ContainsKey(j)).ToList();
        var behind = new Dictionary<int, List<int>>();
        var anchor = 0;
        var next = 0;
        for (var j = 0; j < found.Count; j++)
        {
            if (next < extras.Count && extras[next] == j)
            {
                next++;
                if (!behind.TryGetValue(anchor, out var here))
                {
                    behind[anchor] = here = [];
                }

                here.Add(j);
            }
            else if (!isMoved.Contains(j))
            {
                anchor = sourceOf[j] + 1;
            }
        }

        var rows = new List<ComparedRow>(wanted.Count + extras.Count);
        AddExtras(0);
        for (var i = 0; i < wanted.Count; i++)
        {
            rows.Add(serverOf.TryGetValue(i, out var place)
                ? new(isMoved.Contains(place) ? ComparedKind.OutOfOrder : ComparedKind.Same, i, place)
                : new(wanted[i] is null ? ComparedKind.Unmatched : ComparedKind.NotThere, i, null));
            AddExtras(i + 1);
        }

        return new(rows);

        void AddExtras(int after)
        {
            foreach (var j in behind.GetValueOrDefault(after) ?? [])
            {
                rows.Add(new(ComparedKind.Extra, null, j));
            }
        }
    }

    /// <summary>How many rows are of a kind.</summary>
    public int Count(ComparedKind kind) => Rows.Count(row => row.Kind == kind);
}
