using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class XmlRepairTests
{
    [Theory]
    [InlineData("plain text", "<a>Low Tide</a>")]
    [InlineData("the references that every document knows", "<a>&amp;&lt;&gt;&quot;&apos;</a>")]
    [InlineData("a character by its number", "<a>&#233;&#xE9;&#XE9;&#9;&#10;&#13;&#32;</a>")]
    [InlineData("the last characters that are allowed", "<a>&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;</a>")]
    [InlineData("a character of two halves", "<a>😀</a>")]
    [InlineData("a section of literal text", "<a><![CDATA[Ada & Bea]]></a>")]
    public void What_is_right_is_left_alone(string what, string text) => Assert.True(XmlRepair.Mend(text) is null, what);

    [Theory]
    [InlineData("an ampersand between words", "Ada & Bea", "Ada &amp; Bea", 0, 1)]
    [InlineData("an ampersand at the end", "Ada &", "Ada &amp;", 0, 1)]
    [InlineData("a name that the document would have to declare", "&eacute;", "&amp;eacute;", 0, 1)]
    [InlineData("a reference that does not end", "&#233 x", "&amp;#233 x", 0, 1)]
    [InlineData("a reference without digits", "&#;", "&amp;#;", 0, 1)]
    [InlineData("a reference without hexadecimal digits", "&#x;", "&amp;#x;", 0, 1)]
    [InlineData("a reference with other letters", "&#xyz;", "&amp;#xyz;", 0, 1)]
    [InlineData("a reference that is longer than any", "&#00000000233;", "&amp;#00000000233;", 0, 1)]
    [InlineData("two ampersands", "a && b", "a &amp;&amp; b", 0, 2)]
    [InlineData("a forbidden character", "Low\u0001 Tide", "Low Tide", 1, 0)]
    [InlineData("a reference to a forbidden character", "Low&#1; Tide&#0;", "Low Tide", 2, 0)]
    [InlineData("references to halves of characters", "&#xD800;&#xDFFF;&#xFFFE;&#x110000;x", "x", 4, 0)]
    [InlineData("both", "Ada & Bea\u0001", "Ada &amp; Bea", 1, 1)]
    [InlineData("a reference beside an ampersand", "& &#233; &lt;", "&amp; &#233; &lt;", 0, 1)]
    [InlineData("a forbidden character in literal text beside an ampersand", "& <![CDATA[A\u0001 & B]]>", "&amp; <![CDATA[A & B]]>", 0, 1)]
    [InlineData("a character of two halves in literal text", "& <![CDATA[😀]]>", "&amp; <![CDATA[😀]]>", 0, 1)]
    [InlineData("literal text that does not end", "<![CDATA[A & B", "<![CDATA[A &amp; B", 0, 1)]
    public void What_is_wrong_is_mended_and_counted(string what, string text, string mended, int dropped, int escaped)
    {
        var repair = XmlRepair.Mend(text);

        Assert.True(repair?.Text == mended, $"{what}: {repair?.Text}");
        var remark = Fact.Of(dropped > 0 ? new Fact.XmlCharactersDropped(dropped) : null, escaped > 0 ? new Fact.XmlAmpersandsKept(escaped) : null);
        Assert.True(Equals(remark, repair!.Value.Remark), $"{what}: {repair.Value.Remark}");
    }

    [Theory]
    [InlineData("Low", " Tide")]
    [InlineData("Low Tide", "")]
    public void Half_of_a_character_is_dropped(string before, string after)
    {
        var repair = XmlRepair.Mend(before + "😀"[..1] + after);

        Assert.Equal(("Low Tide", new Fact.XmlCharactersDropped(1)), (repair!.Value.Text, repair.Value.Remark));
    }
}
