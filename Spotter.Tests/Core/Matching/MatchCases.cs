using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>Cases that the matcher must decide as docs/matching.md says. They are samples; the rules cover more.</summary>
public static class MatchCases
{
    public static readonly MatchCase[] All =
    [
        .. AsWrittenCases.All,
        .. SpellingCases.All,

        // Decoration is dropped.
        Must("remaster with a year", TrackOf("Bohemian Rhapsody (2011 Remaster)", "Queen"), SongOf("Bohemian Rhapsody", "Queen")),
        Must("remastered album version", TrackOf("I Wanna Rock (Remastered Album Version)", "Twisted Sister"), SongOf("I Wanna Rock", "Twisted Sister")),
        Must("remastered, year first", TrackOf("The Way You Look Tonight (2008 Remastered)", "Frank Sinatra"), SongOf("The Way You Look Tonight", "Frank Sinatra")),
        Must("single version", TrackOf("Paper Lanterns - Single Version", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("album version", TrackOf("Paper Lanterns - Album Version", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("mono", TrackOf("Paper Lanterns - Mono", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("explicit", TrackOf("Paper Lanterns (Explicit)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("decoration on a title of one letter", TrackOf("X - Single Version", "Ann Ash"), SongOf("X", "Ann Ash")),
        Must("decoration in the library", TrackOf("Paper Lanterns", "Ann Ash"), SongOf("Paper Lanterns (Bonus Track) [2009 Digital Remaster]", "Ann Ash")),
        Must("from a series", TrackOf("I Can't Hear It Now (from the series Arcane League of Legends)", "Freya Ridings"), SongOf("I Can't Hear It Now", "Freya Ridings")),
        Must("from a film, quoted", TrackOf("Paper Lanterns (From \"The Long Way\")", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("session named by the album", TrackOf("Champagne Supernova (OurVinyl Sessions)", "Nora Lane"), SongOf("Champagne Supernova", "Nora Lane", "Nora Lane | OurVinyl Sessions")),
        Must("subtitle on both sides", TrackOf("Do You Know? (The Ping Pong Song)", "Enrique Iglesias"), SongOf("Do You Know? (The Ping Pong Song)", "Enrique Iglesias")),
        Must("subtitle on one side", TrackOf("Do You Know? (The Ping Pong Song)", "Enrique Iglesias"), SongOf("Do You Know?", "Enrique Iglesias")),
        Must("subtitle on one side, lengths unknown", TrackOf("Do You Know? (The Ping Pong Song)", "Enrique Iglesias", seconds: null), SongOf("Do You Know?", "Enrique Iglesias")),

        // The same version in another notation.
        Must("acoustic behind a dash", TrackOf("Hey Jude - Acoustic", "The Ferns"), SongOf("Hey Jude (Acoustic)", "The Ferns"), SongOf("Hey Jude", "The Ferns", id: "studio")),
        Must("whose remix, behind a dash", TrackOf("Song - Artist Y Remix", "Ann Ash"), SongOf("Song (Artist Y Remix)", "Ann Ash"), SongOf("Song", "Ann Ash", id: "studio")),
        Must("ver. and version", TrackOf("Twin Ver.", "Ann Ash"), SongOf("Twin Version", "Ann Ash")),
        Must("live in square brackets", TrackOf("Cameron [Live]", "Ann Ash"), SongOf("Cameron - Live", "Ann Ash"), SongOf("Cameron", "Ann Ash", id: "studio")),
        Must("live told by the album's name", TrackOf("Cameron (Live)", "Ann Ash"), SongOf("Cameron", "Ann Ash", "Live at Wembley"), SongOf("Cameron", "Ann Ash", "Cameron", id: "studio")),

        Must("unplugged told by the album's name", TrackOf("Cameron - Live", "Ann Ash", "MTV Unplugged"), SongOf("Cameron", "Ann Ash", "MTV Unplugged")),

        // The single has the album's name. The name stays the song's title, whatever follows the dash.
        Must("a remix on the single", TrackOf("Harbour - Remix", "Ann Ash|Bo Birch", "Harbour"), SongOf("Harbour (Remix) [feat. Bo Birch]", "Ann Ash", "Tides"), SongOf("Harbour", "Ann Ash", "Tides", id: "studio")),
        Must("a remaster of the title track", TrackOf("Harbour - 2017 Remaster", "Ann Ash", "Harbour"), SongOf("“Harbour”", "Ann Ash", "“Harbour”")),
        Must("a band's own song, remastered", TrackOf("The Harbours - 2009 Remaster", "The Harbours", "The Harbours"), SongOf("The Harbours", "The Harbours", "The Harbours")),
        Must("a band's own song, remastered in the library", TrackOf("The Harbours", "The Harbours", "The Harbours"), SongOf("The Harbours - 2009 Remaster", "The Harbours", "The Harbours")),
        Must("a band's own song, live on both sides", TrackOf("The Harbours (Live)", "The Harbours"), SongOf("The Harbours - Live", "The Harbours")),
        Must("an intro with the band in front in the library", TrackOf("Intro", "The Harbours", "Tides"), SongOf("The Harbours - Intro", "The Harbours", "Tides")),
        Must("an intro with the band in front", TrackOf("The Harbours - Intro", "The Harbours", "Tides"), SongOf("Intro", "The Harbours", "Tides")),

        // Censored letters.
        Must("a hidden word", TrackOf("B**** Better Run", "Ann Ash"), SongOf("Bitch Better Run", "Ann Ash")),
        Must("hidden letters in a short word", TrackOf("F**k You", "Ann Ash"), SongOf("Fuck You", "Ann Ash")),
        Must("letters hidden on both sides", TrackOf("Bi**h Better Run", "Ann Ash"), SongOf("B***h Better Run", "Ann Ash")),
        Not("as many letters hidden, but others shown", TrackOf("F**k You", "Ann Ash"), SongOf("Find You", "Ann Ash")),
        Not("a word of nothing but asterisks", TrackOf("**** You", "Ann Ash"), SongOf("Love You", "Ann Ash")),

        // Names that reveal another name.
        Must("a player and the band", TrackOf("Paper Lanterns", "Ann Ash"), SongOf("Paper Lanterns", "The Ann Ash Experience")),
        Must("a quartet and its leader", TrackOf("Paper Lanterns", "The Ann Ash Quartet"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a duo by its surnames", TrackOf("Paper Lanterns", "Ash & Birch"), SongOf("Paper Lanterns", "Ann Ash and Bo Birch")),
        Ask("two duos with one surname", TrackOf("Paper Lanterns", "Ash & Elm"), SongOf("Paper Lanterns", "Ann Ash and Bo Birch")),
        Ask("a name of one word and an orchestra", TrackOf("Paper Lanterns", "Harbour"), SongOf("Paper Lanterns", "Harbour Orchestra")),
        Must("a name in two scripts and in one", TrackOf("Dynamite", "BTS (방탄소년단)"), SongOf("Dynamite", "BTS")),
        Must("a name in two scripts, the other way round", TrackOf("봄날", "BTS"), SongOf("봄날 (Spring Day)", "방탄소년단 (BTS)")),

        // Guests and credits.
        Must("guests in brackets and bare", TrackOf("BANKROLL (feat. A$AP Rocky & A$AP Ferg)", "Brockhampton"), SongOf("BANKROLL ft. A$AP Rocky and A$AP Ferg", "Brockhampton")),
        Must("three artists and one", TrackOf("Jeena Sikha De", "Arijit Singh|Ved Sharma|Kunaal Vermaa"), SongOf("Jeena Sikha De", "Arijit Singh")),
        Must("three artists in one line and one", TrackOf("Jeena Sikha De", "Arijit Singh, Ved Sharma, Kunaal Vermaa"), SongOf("Jeena Sikha De", "Arijit Singh")),
        Must("guest in the title only at the source", TrackOf("Overdrive (feat. Norma Jean Martine)", "Ofenbach"), SongOf("Overdrive", "Ofenbach")),
        Must("guests and joined artists", TrackOf("Vision", "Fiberoptics, The Polish Ambassador ft. Sean Haefeli"), SongOf("Vision (ft. Sean Haefeli)", "Fiberoptics & The Polish Ambassador")),
        Must("the article", TrackOf("Paper Lanterns", "The Black Eyed Peas"), SongOf("Paper Lanterns", "Black Eyed Peas")),
        Must("with in a title is no credit", TrackOf("With or Without You", "U2"), SongOf("With or Without You", "U2")),
        Must("with in the middle of a title", TrackOf("Come with Me", "Ann Ash"), SongOf("Come with Me", "Ann Ash")),
        Must("a name with a comma", TrackOf("Paper Lanterns", "Tyler, The Creator"), SongOf("Paper Lanterns", "Tyler, The Creator")),
        Must("a name with comma and ampersand", TrackOf("Paper Lanterns", "Earth, Wind & Fire"), SongOf("Paper Lanterns", "Earth, Wind and Fire")),
        Must("a duo by its ampersand", TrackOf("Paper Lanterns", "Simon & Garfunkel"), SongOf("Paper Lanterns", "Simon and Garfunkel")),
        Must("the sort name", TrackOf("Paper Lanterns", "Fischer, The"), SongOf("Paper Lanterns", "The Fischer")),

        // Case, punctuation, symbols.
        Must("case in the album", TrackOf("My Friends Over You", "New Found Glory", "Sticks And Stones"), SongOf("My Friends over You", "New Found Glory", "Sticks and Stones")),
        Must("quotes", TrackOf("I Don't Know You", "The Marías"), SongOf("I Don’t Know You", "The Marías")),
        Must("signs that file names cannot hold", TrackOf("You See Big Girl / T:T", "Hiroyuki Sawano"), SongOf("You See Big Girl _ T_T", "Hiroyuki Sawano")),
        Must("two hyphens", TrackOf("Tomboy", "(G)I-DLE"), SongOf("Tomboy", "(G)I‐DLE")),
        Must("a number as title", TrackOf("5150", "Van Halen"), SongOf("5150", "Van Halen")),
        Must("an acronym and a bracket in the album", TrackOf("V.A.N", "Bad Omens|Poppy", "CONCRETE JUNGLE [THE OST]"), SongOf("V.A.N", "Bad Omens|Poppy", "CONCRETE JUNGLE [THE OST]")),
        Must("composed and decomposed", TrackOf("Noël", "Ann Ash"), SongOf("Noe\u0308l", "Ann Ash")),
        Must("the artist in the title, as videos have it", TrackOf("Arctic Monkeys - Do I Wanna Know?", "Arctic Monkeys"), SongOf("Do I Wanna Know?", "Arctic Monkeys")),
        Must("the artist in the title alone", TrackOf("Arctic Monkeys - Do I Wanna Know?", ""), SongOf("Do I Wanna Know?", "Arctic Monkeys")),
        Must("the artist in the title, a channel as artist", TrackOf("Arctic Monkeys - Do I Wanna Know? (Official Video)", "Official Arctic Channel"), SongOf("Do I Wanna Know?", "Arctic Monkeys")),
        Must("a dash in the artist's name, cut wrongly", TrackOf("Band - Paper Lanterns", "The Two"), SongOf("Paper Lanterns", "The Two - Band")),
        Must("full width letters", TrackOf("Ｐａｐｅｒ Lanterns", "Ann Ash"), SongOf("Paper Lanterns", "ＡＮＮ ASH")),
        Must("sharp s", TrackOf("STRASSE", "Ann Ash"), SongOf("Straße", "Ann Ash")),
        Must("Turkish i", TrackOf("ISPARTA YOLU", "Ann Ash"), SongOf("ısparta yolu", "Ann Ash")),
        Must("a title of signs", TrackOf("???", "Ann Ash"), SongOf("???", "Ann Ash"), SongOf("!!!", "Ann Ash", id: "other")),
        Not("two titles of different signs", TrackOf("???", "Ann Ash"), SongOf("!!!", "Ann Ash")),

        // Other scripts.
        Must("Latin letters for Cyrillic", TrackOf("Kamin", "EMIN"), SongOf("Камин", "EMIN", seconds: 201)),
        Ask("a name in Han and in Latin", TrackOf("Shinunoga E-Wa", "藤井風"), SongOf("Shinunoga E-Wa", "Fujii Kaze")),
        Must("a name in Han and in Latin, same MusicBrainz recording", TrackOf("Shinunoga E-Wa", "藤井風", mbid: "9a1c"), SongOf("Shinunoga E-Wa", "Fujii Kaze", mbid: "9a1c")),
        Must("a translated title, same MusicBrainz recording", TrackOf("オールナイトレディオ", "Ado", mbid: "9a1c"), SongOf("All Night Radio", "Ado", mbid: "9a1c")),
        Not("a translated title", TrackOf("オールナイトレディオ", "Ado"), SongOf("All Night Radio", "Ado")),
        Must("Cyrillic is itself", TrackOf("Вниз", "Ploho"), SongOf("Вниз", "Ploho")),
        Must("Greek is itself", TrackOf("Πλατεία Βάθης", "Ploho"), SongOf("ΠΛΑΤΕΙΑ ΒΑΘΗΣ", "Ploho")),
        Not("two Cyrillic titles", TrackOf("Катюша", "Хор"), SongOf("Калинка", "Хор")),
        Must("Vietnamese, decomposed", TrackOf("Đừng Làm Trái Tim Anh Đau", "Ann Ash"), SongOf("Đừng Làm Trái Tim Anh Đau".Normalize(System.Text.NormalizationForm.FormD), "Ann Ash")),
        Ask("Vietnamese without its marks", TrackOf("Dung Lam Trai Tim Anh Dau", "Ann Ash"), SongOf("Đừng Làm Trái Tim Anh Đau", "Ann Ash")),
        Must("a few marks missing", TrackOf("Deja Vu", "Beyonce"), SongOf("Déjà Vu", "Beyoncé")),

        // The right song in another version.
        Ask("live wanted, studio there", TrackOf("Cameron (Live)", "Ann Ash"), SongOf("Cameron", "Ann Ash")),
        Ask("studio wanted, live there", TrackOf("Cameron", "Ann Ash"), SongOf("Cameron - Live", "Ann Ash")),
        Ask("studio wanted, a live album there", TrackOf("Cameron", "Ann Ash"), SongOf("Cameron", "Ann Ash", "Live at Wembley")),
        Ask("live at two places", TrackOf("All Night (Live @ Pukkelpop)", "Ann Ash"), SongOf("All Night (Live at Wembley)", "Ann Ash")),
        Ask("a remix and another version", TrackOf("Emerge (Junkie XL Remix)", "Fischerspooner"), SongOf("Emerge (DFA Version)", "Fischerspooner")),
        Ask("two remixes of the same length", TrackOf("Silence (ISOS remix edit, Tiësto)", "Delerium"), SongOf("Silence (Fade's Sanctuary radio edit)", "Delerium")),
        Ask("a version of another year", TrackOf("Sabor de amor (Versión 1988)", "Danza Invisible"), SongOf("Sabor de amor", "Danza Invisible")),
        Ask("karaoke", TrackOf("Cameron", "Ann Ash"), SongOf("Cameron (Karaoke Version)", "Ann Ash")),
        Ask("instrumental", TrackOf("Cameron", "Ann Ash"), SongOf("Cameron (Instrumental)", "Ann Ash")),
        Ask("8-bit", TrackOf("Cameron", "Ann Ash"), SongOf("Cameron (8-bit)", "Ann Ash")),
        Ask("sped up", TrackOf("Cameron", "Ann Ash"), SongOf("Cameron (Sped Up)", "Ann Ash")),
        Ask("recorded again", TrackOf("Song (Taylor's Version)", "Taylor Swift"), SongOf("Song", "Taylor Swift")),
        Ask("the same title, far apart in length", TrackOf("Cameron", "Ann Ash", "One"), SongOf("Cameron", "Ann Ash", "Two", seconds: 260)),
        Not("a session of another artist's song", TrackOf("I NEED U - Spotify Singles", "ENHYPEN"), SongOf("I NEED U", "BTS")),

        // Another song.
        Not("a title that holds the other", TrackOf("Dani California", "Red Hot Chili Peppers"), SongOf("Californication", "Red Hot Chili Peppers")),
        Not("a cover by name", TrackOf("Sweet Dreams (Are Made of This)", "Eurythmics"), SongOf("Sweet Dreams (Are Made of This)", "Marilyn Manson"), SongOf("Sweet Dreams (Are Made of This)", "Weezer", id: "other")),
        Not("the same title of somebody else", TrackOf("Yesterday", "Paul McCartney"), SongOf("Yesterday", "Atmosphere")),
        Not("love is not loveless", TrackOf("Love", "Ann Ash"), SongOf("Loveless", "Ann Ash"), SongOf("Love Story", "Ann Ash", id: "other")),
        Not("go is not let it go", TrackOf("Go", "Ann Ash"), SongOf("Let It Go", "Ann Ash")),
        Not("run is not run the world", TrackOf("Run", "Ann Ash"), SongOf("Run the World", "Ann Ash")),
        Not("a longer title", TrackOf("Yesterday", "Ann Ash"), SongOf("Yesterday Once More", "Ann Ash")),
        Not("another number", TrackOf("Song 1", "Ann Ash"), SongOf("Song 2", "Ann Ash")),
        Not("another volume", TrackOf("Beats Vol. 4", "Ann Ash"), SongOf("Beats Vol. 5", "Ann Ash")),
        Not("part two and no part", TrackOf("Lanterns, Pt. 2", "Ann Ash"), SongOf("Lanterns", "Ann Ash")),
        Not("another year as title", TrackOf("1989", "Ann Ash"), SongOf("1999", "Ann Ash")),
        Not("one word of the title is another", TrackOf("Postman of the Western Isles", "Ann Ash"), SongOf("Taxman of the Western Isles", "Ann Ash")),
        Must("part two in another form", TrackOf("Lanterns, Pt. 2", "Ann Ash"), SongOf("Lanterns (Part II)", "Ann Ash")),
        Must("a typing mistake, same length", TrackOf("Paper Lantrens", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("a typing mistake, length unknown", TrackOf("Paper Lantrens", "Ann Ash", seconds: null), SongOf("Paper Lanterns", "Ann Ash")),

        // Titles as in file names.
        Must("a padded track number in front", TrackOf("03 - Paper Lanterns", "Ann Ash", seconds: null), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a track number glued to the title", TrackOf("007-Paper Lanterns", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a track number of two digits glued to the title", TrackOf("17-Paper Lanterns", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("two digits that may be the name's own, length unknown", TrackOf("24-Paper Lanterns", "Ann Ash", seconds: null), SongOf("Paper Lanterns", "Ann Ash")),
        Must("the side of a record", TrackOf("A1. Paper Lanterns", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a track number in the library", TrackOf("Paper Lanterns", "Ann Ash"), SongOf("03. Paper Lanterns", "Ann Ash")),
        Must("two track numbers", TrackOf("03 - Paper Lanterns", "Ann Ash"), SongOf("07 - Paper Lanterns", "Ann Ash")),
        Must("a number that may be a track's, same length", TrackOf("9 - Crimes", "Ann Ash"), SongOf("Crimes", "Ann Ash")),
        Ask("a number that may be a track's, length unknown", TrackOf("9 - Crimes", "Ann Ash", seconds: null), SongOf("Crimes", "Ann Ash")),
        Not("a number that is the title's own", TrackOf("99 Problems", "Ann Ash"), SongOf("Problems", "Ann Ash")),
        Not("a number with a hyphen", TrackOf("7-11", "Ann Ash"), SongOf("11", "Ann Ash")),
        Must("number, artist and title in one", TrackOf("04. Ann Ash - Paper Lanterns", "[unknown]"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("title and artist in one", TrackOf("Paper Lanterns - Ann Ash", ""), SongOf("Paper Lanterns", "Ann Ash")),
        Must("the album behind the title", TrackOf("Paper Lanterns - Long Nights", "Ann Ash", "Long Nights", seconds: null), SongOf("Paper Lanterns", "Ann Ash", "Long Nights")),
        Must("no artist, but album and length", TrackOf("Paper Lanterns", "", "Long Nights"), SongOf("Paper Lanterns", "Ann Ash", "Long Nights")),
        Ask("no artist and another album", TrackOf("Paper Lanterns", "", "Other Nights"), SongOf("Paper Lanterns", "Ann Ash", "Long Nights")),
        Must("a title cut off after thirty letters", TrackOf("Everything That We Wanted To S", "Ann Ash"), SongOf("Everything That We Wanted To Say", "Ann Ash")),

        Must("a title cut off long before its end", TrackOf("Everything That We Wanted To S", "Ann Ash"), SongOf("Everything That We Wanted To Say (But Never Found the Words For)", "Ann Ash")),
        Must("a title cut off in the library", TrackOf("Everything That We Wanted To Say (But Never Found the Words For)", "Ann Ash"), SongOf("Everything That We Wanted To S", "Ann Ash")),

        // Mistakes.
        Must("a mistake that makes another way to write a letter", TrackOf("Paper Lanterns", "The Stoum"), SongOf("Paper Lanterns", "The Stosum")),
        Must("one mistake in a name of five letters", TrackOf("Paper Lanterns", "Fenrs"), SongOf("Paper Lanterns", "Ferns")),
        Must("a mistake in a word of decoration", TrackOf("Paper Lanterns (Remastesed 2009)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("a mistake in a word of version", TrackOf("Paper Lanterns (Acustic)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("a version in one German word", TrackOf("Paper Lanterns (Liveversion)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Not("another short word", TrackOf("Long Day", "Ann Ash"), SongOf("Long Way", "Ann Ash")),
        Must("another short word, all else equal", TrackOf("Long Dya", "Ann Ash"), SongOf("Long Day", "Ann Ash")),
        Must("a short word misspelt, on its album", TrackOf("Gravity of Aut Paper", "Ann Ash", "Lanterns"), SongOf("Gravity of Out Paper", "Ann Ash", "Lanterns")),
        Must("a short name with a sign", TrackOf("Paper Lanterns", "AC/DC"), SongOf("Paper Lanterns", "ACDC")),

        // Versions in other languages.
        Ask("live in Polish", TrackOf("Paper Lanterns (na żywo)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("live in Chinese", TrackOf("Paper Lanterns（现场版）", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("live in Russian", TrackOf("Paper Lanterns (вживую)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Ask("acoustic in Portuguese", TrackOf("Paper Lanterns (Versão Acústica)", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("live in two languages", TrackOf("Paper Lanterns (Live)", "Ann Ash"), SongOf("Paper Lanterns (En Vivo)", "Ann Ash")),
        Must("the original in Japanese", TrackOf("Paper Lanterns（オリジナル・バージョン）", "Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),

        // Several right ones.
        Must("the source's album decides, studio", TrackOf("Enjoy the Silence", "Depeche Mode", "Violator", seconds: null), SongOf("Enjoy the Silence", "Depeche Mode", "Violator"), SongOf("Enjoy the Silence", "Depeche Mode", "101 (Live)", seconds: 390, id: "live")),
        Must("the source's album decides, live", TrackOf("Enjoy the Silence", "Depeche Mode", "101", seconds: null), SongOf("Enjoy the Silence", "Depeche Mode", "101 (Live)", seconds: 390), SongOf("Enjoy the Silence", "Depeche Mode", "Violator", id: "studio")),
        Must("the source's album, though a compilation", TrackOf("Paper Lanterns", "Ann Ash", "Greatest Hits"), SongOf("Paper Lanterns", "Ann Ash", "Greatest Hits"), SongOf("Paper Lanterns", "Ann Ash", "Lanterns", id: "album")),
        Must("no compilation where the source's album is missing", TrackOf("Paper Lanterns", "Ann Ash", "Paper Lanterns - Single"), SongOf("Paper Lanterns", "Ann Ash", "Lanterns"), SongOf("Paper Lanterns", "Ann Ash", "Greatest Hits", id: "hits")),

        // Identifiers are evidence.
        Must("same code, damaged title, same length", TrackOf("Track 10", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001")),
        Must("same code, same title, other length", TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Paper Lanterns", "Ann Ash", seconds: 320, isrc: "GBAAA0000001")),
        Ask("same code, other title and length", TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Stone Harbour", "Ann Ash", seconds: 320, isrc: "GBAAA0000001")),
        Ask("same code, other title, length unknown", TrackOf("Paper Lanterns", "Ann Ash", seconds: null, isrc: "GBAAA0000001"), SongOf("Stone Harbour", "Ann Ash", isrc: "GBAAA0000001")),
        Ask("one code on two recordings, neither of them right", TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Stone Harbour", "Ann Ash", seconds: 320, isrc: "GBAAA0000001"), SongOf("Iron Bell", "Ann Ash", seconds: 250, isrc: "GBAAA0000001", id: "other")),
        Must("one code on two recordings, one of them right", TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Stone Harbour", "Ann Ash", seconds: 320, isrc: "GBAAA0000001", id: "other")),
        Must("two codes in one tag", TrackOf("Track 10", "Ann Ash", isrc: "GBAAA0000002"), SongOf("Paper Lanterns", "Ann Ash", isrc: "gb-aaa-00-00001; GB-AAA-00-00002")),
    ];

    public static TheoryData<string> Reasons => [.. All.Select(row => row.Reason)];

    public static MatchCase Get(string reason) => All.Single(row => row.Reason == reason);
}
