using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>How far a write has come: stored before each of its calls, so that after a crash nobody takes its work for the user's, nor what it had not done yet.</summary>
/// <param name="Way">The way that was chosen.</param>
/// <param name="Pieces">How many calls it takes.</param>
/// <param name="Piece">The call that was sent last, from 1; 0 before the first.</param>
/// <param name="Arrived">How many rows, from the first, certainly stood there before that call.</param>
public sealed record PendingWrite(WriteWay Way, int Pieces, int Piece, int Arrived)
{
    /// <summary>See <see cref="WritePlan.Added"/>.</summary>
    public IReadOnlyList<int> Added { get; init; } = [];

    /// <summary>Whether the row may not have arrived yet.</summary>
    /// <param name="row">Its place in the new content, from 0.</param>
    public bool MayLack(int row) => row >= Arrived || Added.Contains(row);
}
