namespace Spotter.Navidrome.Demo;

/// <summary>The requests to the embedded server and the faults that they met, for tests that count.</summary>
public sealed class DemoRequestLog
{
    private const int Limit = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<DemoRequest> _requests = new();
    private readonly List<(string Fault, string Method)> _faults = [];

    /// <summary>The last ten thousand requests, oldest first.</summary>
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

    /// <summary>The faults that really happened, oldest first, each with the method that it hit.</summary>
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

    /// <summary>The number of requests of a method.</summary>
    public int CountOf(string method) => Requests.Count(request => request.Method == method);

    /// <summary>The number of requests that change something.</summary>
    public int Writes => Requests.Count(request => request.IsWrite);

    /// <summary>Clears the log.</summary>
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
