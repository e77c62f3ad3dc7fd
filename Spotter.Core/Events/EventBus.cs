using Microsoft.Extensions.Logging;

namespace Spotter.Core.Events;

/// <summary>
/// Tells a user's open pages, and whoever serves all users, at once that something happened. Handlers run one after the other on the publisher's
/// thread and must be quick. Other processes on the same database hear of it through the relay.
/// </summary>
/// <param name="logger">Receives the failures of handlers.</param>
/// <param name="relay">Passes events on to other processes. Null if the database allows only one.</param>
public sealed partial class EventBus(ILogger<EventBus> logger, IEventRelay? relay = null)
{
    private readonly Lock _gate = new();
    private Subscription[] _subscriptions = [];

    /// <summary>The users whose pages are open in this process.</summary>
    public IReadOnlySet<int> ListeningUsers => Volatile.Read(ref _subscriptions).Select(subscription => subscription.UserId).OfType<int>().ToHashSet();

    /// <summary>Listens to one kind of event of one user until the result is disposed.</summary>
    public IDisposable Subscribe<TEvent>(int userId, Action<TEvent> handler)
        where TEvent : IUserEvent
        => Add(userId, handler);

    /// <summary>Listens to one kind of event of every user until the result is disposed: for what serves everybody, such as notifications. A page listens to its own user.</summary>
    public IDisposable SubscribeToAll<TEvent>(Action<TEvent> handler)
        where TEvent : IUserEvent
        => Add(userId: null, handler);

    /// <summary>Hands the event to everybody who listens, in this process and in others. A handler's failure is logged and reaches nobody else.</summary>
    public void Publish<TEvent>(TEvent userEvent)
        where TEvent : IUserEvent
    {
        Deliver(userEvent);
        relay?.Send(userEvent);
    }

    /// <summary>Hands an event that another process published to everybody who listens in this one.</summary>
    public void Deliver(IUserEvent userEvent)
    {
        foreach (var subscription in Volatile.Read(ref _subscriptions))
        {
            if (subscription.EventType != userEvent.GetType() || (subscription.UserId ?? userEvent.UserId) != userEvent.UserId)
            {
                continue;
            }

            try
            {
                subscription.Handler(userEvent);
            }
            #pragma warning disable CA1031 // One listener must not silence the others.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.HandlerFailed(logger, exception, userEvent.GetType().Name);
            }
        }
    }

    private Subscription Add<TEvent>(int? userId, Action<TEvent> handler)
        where TEvent : IUserEvent
    {
        var subscription = new Subscription(this, userId, typeof(TEvent), e => handler((TEvent)e));
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions, subscription];
        }

        return subscription;
    }

    private void Remove(Subscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions.Where(s => s != subscription)];
        }
    }

    private sealed class Subscription(EventBus bus, int? userId, Type eventType, Action<IUserEvent> handler) : IDisposable
    {
        /// <summary>Whose events, or null for everybody's.</summary>
        public int? UserId { get; } = userId;

        public Type EventType { get; } = eventType;

        public Action<IUserEvent> Handler { get; } = handler;

        public void Dispose() => bus.Remove(this);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A listener of {Event} failed.")]
        public static partial void HandlerFailed(ILogger logger, Exception exception, string @event);
    }
}
