using System.Net.Sockets;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>Counts what is sent to a server and sees to it that a fault meets one request of a run, or that one and all after it.</summary>
internal sealed class FaultPlan
{
    private readonly List<string> _sent = [];
    private DemoFault? _next;
    private MatrixFault? _fault;
    private int _at;
    private bool _isLasting;

    /// <summary>Every attempt since the beginning, by method.</summary>
    public IReadOnlyList<string> Sent => _sent;

    /// <summary>How often the fault really happened.</summary>
    public int Fired { get; private set; }

    /// <summary>Begins to count anew; with no fault, to watch.</summary>
    public void Begin(MatrixFault? fault = null, int at = 0, bool isLasting = false)
    {
        _sent.Clear();
        (_fault, _at, _isLasting, Fired, _next) = (fault, at, isLasting, 0, null);
    }

    /// <summary>What the server does to the request that has just come.</summary>
    public DemoFault? Take() => Interlocked.Exchange(ref _next, null);

    /// <summary>The server says that it happened.</summary>
    public void NoteFired() => Fired++;

    /// <summary>Asked before each request, whether there is anybody left to send it.</summary>
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
