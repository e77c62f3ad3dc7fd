using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Spotter.Navidrome.Demo;

/// <summary>
/// Navidrome's server-sent events: that it has started, the progress of scans, what to reload, and a keep-alive every fifteen seconds.
/// There are no events about playlists.
/// </summary>
public sealed class DemoEvents : IDisposable
{
    /// <summary>Navidrome's own interval.</summary>
    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private readonly HashSet<Channel<string>> _listeners = [];
    private readonly TimeProvider _clock;
    private readonly Func<DemoProfile> _profile;
    private readonly ITimer _keepAlive;
    private DateTimeOffset _startedAt;
    private int _lastId;

    internal DemoEvents(TimeProvider clock, Func<DemoProfile> profile)
    {
        _clock = clock;
        _profile = profile;
        _startedAt = clock.GetUtcNow();
        _keepAlive = clock.CreateTimer(
            _ => Tell("keepAlive", new JsonObject { ["ts"] = _clock.GetUtcNow().ToUnixTimeSeconds() }), null, KeepAliveInterval, KeepAliveInterval);
    }

    /// <summary>The number of current listeners.</summary>
    public int Listeners
    {
        get
        {
            lock (_gate)
            {
                return _listeners.Count;
            }
        }
    }

    /// <summary>Whether it sends nothing on open connections, like a proxy that buffers everything (default false).</summary>
    public bool IsSilent { get; set; }

    /// <summary>Closes all connections.</summary>
    public void Drop()
    {
        lock (_gate)
        {
            foreach (var listener in _listeners)
            {
                listener.Writer.TryComplete();
            }

            _listeners.Clear();
        }
    }

    /// <summary>Simulates a restart of the server: all connections close, and its start time changes.</summary>
    public void Restart()
    {
        var now = _clock.GetUtcNow();
        _startedAt = now > _startedAt ? now : _startedAt.AddMilliseconds(1);
        Drop();
    }

    /// <summary>Sends an event to all listeners.</summary>
    /// <param name="name">"scanStatus", "refreshResource"…</param>
    /// <param name="data">The event's data.</param>
    public void Tell(string name, JsonObject data)
    {
        lock (_gate)
        {
            var text = Written(++_lastId, name, data);
            foreach (var listener in IsSilent ? [] : _listeners)
            {
                listener.Writer.TryWrite(text);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _keepAlive.Dispose();
        Drop();
    }

    /// <summary>Serves one listener until it disconnects or is dropped.</summary>
    internal async Task AnswerAsync(HttpContext context)
    {
        var own = Channel.CreateUnbounded<string>();
        lock (_gate)
        {
            _listeners.Add(own);
        }

        try
        {
            context.Response.ContentType = "text/event-stream";
            context.Response.Headers.CacheControl = "no-cache, no-transform";
            if (!IsSilent)
            {
                await SendAsync(context, Written(0, "serverStart", new JsonObject
                {
                    ["startTime"] = DemoNodes.Moment(_startedAt), ["version"] = _profile().ServerVersion,
                }));
            }

            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var text in own.Reader.ReadAllAsync(context.RequestAborted))
            {
                await SendAsync(context, text);
            }
        }
        catch (OperationCanceledException)
        {
            // The listener has disconnected.
        }
        finally
        {
            lock (_gate)
            {
                _listeners.Remove(own);
            }
        }
    }

    private static string Written(int id, string name, JsonObject data) => $"id: {id}\nevent: {name}\ndata: {data.ToJsonString()}\n\n";

    private static async Task SendAsync(HttpContext context, string text)
    {
        await context.Response.WriteAsync(text, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
}
