using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What is to be written: a target as found, or one to be created, and what it should be.</summary>
/// <param name="Found">The target as found, or null where it is to be created.</param>
/// <param name="Plan">What it should be.</param>
/// <param name="RowsIfReplaced">The rows to remember where the whole content is replaced.</param>
internal sealed record TargetWriteRequest(Target? Found, TargetPlan Plan, IReadOnlyList<WrittenSong> RowsIfReplaced)
{
    /// <summary>The rows to remember where what is there stays: those that are hidden are still in it.</summary>
    public IReadOnlyList<WrittenSong> RowsIfEdited { get; init; } = RowsIfReplaced;

    /// <summary>Whether what was just written is not what the server shows: it is replaced as a whole, and hidden rows with it.</summary>
    public bool IsRepair { get; init; }

    /// <summary>In a rebuild, the target to be deleted once the new one stands; its content is kept.</summary>
    public Target? Replaces { get; init; }
}
