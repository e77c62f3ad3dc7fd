using Spotter.Core.Events;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class SyncReadingProgressTests
{
    [Fact]
    public async Task The_reading_of_the_library_is_the_first_phase_of_the_run_on_open_pages_and_for_those_that_open_now()
    {
        using var host = new CoreHost();
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "Road trip", host.FillLibrary(3));
        SyncProgressed? first = null;
        SyncProgressed? posted = null;
        using var listening = host.Get<EventBus>().Subscribe<SyncProgressed>(ann.UserId, progress =>
        {
            first ??= progress;
            posted ??= host.Get<SyncProgressBoard>().Find(id);
        });

        await host.EnableAndRunAsync(ann, id);

        Assert.Equal((id, SyncPhase.ReadingLibrary, 3, 3), (first!.PlaylistId, first.Phase, first.Done, first.Total));
        Assert.Same(first, posted);
        Assert.Null(host.Get<SyncProgressBoard>().Find(id));
    }
}
