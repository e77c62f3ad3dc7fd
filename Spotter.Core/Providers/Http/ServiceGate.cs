using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>
/// The one limiter of a service for the whole process: it spaces requests out, and keeps everybody away while the service asks for it. A long
/// pause is stored, so that neither a restart nor an impatient user knocks again.
/// </summary>
public sealed class ServiceGate(string kind, RequestPace pace, IServicePauses pauses, TimeProvider clock) : IDisposable
{
    /// <summary>Up to here one waits; beyond, the call fails and says when to come again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly RequestWindow _window = new(pace);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ServicePause? _pause;
    private bool _isRead;

    /// <summary>The service.</summary>
    public string Kind => kind;

    /// <summary>Waits for this request's moment.</summary>
    /// <exception cref="ServicePausedException">The service asked to be left alone for longer than one waits.</exception>
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

    /// <summary>The pause that is in force, or null.</summary>
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

    /// <summary>The service asks to be left alone. A short wait only slows everybody down; a long one is stored.</summary>
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

    /// <summary>Ends the pause before its time.</summary>
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
