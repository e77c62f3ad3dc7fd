using System.Globalization;
using System.Text;
using System.Xml;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>XML as playlists have it, read node by node: no entities, no deep nesting, no text without end.</summary>
internal sealed class PlaylistXml : IDisposable
{
    // The formats need at most a dozen levels; hostile files nest by the million.
    private const int DeepestElement = 64;

    private static readonly System.Buffers.SearchValues<char> EndsOfName = System.Buffers.SearchValues.Create(" \t\r\n/>");

    private readonly XmlReader _reader;
    private readonly string _format;
    private bool _isHeld;

    private PlaylistXml(XmlReader reader, string format) => (_reader, _format) = (reader, format);

    /// <summary>The name of the element that the reader stands at, without its prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>How many elements are around this one.</summary>
    public int Depth => _reader.Depth;

    /// <summary>Whether it stands at the beginning of an element.</summary>
    public bool IsElement => _reader.NodeType == XmlNodeType.Element;

    /// <summary>Whether the element ends where it begins.</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>The 1-based line.</summary>
    public int Line => _reader is IXmlLineInfo info && info.HasLineInfo() ? Math.Max(1, info.LineNumber) : 1;

    /// <summary>The name of the outermost element of a text, or null where it is no XML. Nothing is parsed for that.</summary>
    public static string? RootOf(string text)
    {
        var rest = text.AsSpan().TrimStart();
        while (rest is ['<', ..])
        {
            // A declaration, a comment, a document type: as long as there is none with a list of entities, it ends at the first bracket.
            if (rest is not ['<', '?' or '!', ..])
            {
                var name = rest[1..];
                var end = name.IndexOfAny(EndsOfName);
                name = name[..Math.Min(end < 0 ? name.Length : end, 60)];
                return name[(name.IndexOf(':') + 1)..].ToString();
            }

            var close = rest.StartsWith("<!--") ? rest.IndexOf("-->") + 2 : rest.IndexOf('>');
            if (close < 2)
            {
                return "";
            }

            rest = rest[(close + 1)..].TrimStart();
        }

        return null;
    }

    /// <summary>Reads a file with what the format makes of it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="format">The proper name of what it is: "XSPF", "rekordbox".</param>
    /// <param name="read">The format; it is handed the reader before the first element.</param>
    /// <param name="drafts">What the format fills; it also gets what had to be done to the file.</param>
    /// <param name="allowsDocumentType">Whether the format's files name a document type, as Apple's do. It is skipped, and what it declares is not known.</param>
    /// <exception cref="PlaylistFileException">It is broken.</exception>
    public static void Read(PlaylistFileContent content, string format, Action<PlaylistXml> read, PlaylistDrafts drafts, bool allowsDocumentType = false)
    {
        try
        {
            Read(Whole(content), content, format, read, allowsDocumentType);
        }
        catch (XmlException) when (content.Whole is null && XmlRepair.Mend(content.Text) is var (mended, remark))
        {
            drafts.Forget();
            drafts.Remarks.Add(remark);
            Read(new StringReader(mended), content, format, read, allowsDocumentType);
        }
    }

    /// <summary>Goes on to the next element within the one at this depth; false at its end.</summary>
    public bool ReadWithin(int depth)
    {
        while (Advance())
        {
            RefuseDepth();
            if (_reader.Depth <= depth && _reader.NodeType is XmlNodeType.EndElement or XmlNodeType.Element)
            {
                // The one at this depth was empty: this is the next one, and not to be lost.
                _isHeld = IsElement;
                return false;
            }

            if (IsElement)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on to the next element anywhere; false at the end of the file.</summary>
    public bool ReadNext() => ReadWithin(-1);

    /// <summary>An attribute, bounded like any value; null where there is none.</summary>
    public string? Attribute(string name)
    {
        var value = _reader.GetAttribute(name);
        if (value is not null)
        {
            FieldText.RefuseLongField(value.Length, Line, name);
        }

        return value;
    }

    /// <summary>The text of the element; the reader then stands at its end.</summary>
    public string Text()
    {
        if (IsEmpty)
        {
            return "";
        }

        var (line, name, depth) = (Line, Name, Depth);
        var text = new StringBuilder();
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                var length = text.Length + _reader.Value.Length;
                if (FieldText.IsTooLong(length))
                {
                    throw new PlaylistFileException(new Fact.ElementTooLong(name, length, PlaylistFileLimits.MaxCellLength), line);
                }

                text.Append(_reader.Value);
            }

            RefuseDepth();
        }

        return text.ToString();
    }

    public void Dispose() => _reader.Dispose();

    private bool Advance()
    {
        if (_isHeld)
        {
            _isHeld = false;
            return true;
        }

        return _reader.Read();
    }

    // The bytes and not the text: XML names its encoding itself. Where it does not, and is not in UTF-8 either, the text was found out already.
    private static object Whole(PlaylistFileContent content)
        => content.Whole is { } large ? large
            : content.Bytes.Length > 0 && (content.Decoded.GuessedCodePage is null || NamesEncoding(content.Text))
            ? new MemoryStream(content.Bytes)
            : new StringReader(content.Text);

    /// <summary>Whether the declaration names an encoding, and not the one that everybody writes without thinking.</summary>
    public static bool NamesEncoding(string text)
    {
        const int charactersOfDeclaration = 200;
        var head = text.AsSpan(0, Math.Min(text.Length, charactersOfDeclaration));
        head = head.StartsWith("<?xml", StringComparison.Ordinal) && head.IndexOf("?>") is > 0 and var end ? head[..end] : [];
        return head.Contains("encoding=", StringComparison.OrdinalIgnoreCase) && !head.Contains("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    private static void Read(object source, PlaylistFileContent content, string format, Action<PlaylistXml> read, bool allowsDocumentType)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = allowsDocumentType && !HasDeclarations(content.Text) ? DtdProcessing.Ignore : DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = content.Whole is null ? PlaylistFileLimits.MaxBytes : PlaylistFileLimits.MaxArchiveBytes,
        };
        using var xml = new PlaylistXml(source is Stream bytes ? XmlReader.Create(bytes, settings) : XmlReader.Create((TextReader)source, settings), format);
        try
        {
            read(xml);
        }
        catch (XmlException e) when (settings.DtdProcessing == DtdProcessing.Prohibit && content.Text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            throw new PlaylistFileException(new Fact.XmlDocumentType(), LineNumbers.At(content.Text, at), e)
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }
        catch (XmlException e) when (source is not Stream || content.Whole is not null || XmlRepair.Mend(content.Text) is null)
        {
            throw new PlaylistFileException(new Fact.XmlBroken(format), Math.Max(1, e.LineNumber), e);
        }
    }

    /// <summary>Whether the document type declares things itself, entities perhaps: then it is not skipped but refused.</summary>
    private static bool HasDeclarations(string text)
    {
        var start = text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        return start >= 0 && text.AsSpan(start).IndexOfAny('[', '>') is >= 0 and var at && text[start + at] == '[';
    }

    private void RefuseDepth()
    {
        if (_reader.Depth > DeepestElement)
        {
            throw new PlaylistFileException(new Fact.XmlTooDeep(_format), Line);
        }
    }

    /// <summary>A name that is quoted to people.</summary>
    public static string Shortened(string name) => name.Length > 60 ? string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, 60)}…") : name;
}
