using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>Recognises files that are not text, so that the message names what the user chose and not where a parser failed.</summary>
internal static class BinaryContent
{
    private static readonly (byte[] Start, Fact What)[] Signatures =
    [
        ("PK\x03\x04"u8.ToArray(), new Fact.DisguisedArchive()),
        ([0x1F, 0x8B], new Fact.PackedFile("gzip")),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], new Fact.PackedFile("7z")),
        ("Rar!"u8.ToArray(), new Fact.PackedFile("rar")),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], new Fact.PictureFile("PNG")),
        ([0xFF, 0xD8, 0xFF], new Fact.PictureFile("JPEG")),
        ("GIF8"u8.ToArray(), new Fact.PictureFile("GIF")),
        ("RIFF"u8.ToArray(), new Fact.MediaFile()),
        ("ID3"u8.ToArray(), new Fact.SoundFile("MP3")),
        ("fLaC"u8.ToArray(), new Fact.SoundFile("FLAC")),
        ("OggS"u8.ToArray(), new Fact.SoundFile("Ogg")),
        ("%PDF"u8.ToArray(), new Fact.DocumentFile("PDF")),
        (@"{\rtf"u8.ToArray(), new Fact.RichTextFile()),
        ("SQLite format 3"u8.ToArray(), new Fact.DatabaseFile()),
    ];

    /// <summary>What the file is, or null if it may be text.</summary>
    public static Fact? Describe(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, what) in Signatures)
        {
            // A text may begin with the same three letters as an audio file ("ID3 tags, artist"), but it contains no control bytes.
            if (bytes.StartsWith(start) && (start.Length > 3 || HasControlBytes(bytes)))
            {
                return what;
            }
        }

        return bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8)
            ? new Fact.FilmFile("MP4")
            : null;
    }

    private static bool HasControlBytes(ReadOnlySpan<byte> bytes)
        => bytes[..Math.Min(bytes.Length, 4_096)].IndexOfAnyInRange((byte)0x00, (byte)0x08) >= 0;
}
