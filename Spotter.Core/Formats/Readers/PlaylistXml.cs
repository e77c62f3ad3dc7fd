using System.Globalization;
using System.Text;
using System.Xml;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>Reads the XML of playlists node by node. Entities, deep nesting and unlimited text are refused.</summary>
internal sealed class PlaylistXml : IDisposable
{
    // The formats need at most a dozen levels. Malicious files nest millions.
    private const int DeepestElement = 64;

    private static readonly System.Buffers.SearchValues<char> EndsOfName = System.Buffers.SearchValues.Create(" \t\r\n/>");

    private readonly XmlReader _reader;
    private readonly string _format;
    private bool _isHeld;

    private PlaylistXml(XmlReader reader, string format) => (_reader, _format) = (reader, format);

    /// <summary>The name of the current element, without its prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>The number of elements around this one.</summary>
    public int Depth => _reader.Depth;

    /// <summary>Whether the reader is at the start of an element.</summary>
    public bool IsElement => _reader.NodeType == XmlNodeType.Element;

    /// <summary>Whether the element is empty (<c>&lt;track/&gt;</c>).</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>The 1-based line of the reader.</summary>
    public int Line => _reader is IXmlLineInfo info && info.HasLineInfo() ? Math.Max(1, info.LineNumber) : 1;

    /// <summary>The name of the root element. Null if the text is not XML. It does not parse the text.</summary>
    public static string? RootOf(string text)
    {
        var rest = text.AsSpan().TrimStart();
        while (rest is ['<', ..])
        {
            // A declaration or document type ends at the first ">", unless it contains a list of entities. A comment ends at "-->".
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

    /// <summary>Reads a file with a format, after repairing it if necessary.</summary>
    /// <param name="content">The file.</param>
    /// <param name="format">The format's name in messages: "XSPF", "rekordbox".</param>
    /// <param name="read">Reads the document. The reader is before the first element.</param>
    /// <param name="drafts">The playlists that the format fills. They also receive the remarks about repairs.</param>
    /// <param name="allowsDocumentType">Whether the files of the format contain a document type, as Apple's do. It is skipped, and its
    /// declarations have no effect.</param>
    /// <exception cref="PlaylistFileException">The file is broken.</exception>
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

    /// <summary>Moves to the next element inside the one at this depth. False at its end.</summary>
    public bool ReadWithin(int depth)
    {
        while (Advance())
        {
            RefuseDepth();
            if (_reader.Depth <= depth && _reader.NodeType is XmlNodeType.EndElement or XmlNodeType.Element)
            {
                // The element at this depth was empty, and the reader is already at the next one: keep it for the next call.
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

    /// <summary>Moves to the next element at any depth. False at the end of the file.</summary>
    public bool ReadNext() => ReadWithin(-1);

    /// <summary>An attribute of limited length. Null if it is missing.</summary>
    public string? Attribute(string name)
    {
        var value = _reader.GetAttribute(name);
        if (value is not null)
        {
            FieldText.RefuseLongField(value.Length, Line, name);
        }

        return value;
    }

    /// <summary>The text of the element. Afterwards the reader is at its end.</summary>
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

    // The bytes rather than the text, since XML declares its own encoding. XML that declares none and is not UTF-8 has already been decoded.
    private static object Whole(PlaylistFileContent content)
        => content.Whole is { } large ? large
            : content.Bytes.Length > 0 && (content.Decoded.CodePage is null || NamesEncoding(content.Text))
            ? new MemoryStream(content.Bytes)
            : new StringReader(content.Text);

    /// <summary>Whether the declaration names an encoding other than UTF-8, which many programs write whatever they use.</summary>
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

    /// <summary>Whether the document type contains declarations, such as entities. Then it is refused and not skipped.</summary>
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

    /// <summary>A name, shortened for messages.</summary>
    public static string Shortened(string name) => name.Length > 60 ? string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, 60)}…") : name;
}
