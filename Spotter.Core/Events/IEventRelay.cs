namespace Spotter.Core.Events;

/// <summary>Passes events on to the other processes that use the same database. An event is a hint, so it may be lost.</summary>
public interface IEventRelay
{
    /// <summary>Queues the event and returns at once. Never throws.</summary>
    void Send(IUserEvent userEvent);
}
