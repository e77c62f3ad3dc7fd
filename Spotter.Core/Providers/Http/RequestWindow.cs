namespace Spotter.Core.Providers.Http;

/// <summary>Gives each request its moment under a <see cref="RequestPace"/>. Pure but for what it remembers; not safe for several threads.</summary>
internal sealed class RequestWindow(RequestPace pace)
{
    private readonly Queue<DateTimeOffset> _moments = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    /// <summary>Takes the next free moment, now or later.</summary>
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

    /// <summary>Gives out no moment before this one.</summary>
    public void HoldUntil(DateTimeOffset moment) => _notBefore = moment > _notBefore ? moment : _notBefore;
}
