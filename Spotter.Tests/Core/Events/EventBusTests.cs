using Microsoft.Extensions.Logging.Abstractions;
using Spotter.Core.Events;

namespace Spotter.Tests.Core.Events;

public sealed class EventBusTests
{
    private readonly EventBus _bus = new(NullLogger<EventBus>.Instance);

    [Fact]
    public void A_listener_hears_its_own_kind_of_event_of_its_own_user_until_it_is_disposed()
    {
        var heard = new List<int>();
        var subscription = _bus.Subscribe<PlaylistStatusChanged>(1, e => heard.Add(e.PlaylistId));

        _bus.Publish(new PlaylistStatusChanged(1, 7));
        _bus.Publish(new PlaylistStatusChanged(2, 8));
        _bus.Publish(new PlaylistListChanged(1));
        subscription.Dispose();
        _bus.Publish(new PlaylistStatusChanged(1, 9));

        Assert.Equal([7], heard);
    }

    [Fact]
    public void A_listener_to_all_hears_its_own_kind_of_event_of_every_user_until_it_is_disposed()
    {
        var (all, own) = (new List<(int, int)>(), new List<int>());
        var everybody = _bus.SubscribeToAll<PlaylistStatusChanged>(e => all.Add((e.UserId, e.PlaylistId)));
        using var ann = _bus.Subscribe<PlaylistStatusChanged>(1, e => own.Add(e.PlaylistId));

        _bus.Publish(new PlaylistStatusChanged(1, 7));
        _bus.Publish(new PlaylistStatusChanged(2, 8));
        _bus.Publish(new PlaylistListChanged(1));
        everybody.Dispose();
        _bus.Publish(new PlaylistStatusChanged(1, 9));

        Assert.Equal([(1, 7), (2, 8)], all);
        Assert.Equal([7, 9], own);
    }

    [Fact]
    public void A_listener_to_all_that_fails_silences_nobody_else()
    {
        var heard = 0;
        using var broken = _bus.SubscribeToAll<PlaylistListChanged>(_ => throw new InvalidOperationException());
        using var sound = _bus.Subscribe<PlaylistListChanged>(1, _ => heard++);

        _bus.Publish(new PlaylistListChanged(1));

        Assert.Equal(1, heard);
    }

    [Fact]
    public void One_listener_that_fails_silences_nobody_else()
    {
        var heard = 0;
        using var broken = _bus.Subscribe<PlaylistListChanged>(1, _ => throw new InvalidOperationException());
        using var sound = _bus.Subscribe<PlaylistListChanged>(1, _ => heard++);

        _bus.Publish(new PlaylistListChanged(1));

        Assert.Equal(1, heard);
    }
}
