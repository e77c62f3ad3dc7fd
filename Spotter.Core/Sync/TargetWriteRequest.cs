using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What to write: the target as found, or one to be created, and what it should become.</summary>
/// <param name="Found">The target as found, or null if it is to be created.</param>
/// <param name="Plan">What it should become.</param>
/// <param name="RowsIfReplaced">The rows to remember if the whole content is replaced.</param>
internal sealed record TargetWriteRequest(Target? Found, TargetPlan Plan, IReadOnlyList<WrittenSong> RowsIfReplaced)
{
    /// <summary>The rows to remember if the list is edited: its hidden rows are still in it.</summary>
    public IReadOnlyList<WrittenSong> RowsIfEdited { get; init; } = RowsIfReplaced;

    /// <summary>Whether the server does not show what was just written: the list is replaced as a whole, including its hidden
    /// rows.</summary>
    public bool IsRepair { get; init; }

    /// <summary>In a rebuild, the target to delete once the new one is complete. Its content is kept in a snapshot.</summary>
    public Target? Replaces { get; init; }
}
