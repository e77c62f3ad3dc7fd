using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>The cases that the matcher must decide as docs/matching.md says. A sample: the rules hold beyond it.</summary>
public static class MatchCases
{
    public static readonly MatchCase[] All =
    [
        // Decoration is dropped.
        Must("remaster with a year", Track_("Bohemian Rhapsody (2011 Remaster)", "Queen"), Song_("Bohemian Rhapsody", "Queen")),
        Must("remastered album version", Track_("I Wanna Rock (Remastered Album Version)", "Twisted Sister"), Song_("I Wanna Rock", "Twisted Sister")),
        Must("remastered, year first", Track_("The Way You Look Tonight (2008 Remastered)", "Frank Sinatra"), Song_("The Way You Look Tonight", "Frank Sinatra")),
        Must("single version", Track_("Paper Lanterns - Single Version", "Ann Ash"), Song_("Paper Lanterns", "Ann Ash")),
        Must("album version", Track_("Paper Lanterns - Album Version", "Ann Ash"), Song_("Paper Lanterns", "Ann Ash")),
        Must("mono", Track_("Paper Lanterns - Mono", "Ann Ash"), Song_("Paper Lanterns", "Ann Ash")),
        Must("explicit", Track_("Paper Lanterns (Explicit)", "Ann Ash"), Song_("Paper Lanterns", "Ann Ash")),
        Must("decoration on a title of one letter", Track_("X - Single Version", "Ann Ash"), Song_("X", "Ann Ash")),
        Must("decoration in the library", Track_("Paper Lanterns", "Ann Ash"), Song_("Paper Lanterns (Bonus Track) [2009 Digital Remaster]", "Ann Ash")),
        Must("from a series", Track_("I Can't Hear It Now (from the series Arcane League of Legends)", "Freya Ridings"), Song_("I Can't Hear It Now", "Freya Ridings")),
        Must("from a film, quoted", Track_("Paper Lanterns (From \"The Long Way\")", "Ann Ash"), Song_("Paper Lanterns", "Ann Ash")),
        Must("session named by the album", Track_("Champagne Supernova (OurVinyl Sessions)", "Nora Lane"), Song_("Champagne Supernova", "Nora Lane", "Nora Lane | OurVinyl Sessions")),
        Must("subtitle on both sides", Track_("Do You Know? (The Ping Pong Song)", "Enrique Iglesias"), Song_("Do You Know? (The Ping Pong Song)", "Enrique Iglesias")),
        Must("subtitle on one side", Track_("Do You Know? (The Ping Pong Song)", "Enrique Iglesias"), Song_("Do You Know?", "Enrique Iglesias")),
        Must("subtitle on one side, lengths unknown", Track_("Do You Know? (The Ping Pong Song)", "Enrique Iglesias", seconds: null), Song_("Do You Know?", "Enrique Iglesias")),

        // The same version, spelled another way.
        Must("acoustic behind a dash", Track_("Hey Jude - Acoustic", "The Ferns"), Song_("Hey Jude (Acoustic)", "The Ferns"), Song_("Hey Jude", "The Ferns", id: "studio")),
        Must("whose remix, behind a dash", Track_("Song - Artist Y Remix", "Ann Ash"), Song_("Song (Artist Y Remix)", "Ann Ash"), Song_("Song", "Ann Ash", id: "studio")),
        Must("ver. and version", Track_("Twin Ver.", "Ann Ash"), Song_("Twin Version", "Ann Ash")),
        Must("live in square brackets", Track_("Cameron [Live]", "Ann Ash"), Song_("Cameron - Live", "Ann Ash"), Song_("Cameron", "Ann Ash", id: "studio")),
        Must("live told by the album's name", Track_("Cameron (Live)", "Ann Ash"), Song_("Cameron", "Ann Ash", "Live at Wembley"), Song_("Cameron", "Ann Ash", "Cameron", id: "studio")),

        Must("unplugged told by the album's name", Track_("Cameron - Live", "Ann Ash", "MTV Unplugged"), Song_("Cameron", "Ann Ash", "MTV Unplugged")),

        // Guests and credits.
        Must("guests in brackets and bare", Track_("BANKROLL (feat. A$AP Rocky & A$AP Ferg)", "Brockhampton"), Song_("BANKROLL ft. A$AP Rocky and A$AP Ferg", "Brockhampton")),
        Must("three artists and one", Track_("Jeena Sikha De", "Arijit Singh|Ved Sharma|Kunaal Vermaa"), Song_("Jeena Sikha De", "Arijit Singh")),
        Must("three artists in one line and one", Track_("Jeena Sikha De", "Arijit Singh, Ved Sharma, Kunaal Vermaa"), Song_("Jeena Sikha De", "Arijit Singh")),
        Must("guest in the title only at the source", Track_("Overdrive (feat. Norma Jean Martine)", "Ofenbach"), Song_("Overdrive", "Ofenbach")),
        Must("guests and joined artists", Track_("Vision", "Fiberoptics, The Polish Ambassador ft. Sean Haefeli"), Song_("Vision (ft. Sean Haefeli)", "Fiberoptics & The Polish Ambassador")),
        Must("the article", Track_("Paper Lanterns", "The Black Eyed Peas"), Song_("Paper Lanterns", "Black Eyed Peas")),
        Must("with in a title is no credit", Track_("With or Without You", "U2"), Song_("With or Without You", "U2")),
        Must("with in the middle of a title", Track_("Come with Me", "Ann Ash"), Song_("Come with Me", "Ann Ash")),
        Must("a name with a comma", Track_("Paper Lanterns", "Tyler, The Creator"), Song_("Paper Lanterns", "Tyler, The Creator")),
        Must("a name with comma and ampersand", Track_("Paper Lanterns", "Earth, Wind & Fire"), Song_("Paper Lanterns", "Earth, Wind and Fire")),
        Must("a duo by its ampersand", Track_("Paper Lanterns", "Simon & Garfunkel"), Song_("Paper Lanterns", "Simon and Garfunkel")),
        Must("the sort name", Track_("Paper Lanterns", "Fischer, The"), Song_("Paper Lanterns", "The Fischer")),

        // Case, punctuation, symbols.
        Must("case in the album", Track_("My Friends Over You", "New Found Glory", "Sticks And Stones"), Song_("My Friends over You", "New Found Glory", "Sticks and Stones")),
        Must("quotes", Track_("I Don't Know You", "The Marías"), Song_("I Don’t Know You", "The Marías")),
        Must("signs that file names cannot hold", Track_("You See Big Girl / T:T", "Hiroyuki Sawano"), Song_("You See Big Girl _ T_T", "Hiroyuki Sawano")),
        Must("two hyphens", Track_("Tomboy", "(G)I-DLE"), Song_("Tomboy", "(G)I‐DLE")),
        Must("a number as title", Track_("5150", "Van Halen"), Song_("5150", "Van Halen")),
        Must("an acronym and a bracket in the album", Track_("V.A.N", "Bad Omens|Poppy", "CONCRETE JUNGLE [THE OST]"), Song_("V.A.N", "Bad Omens|Poppy", "CONCRETE JUNGLE [THE OST]")),
        Must("composed and decomposed", Track_("Noël", "Ann Ash"), Song_("Noe\u0308l", "Ann Ash")),
        Must("the artist in the title, as videos have it", Track_("Arctic Monkeys - Do I Wanna Know?", "Arctic Monkeys"), Song_("Do I Wanna Know?", "Arctic Monkeys")),
        Must("the artist in the title alone", Track_("Arctic Monkeys - Do I Wanna Know?", ""), Song_("Do I Wanna Know?", "Arctic Monkeys")),
        Must("the artist in the title, a channel as artist", Track_("Arctic Monkeys - Do I Wanna Know? (Official Video)", "Official Arctic Channel"), Song_("Do I Wanna Know?", "Arctic Monkeys")),
        Must("a dash in the artist's name, cut wrongly", Track_("Band - Paper Lanterns", "The Two"), Song_("Paper Lanterns", "The Two - Band")),
        Must("full width letters", Track_("Ｐａｐｅｒ Lanterns", "Ann Ash"), Song_("Paper Lanterns", "ＡＮＮ ASH")),
        Must("sharp s", Track_("STRASSE", "Ann Ash"), Song_("Straße", "Ann Ash")),
        Must("Turkish i", Track_("ISPARTA YOLU", "Ann Ash"), Song_("ısparta yolu", "Ann Ash")),
        Must("a title of signs", Track_("???", "Ann Ash"), Song_("???", "Ann Ash"), Song_("!!!", "Ann Ash", id: "other")),
        Not("two titles of different signs", Track_("???", "Ann Ash"), Song_("!!!", "Ann Ash")),

        // Other scripts.
        Must("Latin letters for Cyrillic", Track_("Kamin", "EMIN"), Song_("Камин", "EMIN", seconds: 201)),
        Ask("a name in Han and in Latin", Track_("Shinunoga E-Wa", "藤井風"), Song_("Shinunoga E-Wa", "Fujii Kaze")),
        Must("a name in Han and in Latin, same MusicBrainz recording", Track_("Shinunoga E-Wa", "藤井風", mbid: "9a1c"), Song_("Shinunoga E-Wa", "Fujii Kaze", mbid: "9a1c")),
        Must("a translated title, same MusicBrainz recording", Track_("オールナイトレディオ", "Ado", mbid: "9a1c"), Song_("All Night Radio", "Ado", mbid: "9a1c")),
        Not("a translated title", Track_("オールナイトレディオ", "Ado"), Song_("All Night Radio", "Ado")),
        Must("Cyrillic is itself", Track_("Вниз", "Ploho"), Song_("Вниз", "Ploho")),
        Must("Greek is itself", Track_("Πλατεία Βάθης", "Ploho"), Song_("ΠΛΑΤΕΙΑ ΒΑΘΗΣ", "Ploho")),
        Not("two Cyrillic titles", Track_("Катюша", "Хор"), Song_("Калинка", "Хор")),
        Must("Vietnamese, decomposed", Track_("Đừng Làm Trái Tim Anh Đau", "Ann Ash"), Song_("Đừng Làm Trái Tim Anh Đau".Normalize(System.Text.NormalizationForm.FormD), "Ann Ash")),
        Ask("Vietnamese without its marks", Track_("Dung Lam Trai Tim Anh Dau", "Ann Ash"), Song_("Đừng Làm Trái Tim Anh Đau", "Ann Ash")),
        Must("a few marks missing", Track_("Deja Vu", "Beyonce"), Song_("Déjà Vu", "Beyoncé")),

        // The right song in another version.
        Ask("live wanted, studio there", Track_("Cameron (Live)", "Ann Ash"), Song_("Cameron", "Ann Ash")),
        Ask("studio wanted, live there", Track_("Cameron", "Ann Ash"), Song_("Cameron - Live", "Ann Ash")),
        Ask("studio wanted, a live album there", Track_("Cameron", "Ann Ash"), Song_("Cameron", "Ann Ash", "Live at Wembley")),
        Ask("live at two places", Track_("All Night (Live @ Pukkelpop)", "Ann Ash"), Song_("All Night (Live at Wembley)", "Ann Ash")),
        Ask("a remix and another version", Track_("Emerge (Junkie XL Remix)", "Fischerspooner"), Song_("Emerge (DFA Version)", "Fischerspooner")),
        Ask("two remixes of the same length", Track_("Silence (ISOS remix edit, Tiësto)", "Delerium"), Song_("Silence (Fade's Sanctuary radio edit)", "Delerium")),
        Ask("a version of another year", Track_("Sabor de amor (Versión 1988)", "Danza Invisible"), Song_("Sabor de amor", "Danza Invisible")),
        Ask("karaoke", Track_("Cameron", "Ann Ash"), Song_("Cameron (Karaoke Version)", "Ann Ash")),
        Ask("instrumental", Track_("Cameron", "Ann Ash"), Song_("Cameron (Instrumental)", "Ann Ash")),
        Ask("8-bit", Track_("Cameron", "Ann Ash"), Song_("Cameron (8-bit)", "Ann Ash")),
        Ask("sped up", Track_("Cameron", "Ann Ash"), Song_("Cameron (Sped Up)", "Ann Ash")),
        Ask("recorded again", Track_("Song (Taylor's Version)", "Taylor Swift"), Song_("Song", "Taylor Swift")),
        Ask("the same title, far apart in length", Track_("Cameron", "Ann Ash", "One"), Song_("Cameron", "Ann Ash", "Two", seconds: 260)),
        Not("a session of another artist's song", Track_("I NEED U - Spotify Singles", "ENHYPEN"), Song_("I NEED U", "BTS")),

        // Another song.
        Not("a title that holds the other", Track_("Dani California", "Red Hot Chili Peppers"), Song_("Californication", "Red Hot Chili Peppers")),
        Not("a cover by name", Track_("Sweet Dreams (Are Made of This)", "Eurythmics"), Song_("Sweet Dreams (Are Made of This)", "Marilyn Manson"), Song_("Sweet Dreams (Are Made of This)", "Weezer", id: "other")),
        Not("the same title of somebody else", Track_("Yesterday", "Paul McCartney"), Song_("Yesterday", "Atmosphere")),
        Not("love is not loveless", Track_("Love", "Ann Ash"), Song_("Loveless", "Ann Ash"), Song_("Love Story", "Ann Ash", id: "other")),
        Not("go is not let it go", Track_("Go", "Ann Ash"), Song_("Let It Go", "Ann Ash")),
        Not("run is not run the world", Track_("Run", "Ann Ash"), Song_("Run the World", "Ann Ash")),
        Not("a longer title", Track_("Yesterday", "Ann Ash"), Song_("Yesterday Once More", "Ann Ash")),
        Not("another number", Track_("Song 1", "Ann Ash"), Song_("Song 2", "Ann Ash")),
        Not("another volume", Track_("Beats Vol. 4", "Ann Ash"), Song_("Beats Vol. 5", "Ann Ash")),
        Not("part two and no part", Track_("Lanterns, Pt. 2", "Ann Ash"), Song_("Lanterns", "Ann Ash")),
        Not("another year as title", Track_("1989", "Ann Ash"), Song_("1999", "Ann Ash")),
        Not("one word of the title is another", Track_("Postman of the Western Isles", "Ann Ash"), Song_("Taxman of the Western Isles", "Ann Ash")),
        Must("part two in another form", Track_("Lanterns, Pt. 2", "Ann Ash"), Song_("Lanterns (Part II)", "Ann Ash")),
        Must("a typing mistake, same length", Track_("Paper Lantrens", "Ann Ash"), Song_("Paper Lanterns", "Ann Ash")),
        Ask("a typing mistake, length unknown", Track_("Paper Lantrens", "Ann Ash", seconds: null), Song_("Paper Lanterns", "Ann Ash")),

        // Several right ones.
        Must("the source's album decides, studio", Track_("Enjoy the Silence", "Depeche Mode", "Violator", seconds: null), Song_("Enjoy the Silence", "Depeche Mode", "Violator"), Song_("Enjoy the Silence", "Depeche Mode", "101 (Live)", seconds: 390, id: "live")),
        Must("the source's album decides, live", Track_("Enjoy the Silence", "Depeche Mode", "101", seconds: null), Song_("Enjoy the Silence", "Depeche Mode", "101 (Live)", seconds: 390), Song_("Enjoy the Silence", "Depeche Mode", "Violator", id: "studio")),
        Must("the source's album, though a compilation", Track_("Paper Lanterns", "Ann Ash", "Greatest Hits"), Song_("Paper Lanterns", "Ann Ash", "Greatest Hits"), Song_("Paper Lanterns", "Ann Ash", "Lanterns", id: "album")),
        Must("no compilation where the source's album is missing", Track_("Paper Lanterns", "Ann Ash", "Paper Lanterns - Single"), Song_("Paper Lanterns", "Ann Ash", "Lanterns"), Song_("Paper Lanterns", "Ann Ash", "Greatest Hits", id: "hits")),

        // Identifiers are evidence.
        Must("same code, damaged title, same length", Track_("Track 10", "Ann Ash", isrc: "GBAAA0000001"), Song_("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001")),
        Must("same code, same title, other length", Track_("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), Song_("Paper Lanterns", "Ann Ash", seconds: 320, isrc: "GBAAA0000001")),
        Ask("same code, other title and length", Track_("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), Song_("Stone Harbour", "Ann Ash", seconds: 320, isrc: "GBAAA0000001")),
        Ask("same code, other title, length unknown", Track_("Paper Lanterns", "Ann Ash", seconds: null, isrc: "GBAAA0000001"), Song_("Stone Harbour", "Ann Ash", isrc: "GBAAA0000001")),
        Ask("one code on two recordings, neither of them right", Track_("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), Song_("Stone Harbour", "Ann Ash", seconds: 320, isrc: "GBAAA0000001"), Song_("Iron Bell", "Ann Ash", seconds: 250, isrc: "GBAAA0000001", id: "other")),
        Must("one code on two recordings, one of them right", Track_("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), Song_("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), Song_("Stone Harbour", "Ann Ash", seconds: 320, isrc: "GBAAA0000001", id: "other")),
        Must("two codes in one tag", Track_("Track 10", "Ann Ash", isrc: "GBAAA0000002"), Song_("Paper Lanterns", "Ann Ash", isrc: "gb-aaa-00-00001; GB-AAA-00-00002")),
    ];

    public static TheoryData<string> Reasons => [.. All.Select(row => row.Reason)];

    public static MatchCase Get(string reason) => All.Single(row => row.Reason == reason);
}
