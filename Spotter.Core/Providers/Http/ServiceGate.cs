using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>
/// The one rate limiter of a service for the whole process. It spaces requests out, and blocks all requests while the service asks for a
/// pause. A long pause is stored, so that neither a restart nor an impatient user causes another request.
/// </summary>
public sealed class ServiceGate(string kind, RequestPace pace, IServicePauses pauses, TimeProvider clock) : IDisposable
{
    /// <summary>Up to this long a call waits. Beyond it, the call fails with the time of the next try.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RequestWindow _window = new(pace);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ServicePause? _pause;
    private bool _isRead;

    /// <summary>The service.</summary>
    public string Kind => kind;

    /// <summary>Waits until this request may be sent.</summary>
    /// <exception cref="ServicePausedException">The service asked for a pause longer than a call waits.</exception>
    internal async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (await FindPauseAsync(cancellationToken) is { } pause)
        {
            throw new ServicePausedException(pause.Reason, pause.Until);
        }

        TimeSpan wait;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            wait = _window.Take(now) - now;
        }
        finally
        {
            _turn.Release();
        }

        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>The current pause, or null.</summary>
    public async Task<ServicePause?> FindPauseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!_isRead)
            {
                _pause = await pauses.FindAsync(kind, cancellationToken);
                _isRead = true;
            }

            return _pause is { } pause && pause.Until > clock.GetUtcNow() ? pause : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Applies a pause that the service asks for. A short one only slows requests down; a long one is stored.</summary>
    public async Task PauseAsync(TimeSpan wait, Fact reason, CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + wait;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (wait <= Patience)
            {
                _window.HoldUntil(until);
                return;
            }

            var pause = new ServicePause { Kind = kind, Until = until, Reason = reason };
            await pauses.StoreAsync(pause, cancellationToken);
            (_pause, _isRead) = (pause, true);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the pause early.</summary>
    internal async Task EndPauseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await pauses.ForgetAsync(kind, cancellationToken);
            (_pause, _isRead) = (null, true);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
