using System.Text;
using Microsoft.JSInterop;

namespace Spotter.Tests.Web.Components.Pages.Sources;

/// <summary>A text in pieces, as the browser sends it.</summary>
internal sealed class StreamedText(string text) : IJSStreamReference
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text);

    public long Length => _bytes.Length;

    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512_000, CancellationToken cancellationToken = default)
        => _bytes.Length <= maxAllowedSize
            ? ValueTask.FromResult<Stream>(new MemoryStream(_bytes, writable: false))
            : throw new ArgumentOutOfRangeException(nameof(maxAllowedSize));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
