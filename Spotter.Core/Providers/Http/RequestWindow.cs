namespace Spotter.Core.Providers.Http;

/// <summary>Assigns each request a time that keeps a <see cref="RequestPace"/>. Deterministic apart from its own memory; not
/// thread-safe.</summary>
internal sealed class RequestWindow(RequestPace pace)
{
    private readonly Queue<DateTimeOffset> _moments = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Takes the next free time, now or later.</summary>
    public DateTimeOffset Take(DateTimeOffset now)
    {
        var moment = now > _notBefore ? now : _notBefore;
        if (_moments.Count >= pace.Requests && _moments.Dequeue() + pace.Window is var free && free > moment)
        {
            moment = free;
        }

        _moments.Enqueue(moment);
        return moment;
    }

    /// <summary>Assigns no time before this one.</summary>
    public void HoldUntil(DateTimeOffset moment) => _notBefore = moment > _notBefore ? moment : _notBefore;
}
