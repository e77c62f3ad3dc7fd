using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>The progress of a write. Stored before each call, so that after a crash neither its work nor its missing work is taken for the
/// user's.</summary>
/// <param name="Way">The way that was chosen.</param>
/// <param name="Pieces">The number of calls.</param>
/// <param name="Piece">The number of the last call that was sent, from 1. 0 before the first.</param>
/// <param name="Arrived">How many rows, from the first, were certainly in the list before that call.</param>
public sealed record PendingWrite(WriteWay Way, int Pieces, int Piece, int Arrived)
{
    /// <summary>See <see cref="WritePlan.Added"/>.</summary>
    public IReadOnlyList<int> Added { get; init; } = [];

    /// <summary>Whether the row may not have arrived yet.</summary>
    /// <param name="row">Its position in the new content, from 0.</param>
    public bool MayLack(int row) => row >= Arrived || Added.Contains(row);
}
