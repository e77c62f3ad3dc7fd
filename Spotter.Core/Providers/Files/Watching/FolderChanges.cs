namespace Spotter.Core.Providers.Files.Watching;

/// <summary>Waits until changes have ended, so that copying a file in counts as one change and not as a thousand.</summary>
internal sealed class FolderChanges(TimeProvider clock)
{
    /// <summary>How long nothing must have changed. It is longer than the time until a file counts as settled.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>If the changes do not end, the folder is read after this time anyway.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How soon one looks again for a file that somebody was at.</summary>
    private static readonly TimeSpan RetryAfterBusy = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;
    private DateTimeOffset? _retryAt;
    private bool _isMissed;

    public void Note()
    {
        lock (_gate)
        {
            _last = clock.GetUtcNow();
            _first ??= _last;
        }
    }

    /// <summary>A read found a file that is being written.</summary>
    public void NoteBusy()
    {
        lock (_gate)
        {
            _retryAt = clock.GetUtcNow() + RetryAfterBusy;
        }
    }

    /// <summary>A read did not find the folder.</summary>
    public void NoteMissing()
    {
        lock (_gate)
        {
            _isMissed = true;
        }
    }

    /// <summary>The folder exists. If a read has missed it, that is a change: moved back in place, it looks as if it had never been
    /// away.</summary>
    public void NoteThere()
    {
        lock (_gate)
        {
            if (!_isMissed)
            {
                return;
            }

            _isMissed = false;
        }

        Note();
    }

    /// <summary>Whether it is time to read the folder. If so, the changes are forgotten.</summary>
    public bool Take()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (!(_last + Quiet <= now || _first + Longest <= now || _retryAt <= now))
            {
                return false;
            }

            (_first, _last, _retryAt) = (null, null, null);
            return true;
        }
    }
}
