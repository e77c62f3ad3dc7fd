using Spotter.Core.Playlists;

namespace Spotter.Tests.Core.Playlists;

public sealed class SyncRequestTests
{
    [Fact]
    public void Only_the_clock_has_asked_for_nothing_at_any_time()
    {
        var now = new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

        Assert.All(Enum.GetValues<SyncTrigger>(), trigger => Assert.Equal(
            trigger == SyncTrigger.Schedule ? null : now, new SyncRequest { Trigger = trigger, RequestedAt = now }.AskedAt));
    }
}
