using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Core.Persistence;

public sealed class WriterQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();
    private readonly WriterQueue _queue;
    private readonly Guid[] _writers = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];

    public WriterQueueTests() => _queue = new(Patience, _clock);

    [Fact]
    public async Task Writers_have_their_turn_in_the_order_in_which_they_came()
    {
        await _queue.EnterAsync(_writers[0], default);
        var order = new List<int>();
        var waiting = Enumerable.Range(1, 4).Select(async i =>
        {
            await _queue.EnterAsync(_writers[i], default);
            order.Add(i);
            _queue.Leave(_writers[i]);
        }).ToList();
        Assert.Equal((4, 0), (_queue.Waiting, order.Count));

        _queue.Leave(_writers[0]);
        await Task.WhenAll(waiting);

        Assert.Equal([1, 2, 3, 4], order);
    }

    [Fact]
    public async Task Whoever_has_the_turn_need_not_wait_for_it_and_gives_it_back_once()
    {
        await _queue.EnterAsync(_writers[0], default);
        await _queue.EnterAsync(_writers[0], default);
        var next = _queue.EnterAsync(_writers[1], default);
        _queue.Leave(_writers[2]);
        Assert.False(next.IsCompleted);

        _queue.Leave(_writers[0]);
        await next;
        _queue.Leave(_writers[0]);

        Assert.False(_queue.EnterAsync(_writers[3], default).IsCompleted);
    }

    [Fact]
    public async Task Who_leaves_the_queue_takes_nobodys_turn_along()
    {
        using var gone = new CancellationTokenSource();
        await _queue.EnterAsync(_writers[0], default);
        var second = _queue.EnterAsync(_writers[1], gone.Token);
        var third = _queue.EnterAsync(_writers[2], default);

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _queue.Leave(_writers[0]);

        await third;
    }

    [Fact]
    public async Task A_queue_that_stands_still_is_given_up()
    {
        await _queue.EnterAsync(_writers[0], default);
        var waiting = _queue.EnterAsync(_writers[1], default);

        _clock.Advance(Patience);

        await Assert.ThrowsAsync<DatabaseBusyException>(() => waiting);
        Assert.Equal(0, _queue.Waiting);
    }

    [Fact]
    public async Task A_queue_that_moves_is_waited_in_however_long_it_is()
    {
        await _queue.EnterAsync(_writers[0], default);
        var second = _queue.EnterAsync(_writers[1], default);
        var third = _queue.EnterAsync(_writers[2], default);

        _clock.Advance(Patience - TimeSpan.FromSeconds(1));
        _queue.Leave(_writers[0]);
        await second;
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.False(third.IsCompleted);
        _queue.Leave(_writers[1]);

        await third;
    }
}
