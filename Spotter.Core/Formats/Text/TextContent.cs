using System.Text;
using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>Decodes the bytes of a text file, in any encoding.</summary>
internal static class TextContent
{
    // Encodings are named at the beginning of a file.
    private const int BytesOfHead = 4_096;

    private const int BytesToGuessBy = 40_000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without a byte order mark.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="codePage">The code page that the user chose for text that is not Unicode. Null detects it.</param>
    /// <exception cref="PlaylistFileException">The bytes are not text.</exception>
    public static DecodedText Decode(byte[] bytes, string? codePage = null)
    {
        var chosen = CodePages.Find(codePage) is { } said ? (codePage!, said) : ((string Name, Encoding Encoding)?)null;
        if ((Marked(bytes) ?? Wide(bytes)) is var (encoding, skip))
        {
            return WithoutZeros(TryDecode(encoding, bytes.AsSpan(skip)) is { } text ? new(text, null, []) : ByLine(bytes, skip, chosen));
        }

        // Valid UTF-8 is decoded as such, even if the user chose a code page for an older file of the same playlist.
        return WithoutZeros(TryDecode(StrictUtf8, bytes) is { } utf8 ? new(utf8, null, [])
            : chosen is null && NamedIn(bytes) is var (name, named) ? new(named.GetString(bytes), null, []) { CodePage = name }
            : ByLine(bytes, 0, chosen));
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>
    /// Decodes text that is not all UTF-8: in a code page, or joined from files in both. A line that is valid UTF-8 beyond ASCII is hardly
    /// ever a coincidence, since text in a code page rarely is valid UTF-8.
    /// </summary>
    private static DecodedText ByLine(byte[] bytes, int start, (string Name, Encoding Encoding)? chosen)
    {
        var foreign = new List<byte>();
        var (utf8Lines, otherLines) = (0, 0);
        for (var at = start; at < bytes.Length;)
        {
            var line = LineAt(bytes, at);
            if (!IsAscii(line))
            {
                var isUtf8 = System.Text.Unicode.Utf8.IsValid(line);
                utf8Lines += isUtf8 ? 1 : 0;
                otherLines += isUtf8 ? 0 : 1;
                if (!isUtf8 && foreign.Count < BytesToGuessBy)
                {
                    foreign.AddRange(line[..Math.Min(line.Length, BytesToGuessBy)]);
                }
            }

            at += line.Length;
        }

        if (utf8Lines < otherLines)
        {
            var (name, encoding) = chosen ?? CodePages.Guess(NonAsciiLines(bytes.AsSpan(start)));
            return new(encoding.GetString(bytes, start, bytes.Length - start), chosen is null ? name : null, []) { CodePage = name };
        }

        var (guess, page) = chosen ?? CodePages.Guess(foreign.ToArray());
        var text = new StringBuilder(bytes.Length);
        for (var at = start; at < bytes.Length;)
        {
            var line = LineAt(bytes, at);
            text.Append(System.Text.Unicode.Utf8.IsValid(line) ? StrictUtf8.GetString(line) : page.GetString(line));
            at += line.Length;
        }

        return new(text.ToString(), chosen is null ? guess : null, [new Fact.LinesRecoded(otherLines, guess)]) { CodePage = guess };
    }

    private static byte[] NonAsciiLines(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<byte>();
        for (var at = 0; at < bytes.Length && lines.Count < BytesToGuessBy;)
        {
            var line = LineAt(bytes, at);
            if (!IsAscii(line))
            {
                lines.AddRange(line[..Math.Min(line.Length, BytesToGuessBy)]);
            }

            at += line.Length;
        }

        return [.. lines];
    }

    /// <summary>The line that begins at an index, with its line break.</summary>
    private static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> bytes, int at)
    {
        var rest = bytes[at..];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        return end < 0 ? rest : rest[..(end + 1)];
    }

    private static bool IsAscii(ReadOnlySpan<byte> bytes) => System.Text.Ascii.IsValid(bytes);

    /// <summary>The encoding that an M3U names: "#EXTENC: windows-1251".</summary>
    private static (string Name, Encoding Encoding)? NamedIn(byte[] bytes)
    {
        const string key = "#EXTENC:";
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, BytesOfHead));
        var at = head.IndexOf(key, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || (at > 0 && head[at - 1] is not ('\n' or '\r')))
        {
            return null;
        }

        var name = head.AsSpan(at + key.Length);
        var end = name.IndexOfAny('\r', '\n');
        // UTF-8 has already been tried.
        var written = name[..(end < 0 ? name.Length : end)].Trim().ToString();
        return CodePages.Find(written) is { CodePage: not 65001 } encoding ? (written, encoding) : null;
    }

    /// <summary>Removes single zero bytes, which old programs leave in tables. A file with many of them, or with other control bytes, is not
    /// text.</summary>
    private static DecodedText WithoutZeros(DecodedText decoded)
    {
        const int mostInHundred = 3;
        var text = decoded.Text;
        var zero = text.IndexOf('\0', StringComparison.Ordinal);
        if (zero < 0)
        {
            return decoded;
        }

        var zeros = text.AsSpan().Count('\0');
        return (long)zeros * 100 <= (long)text.Length * mostInHundred && text.AsSpan().IndexOfAnyInRange('\u0001', '\u0008') < 0
            ? decoded with
            {
                Text = text.Replace("\0", "", StringComparison.Ordinal),
                Remarks = [.. decoded.Remarks, new Fact.ZeroBytesDropped(zeros)],
            }
            : throw new PlaylistFileException(new Fact.BinaryFile(), LineNumbers.At(text, zero))
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
    }

    private static (Encoding Encoding, int Skip)? Marked(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (StrictUtf8, 3),
        // Before UTF-16: its little-endian mark is the first half of this one.
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>Recognises UTF-16 without a byte order mark: every second byte of its Latin letters, separators and line breaks is zero.</summary>
    private static (Encoding Encoding, int Skip)? Wide(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4_096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var quarter = Math.Max(1, sample.Length / 8);
        return even == 0 && odd >= quarter ? (Encoding.Unicode, 0)
            : odd == 0 && even >= quarter ? (Encoding.BigEndianUnicode, 0)
            : null;
    }
}
