using System.Text;
using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

/// <summary>How much text looks like words in a code page: the mean of its characters beyond ASCII.</summary>
public sealed class CodePageTests
{
    static CodePageTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly CodePage Western = new("windows-1252", 1252, "äÄ", "ÿ");
    private static readonly CodePage Cyrillic = new("windows-1251", 1251, "жЖ", "ю");

    [Theory]
    [InlineData("nothing beyond ASCII", "Ann Ash - Tides", 0)]
    [InlineData("a common letter", "bär", 1)]
    [InlineData("a rare letter", "baÿ", 0.3)]
    [InlineData("a letter of another language", "bør", -0.5)]
    [InlineData("the mean of a common and a rare letter", "bä aÿ", 0.65)]
    [InlineData("a quotation mark between words", "“Tides”", 0)]
    [InlineData("an apostrophe within a word", "don’t", 0)]
    [InlineData("any other mark within a word", "don»t", -2)]
    [InlineData("a mark after a word", "Tides» x", 0)]
    [InlineData("a mark before a word", "x «Tides", 0)]
    [InlineData("a symbol that no text has", "Tides ¤ x", -1)]
    [InlineData("a control character", "Tides\u0081", -3)]
    [InlineData("a capital at the start of a word", "Ärger", 1)]
    [InlineData("a word in capitals", "BÄR", 1)]
    [InlineData("a capital after a small letter", "bÄR", -1)]
    [InlineData("a capital after a small letter and before one", "bÄr", -2)]
    [InlineData("a capital between a capital and a small letter", "BÄr", 0)]
    [InlineData("a small letter before a capital", "äR", 0)]
    public void Letters_of_an_alphabet_count(string what, string text, double expected)
        => Assert.True(Math.Abs(Western.Score(Western.Encoding.GetBytes(text)) - expected) < 1e-9, $"{what}: {Western.Score(Western.Encoding.GetBytes(text))}");

    [Theory]
    [InlineData("alone", "ж", 1)]
    [InlineData("after a Latin letter", "aж", 0)]
    [InlineData("before a Latin letter", "жa", 0)]
    [InlineData("between Latin letters", "aжb", -1)]
    [InlineData("beside a digit", "1ж2", 1)]
    public void A_letter_of_another_alphabet_counts_less_within_a_Latin_word(string where, string text, double expected)
        => Assert.True(Math.Abs(Cyrillic.Score(Cyrillic.Encoding.GetBytes(text)) - expected) < 1e-9, $"{where}: {Cyrillic.Score(Cyrillic.Encoding.GetBytes(text))}");

    [Theory]
    [InlineData("kana in Japanese", "shift-jis", "の", 1.2)]
    [InlineData("kana in Chinese", "gbk", "の", -0.5)]
    [InlineData("narrow kana", "shift-jis", "ｱ", -1)]
    [InlineData("a wide letter in Japanese", "shift-jis", "Ａ", 0.8)]
    [InlineData("a wide letter in Chinese", "gbk", "Ａ", 0)]
    [InlineData("a Korean syllable", "euc-kr", "등", 1)]
    [InlineData("a punctuation mark", "gbk", "。", 0)]
    [InlineData("a Greek letter", "gbk", "α", -1.5)]
    [InlineData("a character for a private use", "gbk", "\ue000", -3)]
    [InlineData("the first common character of Japanese", "shift-jis", "亜", 0.9)]
    [InlineData("the last common character of Japanese", "shift-jis", "聯", 0.9)]
    [InlineData("the first rare character of Japanese", "shift-jis", "弌", -1)]
    [InlineData("the first common character of Chinese", "gbk", "啊", 0.9)]
    [InlineData("the last common character of Chinese", "gbk", "座", 0.9)]
    [InlineData("the first rare character of Chinese", "gbk", "亍", -1)]
    [InlineData("a character that Chinese has only in the extension", "gbk", "癅", -1)]
    [InlineData("the first common character of traditional Chinese", "big5", "一", 0.9)]
    [InlineData("the last common character of traditional Chinese", "big5", "籲", 0.9)]
    [InlineData("the first rare character of traditional Chinese", "big5", "乂", -1)]
    [InlineData("a Chinese character in Korean", "euc-kr", "港", -1)]
    [InlineData("a character before a Latin letter", "gbk", "港a", 0.4)]
    [InlineData("a character after a Latin letter", "gbk", "a港", 0.4)]
    [InlineData("a character beside a blank", "gbk", " 港 ", 0.9)]
    public void Characters_of_East_Asia_count(string what, string codePage, string text, double expected)
    {
        var number = codePage switch { "shift-jis" => 932, "gbk" => 936, "big5" => 950, _ => 949 };
        var page = new CodePage(codePage, number, "", "");

        var score = page.Score(Encoding.GetEncoding(number).GetBytes(text));

        Assert.True(Math.Abs(score - expected) < 1e-9, $"{what}: {score}");
    }

    [Fact]
    public void Half_of_a_character_counts_against_it() => Assert.Equal(-3, new CodePage("gbk", 936, "", "").Score([0x81]));

    [Fact]
    public void The_code_page_that_a_library_names_is_the_same_or_a_relative()
    {
        Assert.True(Western.IsSameAs(Western.Encoding));
        Assert.True(Western.IsSameAs(Encoding.GetEncoding(28591)));
        Assert.False(Western.IsSameAs(Encoding.GetEncoding(28592)));
        Assert.False(Cyrillic.IsSameAs(Encoding.GetEncoding(28591)));
        Assert.True(Cyrillic.IsSameAs(Encoding.GetEncoding(1251)));
    }
}
