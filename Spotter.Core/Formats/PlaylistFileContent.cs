using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats;

/// <summary>A file as the formats look at it: the same bytes as text and, on demand, as a table.</summary>
internal sealed class PlaylistFileContent(byte[] bytes, DecodedText decoded, string fileName, Stream? whole = null)
{
    private readonly Lazy<CsvTable?> _table = new(() => CsvTable.Open(decoded.Text));
    private readonly Lazy<JsonText> _json = new(() => JsonText.Open(decoded.Text));

    public byte[] Bytes => bytes;

    /// <summary>The file where it is too large for the memory, and only its head stands in <see cref="Text"/>; else null.</summary>
    public Stream? Whole => whole;

    public string Text => decoded.Text;

    /// <summary>The name of the outermost element, or null where the text is no XML.</summary>
    public string? XmlRoot => field ??= FirstVisibleCharacter == '<' ? PlaylistXml.RootOf(Text) : null;

    /// <summary>The code page that had to be guessed, or null.</summary>
    public string? GuessedCodePage => NamesItself ? null : decoded.GuessedCodePage;

    /// <summary>The code page that it is in, whoever named it; null for Unicode, and for what names it as XML does.</summary>
    public string? CodePage => NamesItself ? null : decoded.CodePage;

    /// <summary>The file, to be read once more in other letters; null where they are certain.</summary>
    public UndecodedFile? Undecoded => field ??= CodePage is null || bytes.Length == 0 ? null : new UndecodedFile(bytes, FileName);

    /// <summary>How the bytes became text.</summary>
    public DecodedText Decoded => decoded;

    /// <summary>Whether the bytes begin with the mark of UTF-8.</summary>
    public bool HasByteOrderMark => bytes is [0xEF, 0xBB, 0xBF, ..];

    /// <summary>The file's name without the folders that some browsers send before it.</summary>
    public string FileName { get; } = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>The name without its extension. What follows the last dot of "Vol. 2" is no extension.</summary>
    public string Stem => Extension.Length > 0 ? FileName[..^(Extension.Length + 1)] : FileName;

    /// <summary>The extension in lower case without its dot, or empty.</summary>
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

    /// <summary>The text as a table with a header, or null where its first line cannot be one.</summary>
    public CsvTable? Table => _table.Value;

    /// <summary>The text as JSON, or null where it does not begin like it. What begins with a bracket may be a text too: there the extension decides.</summary>
    public JsonText? Json => Extension is not ("m3u" or "m3u8" or "pls")
        && (FirstVisibleCharacter == '{' || (FirstVisibleCharacter == '[' && (Extension is "json" or "jspf" || IsListOfObjects)))
            ? _json.Value
            : null;

    private bool NamesItself => XmlRoot is not null && PlaylistXml.NamesEncoding(Text);

    private bool IsListOfObjects => Text.AsSpan().TrimStart()[1..].TrimStart() is ['{', ..];

    public char FirstVisibleCharacter => Text.FirstOrDefault(c => !char.IsWhiteSpace(c));
}
