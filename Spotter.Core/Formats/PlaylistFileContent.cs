using Spotter.Core.Formats.Readers;


namespace Spotter.Core.Formats;

/// <summary>A file as the formats look at it: the same bytes as text and, on demand, as a table.</summary>
internal sealed class PlaylistFileContent(byte[] bytes, string text, string fileName)
{
    private readonly Lazy<CsvTable?> _table = new(() => CsvTable.Open(text));
    private readonly Lazy<JsonText> _json = new(() => JsonText.Open(text));

    public byte[] Bytes => bytes;

    public string Text => text;

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
            return extension.Length is > 0 and <= 5 && extension.All(char.IsAsciiLetterOrDigit) && extension.Any(char.IsAsciiLetter)
                ? extension.ToLowerInvariant()
                : "";
        }
    }

    /// <summary>The text as a table with a header, or null where its first line cannot be one.</summary>
    public CsvTable? Table => _table.Value;

    /// <summary>The text as JSON, or null where it does not begin like it. What begins with a bracket may be a text too: there the extension decides.</summary>
    public JsonText? Json => Extension is not ("m3u" or "m3u8")
        && (FirstVisibleCharacter == '{' || (FirstVisibleCharacter == '[' && Extension is "json" or "jspf"))
            ? _json.Value
            : null;

    public char FirstVisibleCharacter => text.FirstOrDefault(c => !char.IsWhiteSpace(c));
}
