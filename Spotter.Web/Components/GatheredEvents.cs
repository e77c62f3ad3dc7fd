using Spotter.Core.Events;

namespace Spotter.Web.Components;

/// <summary>
/// The events that a component has received but not handled yet. The first one starts a short wait for more. Then each handler runs once
/// for all of its events, one handler after the other, in the order of their last events. Events that arrive while they run are collected
/// for the next round.
/// </summary>
/// <param name="gathering">How long to wait, and by which clock.</param>
/// <param name="handleAsync">Runs all handlers of one round on the circuit and renders the component once. Does not throw.</param>
internal sealed class GatheredEvents(EventGathering gathering, Func<IReadOnlyList<Func<Task>>, Task> handleAsync) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private ITimer? _timer;
    private bool _isGathering;
    private bool _isGone;

    /// <summary>Takes an event, from any thread.</summary>
    /// <param name="key">The handler: events with the same key are handled together.</param>
    /// <param name="userEvent">What happened.</param>
    /// <param name="keepsAll">Whether the handler wants every event, or only the newest.</param>
    /// <param name="handler">Handles the events.</param>
    public void Add(object key, IUserEvent userEvent, bool keepsAll, Func<IReadOnlyList<IUserEvent>, Task> handler)
    {
        lock (_gate)
        {
            if (_isGone)
            {
                return;
            }

            var at = _waiting.FindIndex(waiting => waiting.Key.Equals(key));
            var waiting = at < 0 ? new Waiting(key, handler) : _waiting[at];
            if (at >= 0)
            {
                _waiting.RemoveAt(at);
            }

            waiting.Take(userEvent, keepsAll);
            _waiting.Add(waiting);
            if (!_isGathering)
            {
                _isGathering = true;
                Gather();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isGone = true;
            _waiting.Clear();
            _timer?.Dispose();
        }
    }

    private void Gather()
    {
        _timer ??= gathering.Clock.CreateTimer(_ => _ = HandleAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(EventGathering.Period, Timeout.InfiniteTimeSpan);
    }

    private async Task HandleAsync()
    {
        List<Func<Task>> handlers;
        lock (_gate)
        {
            handlers = [.. _waiting.Select<Waiting, Func<Task>>(waiting => waiting.HandleAsync)];
            _waiting.Clear();
        }

        await handleAsync(handlers);
        lock (_gate)
        {
            _isGathering = _waiting.Count > 0 && !_isGone;
            if (_isGathering)
            {
                Gather();
            }
        }
    }

    private sealed class Waiting(object key, Func<IReadOnlyList<IUserEvent>, Task> handler)
    {
        private readonly List<IUserEvent> _events = [];
        private readonly HashSet<IUserEvent> _known = [];

        public object Key { get; } = key;

        public void Take(IUserEvent userEvent, bool keepsAll)
        {
            if (!keepsAll)
            {
                _events.Clear();
                _events.Add(userEvent);
            }
            else if (_known.Add(userEvent))
            {
                _events.Add(userEvent);
            }
        }

        public Task HandleAsync() => handler(_events);
    }
}
