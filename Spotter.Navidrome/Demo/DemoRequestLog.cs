namespace Spotter.Navidrome.Demo;

/// <summary>What the embedded server was asked and which faults met it, for tests that count.</summary>
public sealed class DemoRequestLog
{
    private const int Limit = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<DemoRequest> _requests = new();
    private readonly List<(string Fault, string Method)> _faults = [];

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

    /// <summary>The faults that really happened, oldest first: which, and to which method.</summary>
    public IReadOnlyList<(string Fault, string Method)> Faults
    {
        get
        {
            lock (_gate)
            {
                return [.. _faults];
            }
        }
    }

    /// <summary>How many requests there were of a method.</summary>
    public int CountOf(string method) => Requests.Count(request => request.Method == method);

    /// <summary>How many requests there were that change something.</summary>
    public int Writes => Requests.Count(request => request.IsWrite);

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _faults.Clear();
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

    internal void Add(DemoFault fault, DemoRequest request)
    {
        lock (_gate)
        {
            _faults.Add((fault.Name, request.Method));
        }
    }
}
