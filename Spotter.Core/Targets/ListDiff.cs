namespace Spotter.Core.Targets;

/// <summary>The rows added, removed and moved between two lists of keys, which may repeat. As positions, so that callers can name the
/// rows.</summary>
/// <param name="Added">Positions in the new list.</param>
/// <param name="Removed">Positions in the old list.</param>
/// <param name="Moved">Positions in the new list of rows that stayed but whose order among the staying rows changed.</param>
/// <param name="Kept">Old and new position of every row that stayed, in the new order.</param>
public sealed record ListDiff(
    IReadOnlyList<int> Added, IReadOnlyList<int> Removed, IReadOnlyList<int> Moved, IReadOnlyList<(int Before, int After)> Kept)
{
    /// <summary>Compares two lists. As few rows as possible count as moved: those outside the longest subsequence that kept its
    /// order.</summary>
    public static ListDiff Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var places = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var i = 0; i < before.Count; i++)
        {
            if (!places.TryGetValue(before[i], out var queue))
            {
                places[before[i]] = queue = new Queue<int>();
            }

            queue.Enqueue(i);
        }

        var added = new List<int>();
        var kept = new List<(int Before, int After)>();
        for (var i = 0; i < after.Count; i++)
        {
            if (places.TryGetValue(after[i], out var queue) && queue.TryDequeue(out var place))
            {
                kept.Add((place, i));
            }
            else
            {
                added.Add(i);
            }
        }

        var removed = places.Values.SelectMany(queue => queue).Order().ToList();
        var inOrder = LongestRising(kept);
        var moved = kept.Where((_, i) => !inOrder.Contains(i)).Select(pair => pair.After).ToList();
        return new(added, removed, moved, kept);
    }

    /// <summary>Indexes of the longest subsequence with ascending old positions (patience sorting).</summary>
    private static HashSet<int> LongestRising(List<(int Before, int After)> kept)
    {
        var tails = new List<int>();
        var previous = new int[kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (kept[tails[middle]].Before < kept[i].Before)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            previous[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
            {
                tails.Add(i);
            }
            else
            {
                tails[low] = i;
            }
        }

        var rising = new HashSet<int>();
        for (var i = tails.Count > 0 ? tails[^1] : -1; i >= 0; i = previous[i])
        {
            rising.Add(i);
        }

        return rising;
    }
}
