namespace Spotter.Core.Matching.Indexing;

/// <summary>Members by group, all in one array: the songs of each credit, the credits of each name. In ascending order within a
/// group.</summary>
internal sealed class Grouping
{
    private readonly int[] _starts;
    private readonly int[] _members;

    private Grouping(int[] starts, int[] members)
    {
        _starts = starts;
        _members = members;
    }

    public ReadOnlySpan<int> this[int group] => _members.AsSpan(_starts[group].._starts[group + 1]);

    /// <summary>Groups the numbers 0, 1, 2 … by the group of each.</summary>
    public static Grouping Of(ReadOnlySpan<int> groupOf, int groups)
    {
        var starts = StartsOf(groupOf, groups);
        var members = GC.AllocateUninitializedArray<int>(groupOf.Length);
        for (var i = 0; i < groupOf.Length; i++)
        {
            members[starts[groupOf[i]]++] = i;
        }

        return new(Shifted(starts), members);
    }

    /// <summary>Groups pairs of group and member.</summary>
    public static Grouping Of(ReadOnlySpan<int> groupOf, ReadOnlySpan<int> memberOf, int groups)
    {
        var starts = StartsOf(groupOf, groups);
        var members = GC.AllocateUninitializedArray<int>(groupOf.Length);
        for (var i = 0; i < groupOf.Length; i++)
        {
            members[starts[groupOf[i]]++] = memberOf[i];
        }

        return new(Shifted(starts), members);
    }

    private static int[] StartsOf(ReadOnlySpan<int> groupOf, int groups)
    {
        var starts = new int[groups + 1];
        foreach (var group in groupOf)
        {
            starts[group + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        return starts;
    }

    // Filling moved each start to the next group's start.
    private static int[] Shifted(int[] starts)
    {
        for (var i = starts.Length - 1; i > 0; i--)
        {
            starts[i] = starts[i - 1];
        }

        starts[0] = 0;
        return starts;
    }
}
