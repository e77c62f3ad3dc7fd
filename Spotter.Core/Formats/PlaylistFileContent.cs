using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats;

/// <summary>A file as the formats see it: its bytes, the text and, on demand, the text as a table or as JSON.</summary>
internal sealed class PlaylistFileContent(byte[] bytes, DecodedText decoded, string fileName, Stream? whole = null)
{
    private readonly Lazy<CsvTable?> _table = new(() => CsvTable.Open(decoded.Text));
    private readonly Lazy<JsonText> _json = new(() => JsonText.Open(decoded.Text));

    public byte[] Bytes => bytes;

    /// <summary>The file, if it is too large for memory. Then <see cref="Text"/> contains only its beginning. Otherwise null.</summary>
    public Stream? Whole => whole;

    public string Text => decoded.Text;

    /// <summary>The name of the root element, or null if the text is not XML.</summary>
    public string? XmlRoot => field ??= FirstVisibleCharacter == '<' ? PlaylistXml.RootOf(Text) : null;

    /// <summary>The guessed code page, or null if nothing was guessed.</summary>
    public string? GuessedCodePage => NamesItself ? null : decoded.GuessedCodePage;

    /// <summary>The code page that it was decoded with, whether guessed or named. Null for Unicode, and for XML that declares its encoding.</summary>
    public string? CodePage => NamesItself ? null : decoded.CodePage;

    /// <summary>The bytes, to decode them again in another code page. Null if the encoding is certain.</summary>
    public UndecodedFile? Undecoded => field ??= CodePage is null || bytes.Length == 0 ? null : new UndecodedFile(bytes, FileName);

    /// <summary>The decoded text and how it was decoded.</summary>
    public DecodedText Decoded => decoded;

    /// <summary>Whether the bytes begin with the UTF-8 byte order mark.</summary>
    public bool HasByteOrderMark => bytes is [0xEF, 0xBB, 0xBF, ..];

    /// <summary>The file name without the path that some browsers send.</summary>
    public string FileName { get; } = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>The file name without its extension. What follows the dot in "Vol. 2" is not an extension.</summary>
    public string Stem => Extension.Length > 0 ? FileName[..^(Extension.Length + 1)] : FileName;

    /// <summary>The extension in lower case without the dot, or empty.</summary>
    public string Extension
    {
        get
        {
            var dot = FileName.LastIndexOf('.');
            var extension = dot > 0 ? FileName[(dot + 1)..] : "";
            return (extension.Length is > 0 and <= 5 || extension.Equals("vdjfolder", StringComparison.OrdinalIgnoreCase)) && extension.All(char.IsAsciiLetterOrDigit) && extension.Any(char.IsAsciiLetter)
                ? extension.ToLowerInvariant()
                : "";
        }
    }

    /// <summary>The text as a table with a header, or null if its first line cannot be one.</summary>
    public CsvTable? Table => _table.Value;

    /// <summary>The text as JSON, or null if it does not begin like JSON. A text that begins with a bracket may be something else: then the
    /// extension decides.</summary>
    public JsonText? Json => Extension is not ("m3u" or "m3u8" or "pls")
        && (FirstVisibleCharacter == '{' || (FirstVisibleCharacter == '[' && (Extension is "json" or "jspf" || IsListOfObjects)))
            ? _json.Value
            : null;

    private bool NamesItself => XmlRoot is not null && PlaylistXml.NamesEncoding(Text);

    private bool IsListOfObjects => Text.AsSpan().TrimStart()[1..].TrimStart() is ['{', ..];

    public char FirstVisibleCharacter => Text.FirstOrDefault(c => !char.IsWhiteSpace(c));
}
