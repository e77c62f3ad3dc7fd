using System.Net;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>
/// An answer that was already parsed and whose text is gone. <see cref="HttpClient"/> loads every content into memory before it returns it:
/// for this one that is a blank, since Refit treats empty content as no answer.
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
