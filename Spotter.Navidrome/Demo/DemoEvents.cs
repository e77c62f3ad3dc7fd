using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Spotter.Navidrome.Demo;

/// <summary>
/// What Navidrome tells whoever listens: that it has started, how a scan goes, what to read again, and every fifteen seconds that
/// it is still there. Nothing is told of playlists.
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

    /// <summary>How many listen at this moment.</summary>
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

    /// <summary>Whether it tells nothing, its connections open: as a proxy that keeps everything back (default false).</summary>
    public bool IsSilent { get; set; }

    /// <summary>Ends all connections.</summary>
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

    /// <summary>As if the server had been started again: all connections end, and the moment of its start is another.</summary>
    public void Restart()
    {
        var now = _clock.GetUtcNow();
        _startedAt = now > _startedAt ? now : _startedAt.AddMilliseconds(1);
        Drop();
    }

    /// <summary>Tells all who listen.</summary>
    /// <param name="name">"scanStatus", "refreshResource"…</param>
    /// <param name="data">What about it.</param>
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

    /// <summary>Answers one listener, until it goes or is dropped.</summary>
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
            // The listener has gone.
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
