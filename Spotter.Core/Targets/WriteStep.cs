namespace Spotter.Core.Targets;

/// <summary>One call of a write. Positions count from 0.</summary>
public abstract record WriteStep
{
    private WriteStep()
    {
    }

    /// <summary>Makes these songs the whole content. A list that does not exist yet is created with them.</summary>
    /// <param name="SongIds">The songs.</param>
    public sealed record Put(IReadOnlyList<string> SongIds) : WriteStep;

    /// <summary>Adds these songs at the end.</summary>
    /// <param name="SongIds">The songs.</param>
    public sealed record Append(IReadOnlyList<string> SongIds) : WriteStep;

    /// <summary>Removes the rows at these positions.</summary>
    /// <param name="Positions">The positions before the step, in ascending order.</param>
    public sealed record TakeOut(IReadOnlyList<int> Positions) : WriteStep;

    /// <summary>Moves one row. The others close up.</summary>
    /// <param name="From">Its position before the step.</param>
    /// <param name="To">Its position after the step.</param>
    public sealed record Move(int From, int To) : WriteStep;
}
