namespace Spotter.Core.Targets;

/// <summary>
/// The calls that bring a list from what it shows to what it should hold, chosen so that people see as little of it as can be. Pure, and the
/// only place that decides it: whoever creates, replaces, rebuilds, restores or pairs carries out such a plan.
/// </summary>
/// <param name="Way">The way.</param>
/// <param name="Steps">The calls, in order; none where the list holds what it should.</param>
public sealed record WritePlan(WriteWay Way, IReadOnlyList<WriteStep> Steps)
{
    /// <summary>Up to so many rows are changed one by one, a call for most of them; for more, the list is replaced in fewer calls.</summary>
    public const int FewRows = 25;

    /// <summary>Of an append: how many rows stand there already.</summary>
    private int Begun { get; init; }

    /// <summary>Of an edit: the places in the new content of the rows that come.</summary>
    public IReadOnlyList<int> Added { get; private init; } = [];

    /// <summary>Of an edit: the positions, as the list stands before it, of the rows that it names, rising.</summary>
    public IReadOnlyList<int> Touched { get; private init; } = [];

    /// <summary>Whether rows that the list holds unseen, since their files are missing, are gone afterwards.</summary>
    public bool DropsHiddenRows => Way is WriteWay.Whole or WriteWay.Pieces;

    /// <summary>Plans.</summary>
    /// <param name="found">The songs that the list shows, in order; null where it is to be created.</param>
    /// <param name="wanted">The songs that it should hold, in order.</param>
    /// <param name="limits">What the server bears.</param>
    /// <param name="mustReplace">Whether the list is to be written although it shows what it should, or holds rows unseen that must go.</param>
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

    /// <summary>How many rows of the new content, from the first, certainly stand there when so many steps are done. Of an edit: all but <see cref="Added"/>.</summary>
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

    /// <summary>Takes out what goes, adds at the end what comes, and moves each row that is not at its place once. Null where these are not few.</summary>
    private static WritePlan? EditOf(IReadOnlyList<string> found, IReadOnlyList<string> wanted, WriteLimits limits)
    {
        var diff = ListDiff.Between(found, wanted);
        if (diff.Added.Count + diff.Removed.Count + diff.Moved.Count > FewRows)
        {
            return null;
        }

        // From the end, so that the positions before stay what they are.
        List<WriteStep> steps = [.. diff.Removed.Chunk(limits.SongsPerCall).Reverse().Select(positions => new WriteStep.TakeOut(positions))];

        // The rows by their places in the new content, as they stand at each step.
        List<int> rows = [.. diff.Kept.OrderBy(row => row.Before).Select(row => row.After), .. diff.Added];
        steps.AddRange(AppendsOf(diff.Added.Select(i => wanted[i]), limits));
        foreach (var row in diff.Added.Concat(diff.Moved).Order())
        {
            // Behind the row that it follows, which stands at its place by now.
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
