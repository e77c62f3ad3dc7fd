using System.Collections.Concurrent;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// Limits the calls to a server at the same time: four, of which one may change something. A server that hangs delays only its own calls.
/// Sign-ins, songs that somebody wants to hear, and the pictures of a page do not wait behind syncs.
/// </summary>
internal sealed class SubsonicTraffic
{
    /// <summary>The maximum number of calls to one server at a time.</summary>
    public const int Limit = 4;

    private readonly ConcurrentDictionary<string, Lanes> _servers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for its turn, then sends.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        var method = SubsonicMethod.NameOf(request);
        if (method is "ping" or "getUser" or SubsonicMethod.Stream)
        {
            return await send();
        }

        var lanes = _servers.GetOrAdd(request.RequestUri?.Authority ?? "", _ => new Lanes());
        if (method == SubsonicMethod.Cover)
        {
            return await InTurnAsync(lanes.Covers, send, cancellationToken);
        }

        return SubsonicMethod.IsWrite(request)
            // A write first queues among the writes, so that waiting writes do not delay reads.
            ? await InTurnAsync(lanes.Writes, () => InTurnAsync(lanes.Calls, send, cancellationToken), cancellationToken)
            : await InTurnAsync(lanes.Calls, send, cancellationToken);
    }

    private static async Task<HttpResponseMessage> InTurnAsync(SemaphoreSlim lane, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        await lane.WaitAsync(cancellationToken);
        try
        {
            return await send();
        }
        finally
        {
            lane.Release();
        }
    }

    private sealed class Lanes
    {
        public SemaphoreSlim Calls { get; } = new(Limit);

        public SemaphoreSlim Writes { get; } = new(1);

        public SemaphoreSlim Covers { get; } = new(Limit);
    }
}
