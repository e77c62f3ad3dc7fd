namespace Spotter.Navidrome.Demo;

/// <summary>What the embedded server was asked, for tests that count.</summary>
public sealed class DemoRequestLog
{
    private const int Limit = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<DemoRequest> _requests = new();

    /// <summary>The requests, oldest first; the last ten thousand.</summary>
    public IReadOnlyList<DemoRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>How many requests there were of a method.</summary>
    public int CountOf(string method) => Requests.Count(request => request.Method == method);

    /// <summary>How many requests there were that change something.</summary>
    public int Writes => Requests.Count(request => request.Method is "createPlaylist" or "updatePlaylist" or "deletePlaylist");

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }

    internal void Add(DemoRequest request)
    {
        lock (_gate)
        {
            _requests.Enqueue(request);
            if (_requests.Count > Limit)
            {
                _requests.Dequeue();
            }
        }
    }
}
