namespace Spotter.Core.Targets;

/// <summary>
/// The calls that change a list from what it shows to what it should hold, chosen so that listeners notice as little as possible. Pure, and
/// the only place where this is decided: creating, replacing, rebuilding, restoring and pairing all carry out such a plan.
/// </summary>
/// <param name="Way">How the list is changed.</param>
/// <param name="Steps">The calls, in order. None if the list already holds what it should.</param>
public sealed record WritePlan(WriteWay Way, IReadOnlyList<WriteStep> Steps)
{
    /// <summary>Up to this many rows are changed one by one, usually with one call each. For more, the list is replaced in fewer
    /// calls.</summary>
    public const int FewRows = 25;

    /// <summary>For an append: how many rows the list already has.</summary>
    private int Begun { get; init; }

    /// <summary>For an edit: the positions of added rows in the new content.</summary>
    public IReadOnlyList<int> Added { get; private init; } = [];

    /// <summary>For an edit: the positions of the rows it changes, before the edit, in ascending order.</summary>
    public IReadOnlyList<int> Touched { get; private init; } = [];

    /// <summary>Whether the list loses its hidden rows, whose files are missing.</summary>
    public bool DropsHiddenRows => Way is WriteWay.Whole or WriteWay.Pieces;

    /// <summary>Makes the plan.</summary>
    /// <param name="found">The songs that the list shows, in order. Null if it is to be created.</param>
    /// <param name="wanted">The songs that it should hold, in order.</param>
    /// <param name="limits">What the server accepts.</param>
    /// <param name="mustReplace">Whether to write the list even if it shows what it should, or because it has hidden rows that must
    /// go.</param>
    public static WritePlan Of(IReadOnlyList<string>? found, IReadOnlyList<string> wanted, WriteLimits limits, bool mustReplace = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.SongsPerCall, 1);
        if (!mustReplace && found is not null && found.SequenceEqual(wanted))
        {
            return new(WriteWay.Nothing, []);
        }

        if (wanted.Count <= limits.SongsPerCall)
        {
            return new(WriteWay.Whole, [new WriteStep.Put(wanted)]);
        }

        if (!mustReplace && found is { Count: > 0 })
        {
            if (found.SequenceEqual(wanted.Take(found.Count)))
            {
                return new(WriteWay.Append, [.. AppendsOf(wanted.Skip(found.Count), limits)]) { Begun = found.Count };
            }

            if (limits.EditsRows && EditOf(found, wanted, limits) is { } edit)
            {
                return edit;
            }
        }

        return new(WriteWay.Pieces, [new WriteStep.Put([.. wanted.Take(limits.SongsPerCall)]), .. AppendsOf(wanted.Skip(limits.SongsPerCall), limits)]);
    }

    /// <summary>How many rows of the new content, from the first, are certainly in the list after this many steps. For an edit: all but
    /// <see cref="Added"/>.</summary>
    public int ArrivedAfter(int steps) => Way switch
    {
        WriteWay.Edit => int.MaxValue,
        _ => Begun + Steps.Take(steps).Sum(step => step switch
        {
            WriteStep.Put put => put.SongIds.Count,
            WriteStep.Append append => append.SongIds.Count,
            _ => 0,
        }),
    };

    private static IEnumerable<WriteStep> AppendsOf(IEnumerable<string> songIds, WriteLimits limits)
        => songIds.Chunk(limits.SongsPerCall).Select(piece => new WriteStep.Append(piece));

    /// <summary>Removes rows, adds the new ones at the end, and moves each row that is out of place once. Null if these are not
    /// few.</summary>
    private static WritePlan? EditOf(IReadOnlyList<string> found, IReadOnlyList<string> wanted, WriteLimits limits)
    {
        var diff = ListDiff.Between(found, wanted);
        if (diff.Added.Count + diff.Removed.Count + diff.Moved.Count > FewRows)
        {
            return null;
        }

        // From the end, so that earlier positions stay valid.
        List<WriteStep> steps = [.. diff.Removed.Chunk(limits.SongsPerCall).Reverse().Select(positions => new WriteStep.TakeOut(positions))];

        // The rows by their positions in the new content, as they are at each step.
        List<int> rows = [.. diff.Kept.OrderBy(row => row.Before).Select(row => row.After), .. diff.Added];
        steps.AddRange(AppendsOf(diff.Added.Select(i => wanted[i]), limits));
        foreach (var row in diff.Added.Concat(diff.Moved).Order())
        {
            // After the row that it follows, which is already in place.
            var from = rows.IndexOf(row);
            rows.RemoveAt(from);
            var to = row == 0 ? 0 : rows.IndexOf(row - 1) + 1;
            rows.Insert(to, row);
            if (from != to)
            {
                steps.Add(new WriteStep.Move(from, to));
            }
        }

        var moved = diff.Moved.ToHashSet();
        return new(WriteWay.Edit, steps)
        {
            Added = diff.Added,
            Touched = [.. diff.Kept.Where(row => moved.Contains(row.After)).Select(row => row.Before).Concat(diff.Removed).Order()],
        };
    }
}
