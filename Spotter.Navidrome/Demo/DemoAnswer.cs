using System.Globalization;

namespace Spotter.Navidrome.Demo;

/// <summary>An answer as it is sent.</summary>
internal sealed record DemoAnswer(int StatusCode, string ContentType, byte[] Body)
{
    private const int PieceBytes = 16 * 1024;

    private DemoSound? _sound;
    private long _from;

    /// <summary>The content encoding of the body, or null.</summary>
    public string? Encoding { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; private init; } = [];

    /// <summary>The length of the body.</summary>
    public long Length { get; private init; } = Body.Length;

    /// <summary>Whether the length is sent before the body.</summary>
    public bool IsLengthKnown { get; private init; } = true;

    /// <summary>A song, or a part of it.</summary>
    public static DemoAnswer Of(DemoStreamReply reply)
    {
        var (sound, length) = (reply.Sound, reply.Sound.Length);
        (string, string) duration = ("X-Content-Duration", reply.Song.DurationSeconds.ToString(CultureInfo.InvariantCulture));
        if (reply.IsConverted)
        {
            return new(200, reply.ContentType, []) { _sound = sound, Length = length, IsLengthKnown = false, Headers = [duration, ("Accept-Ranges", "none")] };
        }

        if (reply.Range is not (var from, var to))
        {
            return new(200, reply.ContentType, []) { _sound = sound, Length = length, Headers = [duration, ("Accept-Ranges", "bytes")] };
        }

        return from >= length || to < from
            ? new(416, "text/plain; charset=utf-8", System.Text.Encoding.ASCII.GetBytes("invalid range: failed to overlap\n")) { Headers = [("Content-Range", Text($"bytes */{length}"))] }
            : new(206, reply.ContentType, [])
            {
                _sound = sound,
                _from = from,
                Length = to - from + 1,
                Headers = [duration, ("Accept-Ranges", "bytes"), ("Content-Range", Text($"bytes {from}-{to}/{length}"))],
            };
    }

    /// <summary>Writes the beginning of the body, however long it is.</summary>
    public async Task WriteAsync(Stream wire, long length, CancellationToken cancellationToken)
    {
        if (_sound is null)
        {
            await wire.WriteAsync(Body.AsMemory(0, (int)length), cancellationToken);
            return;
        }

        var piece = new byte[PieceBytes];
        for (var at = 0L; at < length; at += PieceBytes)
        {
            var count = (int)Math.Min(PieceBytes, length - at);
            _sound.Read(_from + at, piece.AsSpan(0, count));
            await wire.WriteAsync(piece.AsMemory(0, count), cancellationToken);
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
