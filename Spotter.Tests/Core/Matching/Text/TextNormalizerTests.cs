using CsCheck;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("case", "Hey JUDE", "hey jude")]
    [InlineData("the first control character beyond ASCII", "a\u0080b", "ab")]
    [InlineData("sharp s", "Straße", "strasse")]
    [InlineData("capital sharp s", "STRAẞE", "strasse")]
    [InlineData("Turkish capital I with dot", "İstanbul", "istanbul")]
    [InlineData("Turkish dotless i", "ırmak", "irmak")]
    [InlineData("final sigma", "ΟΔΟΣ", "οδοσ")]
    [InlineData("full width", "Ｆｕｌｌ　ｗｉｄｔｈ", "full width")]
    [InlineData("half width kana", "ｶﾗｵｹ", "カラオケ")]
    [InlineData("marks", "Beyoncé Müller Žižek", "beyonce muller zizek")]
    [InlineData("letters that do not decompose", "Ødegård Łódź Đorđe Æther", "odegard lodz dorde aether")]
    [InlineData("short i is its base in Cyrillic", "Йод", "иод")]
    [InlineData("voiced kana keep their voice", "がき", "がき")]
    [InlineData("Thai keeps its vowels", "ที่รัก", "ที่รัก")]
    [InlineData("Hebrew points", "שָׁלוֹם", "שלום")]
    [InlineData("curly apostrophe", "Don’t", "dont")]
    [InlineData("straight apostrophe", "Don't", "dont")]
    [InlineData("dashes", "A–B—C‐D-E", "a b c d e")]
    [InlineData("ampersand", "Simon & Garfunkel", "simon and garfunkel")]
    [InlineData("plus", "Slowed + Reverb", "slowed and reverb")]
    [InlineData("rock 'n' roll", "Rock 'n' Roll", "rock and roll")]
    [InlineData("acronym", "R.E.M.", "rem")]
    [InlineData("full stop between words", "Mr.Brightside", "mr brightside")]
    [InlineData("a sign for a letter", "A$AP P!nk", "asap pink")]
    [InlineData("short forms", "Vol. 4, Pt. II", "volume 4 part 2")]
    [InlineData("no before a number", "Mambo No. 5", "mambo number 5")]
    [InlineData("no before a word", "No One Knows", "no one knows")]
    [InlineData("roman number at the end", "Rocky III", "rocky 3")]
    [InlineData("trade mark", "Brand™ New®", "brand new")]
    [InlineData("nothing but signs", "!!!", "!!!")]
    [InlineData("nothing but a symbol", "÷", "÷")]
    [InlineData("a picture of one unit is a word of its own", "☀sun", "☀ sun")]
    [InlineData("also at the end", "sun☀", "sun ☀")]
    [InlineData("and one of two", "😀sun", "😀 sun")]
    [InlineData("the last picture of two units", "a\U0001FBCAb", "a \U0001FBCA b")]
    [InlineData("the first one", "a\U0001F000b", "a \U0001F000 b")]
    [InlineData("letters of two units that are no pictures stay in their word", "a\U0001D7CEb\U00020000c", "a0b\U00020000c")]
    [InlineData("a picture of one unit at each end of them", "a☀b➿c", "a ☀ b ➿ c")]
    [InlineData("a sign before them is no picture", "a⇿b", "a⇿b")]
    [InlineData("a sign behind them is no picture", "a⟀b", "a⟀b")]
    [InlineData("a sign among them that is none", "a❶b", "a❶b")]
    [InlineData("a kana behind them", "aあb", "aあb")]
    [InlineData("a picture with a selector of how it is drawn", "sun☀\uFE0F", "sun ☀")]
    [InlineData("thousands", "2.000 Miles", "2000 miles")]
    [InlineData("thousands with a comma", "10,000 Maniacs", "10000 maniacs")]
    [InlineData("thousands of thousands", "1.000.000", "1000000")]
    [InlineData("parted by one sign and by another", "1.000,000", "1000 000")]
    [InlineData("two digits behind the sign", "2.00", "2 00")]
    [InlineData("four digits behind the sign", "2.0000", "2 0000")]
    [InlineData("a letter behind the digits", "2.000m", "2 000m")]
    [InlineData("a sign behind the digits", "2.000!", "2000")]
    [InlineData("nothing before the sign", ".500", "500")]
    [InlineData("a nought before the sign", "0.500", "0 500")]
    [InlineData("a letter before the sign", "a2.000", "a2 000")]
    [InlineData("four digits before the sign", "2000.000", "2000 000")]
    [InlineData("three digits before the sign", "200.000", "200000")]
    [InlineData("a letter among the digits", "2.0a0", "2 0a0")]
    [InlineData("a number sign before a digit", "Waltz #2", "waltz number 2")]
    [InlineData("a number sign before a word", "Waltz #two", "waltz two")]
    [InlineData("a number sign at the end", "Waltz #", "waltz")]
    [InlineData("money at the end of a word", "Ma$", "mas")]
    [InlineData("money twice", "A$$", "ass")]
    [InlineData("money before a number", "Ca$5", "ca 5")]
    [InlineData("money alone", "$ 5", "5")]
    [InlineData("an exclamation mark at the end", "Help!", "help")]
    [InlineData("a sign between digits", "1!2", "1 2")]
    [InlineData("single letters, then a word", "R.E.M. Live", "rem live")]
    [InlineData("single digits", "1.2", "1 2")]
    [InlineData("a full stop behind a word", "Mr. T.", "mr t")]
    [InlineData("two single letters behind an and", "A & B.C.", "a and bc")]
    [InlineData("a control sign", "a\u0001b", "ab")]
    [InlineData("a line break", "a\nb", "a b")]
    [InlineData("a sign that only joins", "a\u200Db", "ab")]
    [InlineData("nothing but signs, in two parts", "!!! ???", "!!! ???")]
    [InlineData("nothing but signs, with blanks around", "  !!!  ??? ", "!!! ???")]
    [InlineData("short forms twice", "Pt. 1, Pt. 2", "part 1 part 2")]
    [InlineData("blanks", "  a   b ", "a b")]
    [InlineData("blank", "   ", "")]
    public void Makes_the_key(string reason, string text, string key)
        => Assert.True(key == TextNormalizer.Key(text), $"{reason}: {TextNormalizer.Key(text)}");

    [Fact]
    public void The_marked_key_keeps_marks_in_one_form()
    {
        Assert.Equal("đau", TextNormalizer.MarkedKey("ĐAU"));
        Assert.Equal(TextNormalizer.MarkedKey("Noël"), TextNormalizer.MarkedKey("Noe\u0308l"));
        Assert.NotEqual(TextNormalizer.MarkedKey("Noël"), TextNormalizer.MarkedKey("Noel"));
    }

    private static readonly Gen<string> Letters = Gen.OneOf(
        Gen.Char['a', 'z'].Select(c => c.ToString()),
        Gen.Char['A', 'Z'].Select(c => c.ToString()),
        Gen.Char['\u00A0', '\u024F'].Select(c => c.ToString()),
        Gen.Char['\u0300', '\u036F'].Select(c => c.ToString()),
        Gen.Char['\u0370', '\u06FF'].Select(c => c.ToString()),
        Gen.Char['\u0900', '\u0E7F'].Select(c => c.ToString()),
        Gen.Char['\u1100', '\u11FF'].Select(c => c.ToString()),
        Gen.Char['\u1E00', '\u1FFF'].Select(c => c.ToString()),
        Gen.Char['\u2000', '\u214F'].Select(c => c.ToString()),
        Gen.Char['\u3040', '\u30FF'].Select(c => c.ToString()),
        Gen.Char['\u3130', '\u33FF'].Select(c => c.ToString()),
        Gen.Char['\uAC00', '\uD7A3'].Select(c => c.ToString()),
        Gen.Char['\uD800', '\uDFFF'].Select(c => c.ToString()),
        Gen.Char['\uF900', '\uFFFF'].Select(c => c.ToString()),
        Gen.Int[0x10000, 0x1FFFF].Select(char.ConvertFromUtf32),
        OneOf("I\u0307", "i\u0323\u0307", "H\u0331", "か\u3099", "ｶﾞ", "\u1112\u1161\u11AB", "ที่", "हिन्दी", "Ǖ\u0323", "ß", "ﬃ", "ﷺ", "™", " "));

    [Fact]
    public void Letter_by_letter_comes_out_what_normalising_the_whole_text_gives()
        => Letters.Array[1, 8].Select(string.Concat).Sample(
            text =>
            {
                Assert.Equal(PlainFolding.Of(text, keepMarks: false), Fold(text, keepMarks: false));
                Assert.Equal(PlainFolding.Of(text, keepMarks: true), Fold(text, keepMarks: true));
            },
            iter: 20_000);

    [Theory]
    [InlineData("a\uD83Db")]
    [InlineData("ab\uD83D")]
    [InlineData("\uDE00ab")]
    public void Half_a_surrogate_pair_is_left_out(string text) => Assert.Equal("ab", TextNormalizer.Key(text));

    [Theory]
    [InlineData("hey jude")]
    [InlineData("камин")]
    [InlineData("歌")]
    [InlineData("!!!")]
    public void A_text_that_is_its_own_key_is_not_copied(string text) => Assert.Same(text, TextNormalizer.Key(text));

    [Fact]
    public void A_text_longer_than_any_usual_one_has_its_whole_key()
        => Assert.Equal(string.Join(' ', Enumerable.Repeat("noel and bar", 1000)), TextNormalizer.Key(string.Join('-', Enumerable.Repeat("Noël & BAR", 1000))));

    // Under invariant globalization, normalisation silently does nothing, and everything above would be wrong.
    [Fact]
    public void The_process_can_normalise_at_all()
        => Assert.Equal("a", "\uFF41".Normalize(System.Text.NormalizationForm.FormKC));

    private static string Fold(string text, bool keepMarks)
    {
        var folded = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TextNormalizer.Fold(text, ref folded, keepMarks);
        var result = folded.Items.ToString();
        folded.Dispose();
        return result;
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
