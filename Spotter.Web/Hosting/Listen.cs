namespace Spotter.Web.Hosting;

/// <summary>One stream to one browser. It ends when the browser goes away, when the same user hears something else, after
/// <see cref="Listens.Longest"/>, or when the process stops.</summary>
public sealed class Listen : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _end;

    internal Listen(TimeProvider clock, CancellationToken aborted, CancellationToken stopping)
    {
        _time = new CancellationTokenSource(Listens.Longest, clock);
        _end = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping, _time.Token);
        Ended = _end.Token;
    }

    /// <summary>Signals the end.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Ends it.</summary>
    public void End()
    {
        try
        {
            _end.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose()
    {
        _end.Dispose();
        _time.Dispose();
    }
}
