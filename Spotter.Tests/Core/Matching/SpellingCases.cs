using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>Names and words that are written in several ways, each kind beside what it must not reach.</summary>
public static class SpellingCases
{
    public static readonly MatchCase[] All =
    [
        // Nothing that is there is called missing.
        Ask("an artist half alike", TrackOf("Paper Lanterns", "Walter Grun"), SongOf("Paper Lanterns", "The Mad World of Walter Grun")),
        Must("an artist half alike, on the album, as long", TrackOf("Paper Lanterns", "Walter Grun", "Lanterns"), SongOf("Paper Lanterns", "The Mad World of Walter Grun", "Lanterns")),
        Ask("title, album and length, and another artist", TrackOf("Paper Lanterns", "Ninja Sound", "Lanterns"), SongOf("Paper Lanterns", "Ann Ash", "Lanterns")),
        Not("the title alone", TrackOf("Paper Lanterns", "Ninja Sound"), SongOf("Paper Lanterns", "Ann Ash")),
        Not("a common word of two names", TrackOf("Paper Lanterns", "DJ Marvo"), SongOf("Paper Lanterns", "DJ Quill")),
        Ask("a name without what many have", TrackOf("Paper Lanterns", "DJ Marvo"), SongOf("Paper Lanterns", "Marvo")),
        Ask("an identifier's own song", TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), SongOf("Iron Bell", "Bo Birch", seconds: 100, isrc: "GBAAA0000001")),
        Must("a close title on the album, lengths unknown", TrackOf("Paper Lantrens", "Ann Ash", "Tides", seconds: null), SongOf("Paper Lanterns", "Ann Ash", "Tides")),
        Must("a radio edit as long as the song", TrackOf("Halcyon - Radio Edit", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Ask("a radio edit of another length", TrackOf("Halcyon - Radio Edit", "Ann Ash"), SongOf("Halcyon", "Ann Ash", seconds: 260)),
        Ask("a radio edit of unknown length", TrackOf("Halcyon - Radio Edit", "Ann Ash", seconds: null), SongOf("Halcyon", "Ann Ash")),

        // Articles.
        Must("an article in front", TrackOf("The Racing Rats", "Ann Ash"), SongOf("Racing Rats", "Ann Ash")),
        Must("an article behind", TrackOf("Racing Rats, The", "Ann Ash"), SongOf("The Racing Rats", "Ann Ash")),
        Must("a French article", TrackOf("Les Poplars", "Ann Ash"), SongOf("Poplars", "Ann Ash")),
        Ask("an article, and nothing else that agrees", TrackOf("The Racing", "Ann Ash", seconds: null), SongOf("Racing", "Ann Ash")),
        Must("an article of a band", TrackOf("Paper Lanterns", "Die Pappeln"), SongOf("Paper Lanterns", "Pappeln")),

        // And.
        Must("a Norwegian and", TrackOf("Natt og Dag", "Ann Ash"), SongOf("Natt & Dag", "Ann Ash")),
        Must("a Spanish and", TrackOf("Uno y Otro", "Ann Ash"), SongOf("Uno & Otro", "Ann Ash")),
        Must("a French and", TrackOf("Toi et Moi", "Ann Ash"), SongOf("Toi & Moi", "Ann Ash")),

        // Guests and channels in the artist's place.
        Must("a guest in brackets", TrackOf("Paper Lanterns", "Ann Ash (feat. Bo Birch)"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a guest behind a dot", TrackOf("Paper Lanterns", "Ann Ash · Bo Birch"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a channel of a video site", TrackOf("Paper Lanterns", "Ann Ash - Topic"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("a time in front of the artist", TrackOf("Paper Lanterns", "[00:00] Ann Ash"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("the album behind the artist", TrackOf("Paper Lanterns", "Ann Ash - Lanterns", "Lanterns"), SongOf("Paper Lanterns", "Ann Ash", "Lanterns")),
        Must("title and artist in each other's place", TrackOf("Ann Ash", "Paper Lanterns"), SongOf("Paper Lanterns", "Ann Ash")),
        Not("half of both in each other's place", TrackOf("Ann Ash", "Paper Boats"), SongOf("Paper Lanterns", "Ann Ash")),
        Must("nobody on both sides", TrackOf("Paper Lanterns", "Various Artists"), SongOf("Paper Lanterns", "Various Artists")),

        // Numbers and lengths.
        Must("a number that is not padded, on the album", TrackOf("11 Paper Bells", "Ann Ash", "Tides"), SongOf("Paper Bells", "Ann Ash", "Tides")),
        Must("a number and a dot, on the album", TrackOf("10.Paper Bells", "Ann Ash", "Tides"), SongOf("Paper Bells", "Ann Ash", "Tides")),
        Not("a number that is not padded, without an album", TrackOf("11 Paper Bells", "Ann Ash"), SongOf("Paper Bells", "Ann Ash")),
        Must("a length behind the title", TrackOf("Paper Bells 3:57", "Ann Ash", seconds: null), SongOf("Paper Bells", "Ann Ash")),
        Must("a length in brackets", TrackOf("Paper Bells (3:57)", "Ann Ash", seconds: null), SongOf("Paper Bells", "Ann Ash")),
        Must("a title that is a time", TrackOf("4:33", "Ann Ash"), SongOf("4:33", "Ann Ash")),
        Must("a number sign", TrackOf("Etude #5", "Ann Ash"), SongOf("Etude No. 5", "Ann Ash")),
        Not("another number behind the sign", TrackOf("Etude #5", "Ann Ash"), SongOf("Etude No. 6", "Ann Ash")),

        // As it is spoken.
        Must("wanna", TrackOf("I Wanna Go", "Ann Ash", seconds: null), SongOf("I Want to Go", "Ann Ash")),
        Must("till", TrackOf("'Til the Morning", "Ann Ash", seconds: null), SongOf("Till the Morning", "Ann Ash")),
        Must("U for you", TrackOf("Nothing Like U", "Ann Ash", seconds: null), SongOf("Nothing Like You", "Ann Ash")),
        Must("4 for for", TrackOf("Only 4 You", "Ann Ash", seconds: null), SongOf("Only for You", "Ann Ash")),
        Must("British and American", TrackOf("Colour of Grey", "Ann Ash", seconds: null), SongOf("Color of Gray", "Ann Ash")),
        Must("Mr and Mister", TrackOf("Mr. Harbour", "Ann Ash", seconds: null), SongOf("Mister Harbour", "Ann Ash")),
        Must("a number in words", TrackOf("Five Years", "Ann Ash", seconds: null), SongOf("5 Years", "Ann Ash")),
        Not("another number in words", TrackOf("Five Years", "Ann Ash"), SongOf("Six Years", "Ann Ash")),
        Not("part four is not for", TrackOf("Tides, Pt. 4", "Ann Ash"), SongOf("Tides, Pt. 5", "Ann Ash")),

        // Subtitles that begin like a version, and versions beside them.
        Must("a subtitle that begins with live", TrackOf("Tides (Live Your Life)", "Ann Ash"), SongOf("Tides", "Ann Ash")),
        Must("a subtitle that begins with take", TrackOf("Tides (Take a Look Around)", "Ann Ash"), SongOf("Tides", "Ann Ash")),
        Ask("live in a place", TrackOf("Tides (Live Wembley 1986)", "Ann Ash"), SongOf("Tides", "Ann Ash")),
        Ask("a take with its number", TrackOf("Tides (Take 2)", "Ann Ash"), SongOf("Tides", "Ann Ash")),
        Must("a remaster's year behind a dash of its own", TrackOf("Halcyon - 2011 - Remaster", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Must("a remaster's year behind it", TrackOf("Halcyon - Remaster - 2011", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Must("re-mastered", TrackOf("Halcyon (Re-Mastered)", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Must("re-issued", TrackOf("Halcyon (Re-issue 2005)", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Must("explicit as a letter", TrackOf("Halcyon [E]", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Must("surround sound", TrackOf("Halcyon (Dolby Atmos)", "Ann Ash"), SongOf("Halcyon", "Ann Ash")),
        Must("a year alone is a version on both sides", TrackOf("Halcyon - 1988", "Ann Ash"), SongOf("Halcyon (1988)", "Ann Ash"), SongOf("Halcyon", "Ann Ash", id: "studio")),
        Must("a concert as the album's name", TrackOf("Halcyon - Live", "Ann Ash"), SongOf("Halcyon", "Ann Ash", "The Tokyo Concert"), SongOf("Halcyon", "Ann Ash", "Tides", id: "studio")),

        // Letters.
        Must("Icelandic letters", TrackOf("Með suð", "Ann Ash", seconds: null), SongOf("Med sud", "Ann Ash")),
        Must("two letters for one with dots", TrackOf("Für Elsa Kahn", "Ann Ash", seconds: null), SongOf("Fuer Elsa Kahn", "Ann Ash")),
        Must("a hamza", TrackOf("أحبك", "Ann Ash", seconds: null), SongOf("احبك", "Ann Ash")),
        Must("katakana and hiragana", TrackOf("さくら", "Ann Ash", seconds: null), SongOf("サクラ", "Ann Ash")),
        Must("traditional and simplified Chinese", TrackOf("輕輕對你說", "盧廣仲", seconds: null), SongOf("轻轻对你说", "卢广仲")),
        Must("a name and its translation", TrackOf("봄날 (Spring Day)", "Ann Ash"), SongOf("Spring Day", "Ann Ash")),
        Must("a translation and its name", TrackOf("Spring Day", "Ann Ash"), SongOf("봄날 (Spring Day)", "Ann Ash")),
        Must("HTML entities", TrackOf("Don&#39;t Stop &amp; Go", "Ann Ash", seconds: null), SongOf("Don't Stop & Go", "Ann Ash")),
        Must("a picture", TrackOf("Happy Tides 😀", "Ann Ash", seconds: null), SongOf("Happy Tides", "Ann Ash")),
        Must("money for a letter", TrackOf("Ca$h Ma$$", "Ann Ash", seconds: null), SongOf("Cash Mass", "Ann Ash")),
    ];
}
