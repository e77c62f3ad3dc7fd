using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class SpokenFormTests
{
    [Theory]
    [InlineData("a word that is written as it sounds", "i wanna dance", "i want to dance", false)]
    [InlineData("a number", "three birds", "3 birds", false)]
    [InlineData("a title of address", "mr blue", "mister blue", false)]
    [InlineData("a word that stands for two", "alright now", "all right now", false)]
    [InlineData("the other English", "harbour lights", "harbor lights", false)]
    [InlineData("an article before the title", "the harbor", "harbor", true)]
    [InlineData("an article in another language", "die lichter", "lichter", true)]
    [InlineData("an article behind the title", "harbor the", "harbor", true)]
    [InlineData("an article at both ends", "the harbor the", "harbor", true)]
    [InlineData("an article in the middle stays", "over the hills", null, false)]
    [InlineData("an article before a word that joins names stays", "a and b", null, false)]
    [InlineData("an article alone is the title", "the", null, false)]
    [InlineData("two articles", "the the", null, true)]
    [InlineData("an article of Swedish behind the title stays", "harbor det", null, false)]
    [InlineData("4 before a word", "4 ever", "for ever", false)]
    [InlineData("4 before another word", "4 seasons", null, false)]
    [InlineData("4 at the end", "room 4", null, false)]
    [InlineData("2 before a word", "2 u", "to you", false)]
    [InlineData("2 before another word", "2 birds", null, false)]
    [InlineData("2 at the end", "u 2", "you 2", false)]
    [InlineData("and in another language, between words", "salz und licht", "salz and licht", false)]
    [InlineData("a word that joins, first", "y tu", null, false)]
    [InlineData("a word that joins, last", "tu y", null, false)]
    [InlineData("a word that lost its g", "lovin you", "loving you", false)]
    [InlineData("a word with a before it has lost none", "train song", null, false)]
    [InlineData("a word that is too short for that", "win win", null, false)]
    [InlineData("a word of four letters", "doin time", "doing time", false)]
    [InlineData("a word without another vowel", "xkin", null, false)]
    [InlineData("katakana", "ラブ", "らぶ", false)]
    [InlineData("the first and the last of katakana", "ァヶ", "ぁゖ", false)]
    [InlineData("a picture behind the title", "happy 😀", "happy", false)]
    [InlineData("a picture before the title", "♥ happy", "happy", false)]
    [InlineData("pictures before an article", "♥ the harbor", "harbor", true)]
    [InlineData("a picture in the middle", "happy ♥ days", "happy days", false)]
    [InlineData("nothing but a picture", "♥", null, false)]
    [InlineData("a letter of the second plane is no picture", "happy 𠀀", null, false)]
    [InlineData("a word with a picture in it is none", "♥happy", null, false)]
    [InlineData("nothing of all that", "low tide", null, false)]
    [InlineData("nothing", "", null, false)]
    public void A_title_sounds_like(string what, string key, string? spoken, bool hasArticle)
    {
        var form = SpokenForm.Of(key, out var isArticleOut);

        Assert.True(form == spoken, $"{what}: {form}");
        Assert.True(isArticleOut == (hasArticle && spoken is not null), $"{what}: an article, {isArticleOut}");
    }

    [Fact]
    public void It_is_appended_to_what_is_there()
    {
        var list = new SpanList<char>(stackalloc char[64]);
        list.Append("x ");

        Assert.True(SpokenForm.TryAppend("the harbour", ref list, out var hasArticle));
        Assert.True(hasArticle);
        Assert.Equal("x harbor", list.Items.ToString());
        Assert.False(SpokenForm.TryAppend("the", ref list, out _));
        Assert.Equal("x harbor", list.Items.ToString());
        list.Dispose();
    }
}
