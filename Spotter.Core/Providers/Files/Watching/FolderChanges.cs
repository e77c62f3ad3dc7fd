namespace Spotter.Core.Providers.Files.Watching;

/// <summary>Waits until what changes has come to rest: a file that is copied in is one change and not a thousand.</summary>
internal sealed class FolderChanges(TimeProvider clock)
{
    /// <summary>How long nothing may have happened; longer than a file takes to count as settled.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    /// <summary>Where it never comes to rest one looks all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>How soon one looks again for a file that somebody was at.</summary>
    private static readonly TimeSpan RetryAfterBusy = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;
    private DateTimeOffset? _retryAt;

    /// <summary>Something changed.</summary>
    public void Note()
    {
        lock (_gate)
        {
            _last = clock.GetUtcNow();
            _first ??= _last;
        }
    }

    /// <summary>A look found a file that somebody was at.</summary>
    public void NoteBusy()
    {
        lock (_gate)
        {
            _retryAt = clock.GetUtcNow() + RetryAfterBusy;
        }
    }

    /// <summary>Whether it is time to look; then it is forgotten.</summary>
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
