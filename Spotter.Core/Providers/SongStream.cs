namespace Spotter.Core.Providers;

/// <summary>A song, or a part of its file, as the server sends it. Disposing it ends the call.</summary>
/// <param name="content">The bytes, as they arrive.</param>
/// <param name="call">What to dispose besides: the server's answer.</param>
public sealed class SongStream(Stream content, IDisposable call) : IAsyncDisposable
{
    /// <summary>The media type, always one of audio.</summary>
    public required string ContentType { get; init; }

    /// <summary>The number of bytes in <see cref="Content"/>, or null if the server does not know it.</summary>
    public long? Length { get; init; }

    /// <summary>The first and last byte of <see cref="Content"/> within the file, or null if it is the whole file.</summary>
    public (long First, long Last)? Part { get; init; }

    /// <summary>The length of the whole file in bytes, or null if it is unknown.</summary>
    public long? FileLength { get; init; }

    /// <summary>Whether the range lies outside the file, so that there is no content.</summary>
    public bool IsOutside { get; init; }

    /// <summary>The bytes, as they arrive. Reading fails with an <see cref="IOException"/> or <see cref="HttpRequestException"/> if the
    /// connection breaks.</summary>
    public Stream Content { get; } = content;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        call.Dispose();
    }
}
