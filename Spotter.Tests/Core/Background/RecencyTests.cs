using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Background;

namespace Spotter.Tests.Core.Background;

public sealed class RecencyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(-59, true)]
    [InlineData(-60, false)]
    [InlineData(-86_400, false)]
    public void What_is_long_ago_or_noted_by_a_clock_that_was_ahead_is_not_recent(int secondsAgo, bool isRecent)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(isRecent, clock.IsRecent(clock.GetUtcNow().AddSeconds(-secondsAgo), Minute));
    }

    [Fact]
    public void What_was_never_is_not_recent() => Assert.False(TimeProvider.System.IsRecent(DateTimeOffset.MinValue, Minute));
}
