using Spotter.Core.Providers.Http;

namespace Spotter.Tests.Core.Providers.Http;

public sealed class RequestWindowTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void As_many_as_the_pace_allows_go_at_once_and_the_rest_when_the_window_has_passed()
    {
        var window = new RequestWindow(new RequestPace(2, TimeSpan.FromSeconds(10)));

        var moments = Enumerable.Range(0, 5).Select(_ => (window.Take(Start) - Start).TotalSeconds);

        Assert.Equal([0.0, 0, 10, 10, 20], moments);
    }

    [Fact]
    public void Who_asks_later_waits_only_for_what_is_left()
    {
        var window = new RequestWindow(new RequestPace(1, TimeSpan.FromSeconds(10)));
        window.Take(Start);

        Assert.Equal(Start.AddSeconds(10), window.Take(Start.AddSeconds(7)));
        Assert.Equal(Start.AddSeconds(60), window.Take(Start.AddSeconds(60)));
    }

    [Fact]
    public void Nobody_goes_before_the_moment_that_the_service_named()
    {
        var window = new RequestWindow(new RequestPace(5, TimeSpan.FromSeconds(1)));
        window.HoldUntil(Start.AddSeconds(20));
        window.HoldUntil(Start.AddSeconds(5));

        Assert.Equal(Start.AddSeconds(20), window.Take(Start));
    }
}
