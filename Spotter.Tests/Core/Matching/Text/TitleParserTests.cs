using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class TitleParserTests
{
    [Theory]
    [InlineData("Hey Jude - Remastered 2015", "hey jude", VersionKinds.None, "")]
    [InlineData("Hey Jude (2015 Remaster) [Mono]", "hey jude", VersionKinds.None, "")]
    [InlineData("Hey Jude   2015 Digital Remaster", "hey jude", VersionKinds.None, "")]
    [InlineData("Song - 2011 Remastered Version", "song", VersionKinds.None, "")]
    [InlineData("Song (7\" Version)", "song", VersionKinds.None, "")]
    [InlineData("Song (12\" Version)", "song", VersionKinds.Extended, "")]
    [InlineData("Song (Deluxe Edition)", "song", VersionKinds.None, "")]
    [InlineData("Song (Original Mix)", "song", VersionKinds.None, "")]
    [InlineData("Song - From \"The Long Way\"", "song", VersionKinds.None, "")]
    [InlineData("Song (Live)", "song", VersionKinds.Live, "")]
    [InlineData("Song - Live at Wembley, 1986", "song", VersionKinds.Live, "wembley 1986")]
    [InlineData("Song Live at Wembley", "song", VersionKinds.Live, "wembley")]
    [InlineData("Song (Live - 2018 Remaster)", "song", VersionKinds.Live, "")]
    [InlineData("Song (En Vivo)", "song", VersionKinds.Live, "")]
    [InlineData("Song -Live-", "song", VersionKinds.Live, "")]
    [InlineData("Song (MTV Unplugged)", "song", VersionKinds.Acoustic, "")]
    [InlineData("Song (Junkie XL Remix)", "song", VersionKinds.Remix, "junkie xl")]
    [InlineData("Song - Club Mix", "song", VersionKinds.Remix, "")]
    [InlineData("Song (Radio Edit)", "song", VersionKinds.Edit, "")]
    [InlineData("Song Radio Edit", "song", VersionKinds.Edit, "")]
    [InlineData("Song - Single Edit", "song", VersionKinds.Edit, "")]
    [InlineData("Song (Extended Mix)", "song", VersionKinds.Extended, "")]
    [InlineData("Song (Taylor's Version)", "song", VersionKinds.ReRecorded, "")]
    [InlineData("Song (Versión 1988)", "song", VersionKinds.Named, "1988")]
    [InlineData("Song (DFA Version)", "song", VersionKinds.Named, "dfa")]
    [InlineData("Song (1988)", "song", VersionKinds.Named, "1988")]
    [InlineData("Song (Slowed + Reverb)", "song", VersionKinds.Slowed, "")]
    [InlineData("Song - Nightcore", "song", VersionKinds.SpedUp, "")]
    [InlineData("Song (8-bit)", "song", VersionKinds.Chiptune, "")]
    [InlineData("Song - Spotify Singles", "song", VersionKinds.Session, "")]
    [InlineData("Song (Piano Version)", "song", VersionKinds.Piano, "")]
    [InlineData("Song (Reprise)", "song", VersionKinds.Reprise, "")]
    [InlineData("歌（ライブ）", "歌", VersionKinds.Live, "")]
    [InlineData("(Live)", "live", VersionKinds.None, "")]
    [InlineData("Live Forever", "live forever", VersionKinds.None, "")]
    [InlineData("Live and Let Die", "live and let die", VersionKinds.None, "")]
    [InlineData("Remix", "remix", VersionKinds.None, "")]
    [InlineData("Demons", "demons", VersionKinds.None, "")]
    [InlineData("Cover Me Up", "cover me up", VersionKinds.None, "")]
    [InlineData("Song (We Live for Love)", "song we live for love", VersionKinds.None, "")]
    [InlineData("(Sittin' On) The Dock of the Bay", "sittin on the dock of the bay", VersionKinds.None, "")]
    [InlineData("(G)I-DLE", "g i dle", VersionKinds.None, "")]
    [InlineData("Song (Part 2) [Remastered]", "song part 2", VersionKinds.None, "")]
    [InlineData("Song (Edited)", "song", VersionKinds.None, "")]
    [InlineData("Song (Album Version (Edited))", "song", VersionKinds.None, "")]
    [InlineData("Song (Live (Acoustic))", "song", VersionKinds.Live | VersionKinds.Acoustic, "")]
    [InlineData("Song (Ember Street Remix (Radio Edit))", "song", VersionKinds.Remix | VersionKinds.Edit, "ember street")]
    [InlineData("Song (One (Two (Three)))", "song one two three", VersionKinds.None, "")]
    [InlineData("Song (feat. Ann Ash; Radio Edit)", "song", VersionKinds.Edit, "")]
    [InlineData("Song (feat. Ann Ash; Extended; Ember Street Remix)", "song", VersionKinds.Extended | VersionKinds.Remix, "ember street")]
    [InlineData("Song (feat. Ann Ash - Extended)", "song", VersionKinds.Extended, "")]
    [InlineData("Song (feat. Ann Ash;Radio Edit)", "song", VersionKinds.Edit, "")]
    public void Tells_name_version_and_decoration_apart(string title, string key, VersionKinds kinds, string qualifier)
    {
        var parsed = TitleParser.Parse(title);

        Assert.Equal(key, parsed.Key);
        Assert.Equal(kinds, parsed.Version.Kinds);
        Assert.Equal(qualifier, string.Join(' ', parsed.Version.Qualifier));
    }

    [Theory]
    [InlineData("Song (feat. Ann Ash & Bo)", "song", "Ann Ash & Bo")]
    [InlineData("Song ft. Ann Ash", "song", "Ann Ash")]
    [InlineData("Song [Featuring Ann Ash] (Remastered)", "song", "Ann Ash")]
    [InlineData("Song - feat. Ann Ash", "song", "Ann Ash")]
    [InlineData("Song (with Ann Ash)", "song", "Ann Ash")]
    [InlineData("With or Without You", "with or without you", "")]
    [InlineData("Come with Me", "come with me", "")]
    [InlineData("Song (with Lyrics)", "song", "")]
    [InlineData("Song ( feat . Ann Ash ) [ Explicit ]", "song", "Ann Ash")]
    [InlineData("Song ((feat. Ann Ash) [Edited])", "song", "Ann Ash")]
    [InlineData("Song (feat. Ann Ash; Explicit)", "song", "Ann Ash")]
    [InlineData("Song (feat. Ann - Bo Money)", "song", "Ann - Bo Money")]
    [InlineData("Song (feat. Ann Ash - Extended)", "song", "Ann Ash")]
    [InlineData("Song (+ Ann Ash)", "song", "Ann Ash")]
    [InlineData("Song + Ann Ash", "song and ann ash", "")]
    [InlineData("Feat", "feat", "")]
    public void Takes_the_guests_out_of_the_title(string title, string key, string guests)
    {
        var parsed = TitleParser.Parse(title);

        Assert.Equal(key, parsed.Key);
        Assert.Equal(guests, string.Join('|', parsed.Featured));
    }

    [Theory]
    [InlineData("Song (Part 2)", "2")]
    [InlineData("Song, Pt. II", "2")]
    [InlineData("Song Part Two", "2")]
    [InlineData("Song (Pts. 1-5)", "1 5")]
    [InlineData("Song, Parts I-V", "1 5")]
    [InlineData("Vol. 4", "4")]
    [InlineData("99 Lanterns", "99")]
    [InlineData("Song (2011 Remaster)", "")]
    [InlineData("Song", "")]
    public void Keeps_numbers_as_identity_and_drops_those_of_decoration(string title, string numbers)
        => Assert.Equal(numbers, TitleParser.Parse(title).Numbers);

    [Fact]
    public void Brackets_that_are_never_closed_are_plain_signs_however_many()
    {
        var parsed = TitleParser.Parse(string.Concat(Enumerable.Repeat("([{", 100_000)) + "Song (Live)");

        Assert.Equal("song", parsed.Key);
        Assert.Equal(VersionKinds.Live, parsed.Version.Kinds);
    }

    [Theory]
    [InlineData("3:57", true)]
    [InlineData("12:05", true)]
    [InlineData("1:02:33", true)]
    [InlineData("1:100", false)]
    [InlineData("16:9:4", false)]
    public void A_bracket_is_a_length_where_its_seconds_have_two_digits(string text, bool isLength)
        => Assert.Equal(isLength, TitleParser.Parse($"Model ({text})").Key == TitleParser.Parse("Model").Key);

    [Theory]
    [InlineData("same place", "Song (Live at Wembley)", "Song - Live in Wembley, 1986", VersionAgreement.Same)]
    [InlineData("another place", "Song (Live @ Pukkelpop)", "Song (Live at Wembley)", VersionAgreement.Different)]
    [InlineData("another year", "Song - Live / 1992", "Song - Live / 2011", VersionAgreement.Different)]
    [InlineData("no place named", "Song (Live)", "Song (Live at Wembley)", VersionAgreement.Unsure)]
    [InlineData("live and not", "Song (Live)", "Song", VersionAgreement.Different)]
    [InlineData("another's remix", "Song (Ann Remix)", "Song (Bo Remix)", VersionAgreement.Different)]
    [InlineData("a typing mistake in the remixer", "Song (Lindström Twins Remix)", "Song (Lindstorm Twins Remix)", VersionAgreement.Same)]
    [InlineData("both plain", "Song", "Song - Remastered", VersionAgreement.Same)]
    public void Compares_versions(string reason, string a, string b, VersionAgreement agreement)
        => Assert.True(agreement == TitleVersion.Compare(TitleParser.Parse(a).Version, TitleParser.Parse(b).Version), reason);
}
