using System.Text;

namespace Spotter.Core.Formats.Text;

/// <summary>Turns the bytes of a text file into text, whichever encoding it was saved in.</summary>
internal static class TextContent
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Latin-1 as Windows writes it: where the two differ, Latin-1 has control characters that no playlist holds.
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, without a byte order mark.</summary>
    /// <exception cref="PlaylistFileException">The bytes are no text.</exception>
    public static string Decode(byte[] bytes)
    {
        var (encoding, skip) = Marked(bytes) ?? (Unmarked(bytes), 0);
        string text;
        try
        {
            text = encoding.GetString(bytes, skip, bytes.Length - skip);
        }
        catch (DecoderFallbackException)
        {
            text = Western.GetString(bytes, skip, bytes.Length - skip);
        }

        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        return zero < 0
            ? text
            : throw new PlaylistFileException(
                "this is a binary file: it holds zero bytes, which no text has. Expected a playlist as text (CSV, M3U, XSPF or JSPF).",
                LineNumbers.At(text, zero))
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
    }

    private static (Encoding Encoding, int Skip)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        // Before UTF-16, whose little-endian mark is the first half of this one.
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>UTF-16 without its mark shows by zero bytes in every second place of its Latin letters, separators and line ends.</summary>
    private static Encoding Unmarked(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4_096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var quarter = Math.Max(1, sample.Length / 8);
        return even == 0 && odd >= quarter ? Encoding.Unicode
            : odd == 0 && even >= quarter ? Encoding.BigEndianUnicode
            : StrictUtf8;
    }
}
