namespace Spotter.Core.Formats.Text;

/// <summary>Recognises what is no text at all, so that the user reads what they chose and not how a parser stumbled over it.</summary>
internal static class BinaryContent
{
    private static readonly (byte[] Start, string Description)[] Signatures =
    [
        ("PK\x03\x04"u8.ToArray(), "This is an archive, whatever its name says."),
        ([0x1F, 0x8B], "This is a gzip archive. Unpack it and choose the playlist file in it."),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "This is a 7z archive. Unpack it and choose the playlist files in it."),
        ("Rar!"u8.ToArray(), "This is a rar archive. Unpack it and choose the playlist files in it."),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "This is a picture (PNG), not a playlist file."),
        ([0xFF, 0xD8, 0xFF], "This is a picture (JPEG), not a playlist file."),
        ("GIF8"u8.ToArray(), "This is a picture (GIF), not a playlist file."),
        ("RIFF"u8.ToArray(), "This is a sound, film or picture file, not a playlist file."),
        ("ID3"u8.ToArray(), "This is a sound file (MP3), not a playlist file."),
        ("fLaC"u8.ToArray(), "This is a sound file (FLAC), not a playlist file."),
        ("OggS"u8.ToArray(), "This is a sound file (Ogg), not a playlist file."),
        ("%PDF"u8.ToArray(), "This is a PDF document, not a playlist file."),
        (@"{\rtf"u8.ToArray(), "This is a rich text document. Save it as plain text or CSV."),
        ("SQLite format 3"u8.ToArray(), "This is a database, not a playlist file."),
    ];

    /// <summary>What the file is, as a sentence for people, or null where it may be text.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, description) in Signatures)
        {
            // A sound file's short mark may open a text as well ("ID3 tags, artist"): only with bytes that no text has.
            if (bytes.StartsWith(start) && (start.Length > 3 || HasControlBytes(bytes)))
            {
                return description;
            }
        }

        return bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8)
            ? "This is a sound or film file (MP4), not a playlist file."
            : null;
    }

    private static bool HasControlBytes(ReadOnlySpan<byte> bytes)
        => bytes[..Math.Min(bytes.Length, 4_096)].IndexOfAnyInRange((byte)0x00, (byte)0x08) >= 0;
}
