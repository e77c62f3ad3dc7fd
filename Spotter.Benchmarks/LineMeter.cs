namespace Spotter.Benchmarks;

/// <summary>The number of bytes sent to and received from the music server, before compression.</summary>
internal sealed class LineMeter
{
    private long _sent;
    private long _received;

    public long Sent => Interlocked.Read(ref _sent);

    public long Received => Interlocked.Read(ref _received);

    public void Clear()
    {
        Interlocked.Exchange(ref _sent, 0);
        Interlocked.Exchange(ref _received, 0);
    }

    internal sealed class Handler(LineMeter meter) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var length = request.Content?.Headers.ContentLength ?? 0;
            Interlocked.Add(ref meter._sent, length + (request.RequestUri?.Query.Length ?? 0));
            var response = await base.SendAsync(request, cancellationToken);
            // No header has its length if the answer was compressed.
            Interlocked.Add(ref meter._received, (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length);
            return response;
        }
    }
}
