using System.Net;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// An answer that was read and believed already; its text is gone. <see cref="HttpClient"/> loads every content into memory before it hands it out: of
/// this one that is a blank, since Refit takes nothing at all for no answer.
/// </summary>
internal sealed class EnvelopeContent(SubsonicEnvelope envelope) : HttpContent
{
    private static readonly byte[] Blank = " "u8.ToArray();

    public SubsonicEnvelope Envelope { get; } = envelope;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Blank).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = Blank.Length;
        return true;
    }
}
