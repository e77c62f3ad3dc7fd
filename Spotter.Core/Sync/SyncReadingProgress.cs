using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Reports the reading of the library as the first phase of the run that waits for it.</summary>
public sealed class SyncReadingProgress(SyncProgressBoard board, EventBus bus)
{
    internal IProgress<LibraryReadProgress> For(SyncLease lease) => new Reporter(board, bus, lease);

    private sealed class Reporter(SyncProgressBoard board, EventBus bus, SyncLease lease) : IProgress<LibraryReadProgress>
    {
        public void Report(LibraryReadProgress value)
        {
            var progress = new SyncProgressed(
                lease.UserId, lease.PlaylistId, SyncPhase.ReadingLibrary, value.Read, value.Total ?? 0, new Dictionary<MatchTier, int>(), 0, 0);
            board.Post(progress);
            bus.Publish(progress);
        }
    }
}
