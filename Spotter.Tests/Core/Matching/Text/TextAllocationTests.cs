using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

/// <summary>An index of a million songs reads all of their texts, so any allocation per text counts a million times.</summary>
public sealed class TextAllocationTests
{
    [Theory]
    [InlineData("plain", "Hey Jude")]
    [InlineData("decorated", "Hey Jude (Live at Wembley, 1986) [2015 Remaster] - feat. Somebody")]
    [InlineData("version at the end", "All Night Live at Wembley Radio Edit")]
    [InlineData("short forms", "Rock 'n' Roll, Vol. 4, Pt. II")]
    [InlineData("track number", "03 - Hey Jude")]
    [InlineData("mistake in a version", "Hey Jude (Remastesed)")]
    [InlineData("marks", "Beyoncé (Versión Acústica)")]
    [InlineData("Cyrillic", "Кукушка (живой концерт)")]
    [InlineData("kana", "ひかり（ライブ）")]
    public void Reading_a_title_leaves_nothing_behind(string reason, string title) => Assert.True(Allocated(() => ReadTitle(title)) == 0, reason);

    [Theory]
    [InlineData("ASCII", "Rock 'n' Roll & R.E.M., Vol. 4")]
    [InlineData("marks", "Ødegård Łódź Đorđe Æther Žižek")]
    [InlineData("full width", "Ｆｕｌｌ　ｗｉｄｔｈ")]
    [InlineData("Han and kana", "藤井風 ひかり")]
    public void Making_a_key_leaves_nothing_behind(string reason, string text) => Assert.True(Allocated(() => MakeKey(text, marked: false)) + Allocated(() => MakeKey(text, marked: true)) == 0, reason);

    [Theory]
    [InlineData("decomposed", "Noe\u0308l")]
    [InlineData("Thai", "ที่รัก")]
    [InlineData("Devanagari", "हिन्दी")]
    [InlineData("kana with voicing apart", "か\u3099き\u3099 ｶﾞｷﾞ")]
    [InlineData("Hangul in single letters", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("Arabic with marks", "مُحَمَّد آدم")]
    [InlineData("emoji", "Heart ❤️ 🎵 👩\u200D👩\u200D👧")]
    [InlineData("letters of the higher planes", "𝓛𝓸𝓿𝓮 𝐁𝐎𝐋𝐃 𐐀")]
    [InlineData("half a pair", "Moon \uD83C Light \uDC00")]
    [InlineData("Greek with iota below", "ᾼ\u0345 ΑΔΗΣ ᾳ\u0301")]
    [InlineData("dots above", "İ I\u0307 i\u0323\u0307 H\u0331")]
    [InlineData("Thai and marks", "É ที่รัก e\u0308")]
    [InlineData("everything", "Noe\u0308l ที่ हिन्दी か\u3099 \u1112\u1161 مُحَمَّد 🎵 \uD800 İ ｶﾞ 𝓛 Ǖ\u0323 ™ ㎐")]
    public void Where_letters_depend_on_their_neighbours_little_is_left_behind(string reason, string text)
    {
        Assert.True(Allocated(() => MakeKey(text, marked: false)) <= 128, reason);
        Assert.True(Allocated(() => MakeKey(text, marked: true)) <= 128, reason);
    }

    [Theory]
    [InlineData("short", "Paper Lanterns", "Paper Lantrens", 1)]
    [InlineData("other letters", "Бумажные фонари", "藤井風のひかり", 1)]
    [InlineData("long", "Paper Lanterns ", "Paper Lantrens ", 40)]
    public void Comparing_letters_leaves_nothing_behind(string reason, string a, string b, int times)
    {
        var (left, right) = (string.Concat(Enumerable.Repeat(a, times)), string.Concat(Enumerable.Repeat(b, times)));
        Assert.True(Allocated(() => _ = Levenshtein.Distance(left, right) + Levenshtein.DistanceWithSwaps(left, right)) == 0, reason);
        Assert.True(Allocated(() => _ = Levenshtein.SimilarityWithSwaps(left, right, 0.5)) == 0, reason);
    }

    private static long Allocated(Action act)
    {
        act();
        act();
        var before = GC.GetAllocatedBytesForCurrentThread();
        act();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void ReadTitle(string title)
    {
        var scan = new TitleScan(stackalloc char[TitleScan.UsualText], stackalloc Range[TitleScan.UsualGuests]);
        TitleParser.Read(title, ref scan);
        scan.Dispose();
    }

    private static void MakeKey(string text, bool marked)
    {
        var key = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        if (marked)
        {
            TextNormalizer.AppendMarkedKey(text, ref key);
        }
        else
        {
            TextNormalizer.AppendKey(text, ref key);
        }

        key.Dispose();
    }
}
