using System.Globalization;
using System.Text;
using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>Repairs what players write into XML but XML forbids: forbidden characters, references to them, and an unescaped "&amp;".</summary>
internal static class XmlRepair
{
    private const string Literal = "<![CDATA[";

    private static readonly string[] Entities = ["amp;", "lt;", "gt;", "quot;", "apos;"];

    /// <summary>The repaired text and what was repaired. Null if there is nothing to repair.</summary>
    public static (string Text, Fact Remark)? Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        var (dropped, escaped) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '&')
            {
                var length = ReferenceAt(text, i, out var isAllowed);
                if (length == 0)
                {
                    mended.Append("&amp;");
                    escaped++;
                }
                else if (isAllowed)
                {
                    mended.Append(text, i, length);
                    i += length - 1;
                }
                else
                {
                    dropped++;
                    i += length - 1;
                }
            }
            else if (c == '<' && text.AsSpan(i).StartsWith(Literal, StringComparison.Ordinal) && text.IndexOf("]]>", i, StringComparison.Ordinal) is > 0 and var end)
            {
                // Inside CDATA an "&" is literal.
                mended.Append(string.Concat(text.AsSpan(i, end - i).ToString().Where(inner => System.Xml.XmlConvert.IsXmlChar(inner) || char.IsSurrogate(inner))));
                i = end - 1;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                mended.Append(c).Append(text[++i]);
            }
            else if (System.Xml.XmlConvert.IsXmlChar(c))
            {
                mended.Append(c);
            }
            else
            {
                dropped++;
            }
        }

        return dropped + escaped == 0 ? null : (mended.ToString(), Remark(dropped, escaped));
    }

    /// <summary>The length of the reference that begins at an "&amp;". 0 if there is none. Names that the document would have to declare do
    /// not count.</summary>
    private static int ReferenceAt(string text, int at, out bool isAllowed)
    {
        isAllowed = true;
        var rest = text.AsSpan(at + 1);
        foreach (var entity in Entities)
        {
            if (rest.StartsWith(entity, StringComparison.Ordinal))
            {
                return entity.Length + 1;
            }
        }

        const int longestNumber = 10;
        var end = rest[..Math.Min(rest.Length, longestNumber)].IndexOf(';');
        if (end < 2 || rest[0] != '#')
        {
            return 0;
        }

        var isHex = rest[1] is 'x' or 'X';
        var digits = rest[(isHex ? 2 : 1)..end];
        if (!int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return 0;
        }

        isAllowed = number is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD) or (>= 0x10000 and <= 0x10FFFF);
        return end + 2;
    }

    private static Fact Remark(int dropped, int escaped)
        => Fact.Of(dropped > 0 ? new Fact.XmlCharactersDropped(dropped) : null, escaped > 0 ? new Fact.XmlAmpersandsKept(escaped) : null);
}
