using System.Net.Sockets;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>Counts the requests to a server, and causes a fault at one request of a run, or at that one and all after it.</summary>
internal sealed class FaultPlan
{
    private readonly List<string> _sent = [];
    private DemoFault? _next;
    private MatrixFault? _fault;
    private int _at;
    private bool _isLasting;

    /// <summary>The methods of all attempts so far.</summary>
    public IReadOnlyList<string> Sent => _sent;

    /// <summary>How many times the fault really happened.</summary>
    public int Fired { get; private set; }

    /// <summary>Starts counting from zero. Without a fault it only observes.</summary>
    public void Begin(MatrixFault? fault = null, int at = 0, bool isLasting = false)
    {
        _sent.Clear();
        (_fault, _at, _isLasting, Fired, _next) = (fault, at, isLasting, 0, null);
    }

    /// <summary>What the server does to the request that has just arrived.</summary>
    public DemoFault? Take() => Interlocked.Exchange(ref _next, null);

    /// <summary>Called by the server when the fault happened.</summary>
    public void NoteFired() => Fired++;

    /// <summary>Called before each request. It throws if the sender is no longer alive.</summary>
    public Action Before { get; set; } = () => { };

    /// <summary>The outermost end of the line to the server.</summary>
    public DelegatingHandler Line() => new FaultyLine(this);

    private void Send(string method)
    {
        Before();
        var number = _sent.Count;
        _sent.Add(method);
        if (_fault is null || (_isLasting ? number < _at : number != _at))
        {
            return;
        }

        if (_fault.Make is not { } make)
        {
            Fired++;
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused", new SocketException((int)SocketError.ConnectionRefused));
        }

        _next = make();
    }

    private sealed class FaultyLine(FaultPlan plan) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            plan.Send(SubsonicMethod.NameOf(request));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
