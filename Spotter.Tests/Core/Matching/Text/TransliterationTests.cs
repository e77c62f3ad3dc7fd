using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("Камин", "kamin")]
    [InlineData("Кукушка и дождь", "kukushka i dozhd")]
    [InlineData("Герой", "geroy")]
    [InlineData("Ёлка", "yolka")]
    [InlineData("Πλατεία", "plateia")]
    [InlineData("ひかり", "hikari")]
    [InlineData("キャット", "kyatto")]
    [InlineData("ジャズ", "jazu")]
    [InlineData("シャツ", "shatsu")]
    [InlineData("イャ", "ya")]
    [InlineData("ッъ", "")]
    public void Writes_other_letters_in_Latin(string text, string latin)
        => Assert.Equal(Transliteration.Canonical(latin), Transliteration.LatinKey(text));

    [Theory]
    [InlineData("Beyoncé")]
    [InlineData("Hey Jude")]
    [InlineData("藤井風")]
    [InlineData(null)]
    public void Has_nothing_to_say_of_text_it_cannot_write_otherwise(string? text) => Assert.Null(Transliteration.LatinKey(text));
}
