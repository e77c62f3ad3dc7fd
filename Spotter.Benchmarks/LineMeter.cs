namespace Spotter.Benchmarks;

/// <summary>How many bytes of content go over the line to the music server and come back, before anything is compressed.</summary>
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
            // Its length is in no header where the answer came compressed.
            Interlocked.Add(ref meter._received, (await response.Content.ReadAsByteArrayAsync(cancellationToken)).Length);
            return response;
        }
    }
}
