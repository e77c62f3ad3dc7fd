namespace Spotter.Core.Targets;

/// <summary>One call of a write. Positions count from 0.</summary>
public abstract record WriteStep
{
    private WriteStep()
    {
    }

    /// <summary>These songs become the whole content; a list that is not there yet is created with them.</summary>
    /// <param name="SongIds">The songs.</param>
    public sealed record Put(IReadOnlyList<string> SongIds) : WriteStep;

    /// <summary>These songs are added at the end.</summary>
    /// <param name="SongIds">The songs.</param>
    public sealed record Append(IReadOnlyList<string> SongIds) : WriteStep;

    /// <summary>The rows at these positions go.</summary>
    /// <param name="Positions">The positions before the step, rising.</param>
    public sealed record TakeOut(IReadOnlyList<int> Positions) : WriteStep;

    /// <summary>One row goes to another place; the others close up.</summary>
    /// <param name="From">Its position before the step.</param>
    /// <param name="To">Its position after the step.</param>
    public sealed record Move(int From, int To) : WriteStep;
}
