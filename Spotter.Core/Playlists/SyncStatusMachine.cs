using static Spotter.Core.Playlists.SyncSignal;
using static Spotter.Core.Playlists.SyncStatus;

namespace Spotter.Core.Playlists;

/// <summary>The only place that knows which status follows which.</summary>
public static class SyncStatusMachine
{
    /// <summary>The status after the signal, or null where the signal may not come in that status: a programming error, to be refused.</summary>
    public static SyncStatus? Next(SyncStatus status, SyncSignal signal) => (status, signal) switch
    {
        (Pending or Success or Warning or Error, Requested) => Pending,
        (Syncing, Requested) => Syncing, // remembered, served once afterwards
        (Pending, Started) => Syncing,
        (Syncing, WrittenInFull) => Success,
        (Syncing, WrittenInPart or NothingMatched or HeldBack) => Warning,
        (Syncing, Failed) => Error,
        (Syncing, LeaseLost or Removed) => Pending,
        _ => null,
    };

    /// <summary>The statuses in which the signal may come: read off <see cref="Next"/>, never listed twice.</summary>
    public static IReadOnlyList<SyncStatus> Accepting(SyncSignal signal)
        => [.. Enum.GetValues<SyncStatus>().Where(status => Next(status, signal) is not null)];
}
