using static Spotter.Core.Playlists.SyncSignal;
using static Spotter.Core.Playlists.SyncStatus;

namespace Spotter.Core.Playlists;

/// <summary>The only place that knows which status follows which.</summary>
public static class SyncStatusMachine
{
    /// <summary>The status after the signal. Null if the signal is not allowed in that status, which is a bug and must be
    /// refused.</summary>
    public static SyncStatus? Next(SyncStatus status, SyncSignal signal) => (status, signal) switch
    {
        (Pending or Success or Warning or Error, Requested) => Pending,
        (Syncing, Requested) => Syncing, // remembered, and served once afterwards
        (Pending, Started) => Syncing,
        (Syncing, WrittenInFull) => Success,
        (Syncing, WrittenInPart or NothingMatched or HeldBack) => Warning,
        (Syncing, Failed) => Error,
        (Syncing, LeaseLost or Removed) => Pending,
        _ => null,
    };

    /// <summary>The statuses in which the signal is allowed, derived from <see cref="Next"/> so that they are not listed twice.</summary>
    public static IReadOnlyList<SyncStatus> Accepting(SyncSignal signal)
        => [.. Enum.GetValues<SyncStatus>().Where(status => Next(status, signal) is not null)];
}
