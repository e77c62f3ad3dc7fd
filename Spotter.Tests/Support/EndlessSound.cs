using Microsoft.AspNetCore.Http;

namespace Spotter.Tests.Support;

/// <summary>A music server's answer that never ends: audio, until whoever asked has gone away.</summary>
internal sealed class EndlessSound : IResult
{
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sent;

    /// <summary>Completes when the first bytes have been sent.</summary>
    public Task Begun => _begun.Task;

    /// <summary>Completes when the call was ended from the other side.</summary>
    public Task Gone => _gone.Task;

    /// <summary>The bytes that the other side has taken so far.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "audio/mpeg";
        httpContext.RequestAborted.Register(_gone.SetResult);
        var piece = new byte[16 * 1024];
        try
        {
            while (true)
            {
                await httpContext.Response.Body.WriteAsync(piece, httpContext.RequestAborted);
                Interlocked.Add(ref _sent, piece.Length);
                _begun.TrySetResult();
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // The other side is gone.
        }
    }
}
