using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class SyncReadingProgressTests
{
    [Fact]
    public void The_reading_of_the_library_is_the_first_phase_of_the_run_on_open_pages_and_for_those_that_open_now()
    {
        using var host = new CoreHost();
        var told = new List<SyncProgressed>();
        using var listening = host.Get<EventBus>().Subscribe<SyncProgressed>(7, told.Add);
        var lease = new SyncLease(Guid.NewGuid(), 7, 8, 9, "Road trip", new SyncRequest(), host.Clock.GetUtcNow());

        host.Get<SyncReadingProgress>().For(lease).Report(new LibraryReadProgress(40, 100));

        var progress = Assert.Single(told);
        Assert.Equal((9, SyncPhase.ReadingLibrary, 40, 100, 0, 0), (progress.PlaylistId, progress.Phase, progress.Done, progress.Total, progress.Review, progress.Missing));
        Assert.Empty(progress.ByTier);
        Assert.Same(progress, host.Get<SyncProgressBoard>().Find(9));

        host.Get<SyncReadingProgress>().For(lease).Report(new LibraryReadProgress(50, null));
        Assert.Equal((50, 0), (told[^1].Done, told[^1].Total));
    }
}
