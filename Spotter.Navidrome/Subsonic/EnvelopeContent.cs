using System.Net;
using System.Text.Json;
using Spotter.Navidrome.Subsonic.Json;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>An answer that was read and believed already; its text is gone.</summary>
internal sealed class EnvelopeContent(SubsonicEnvelope envelope) : HttpContent
{
    public SubsonicEnvelope Envelope { get; } = envelope;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => JsonSerializer.SerializeAsync(stream, Envelope, SubsonicJson.Options);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
