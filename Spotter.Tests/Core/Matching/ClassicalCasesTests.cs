using Spotter.Core.Matching;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>Works, movements and players as tags name them.</summary>
public sealed class ClassicalCasesTests
{
    private const string Fifth = "Symphony No. 5 in C Minor, Op. 67: I. Allegro con brio";
    private const string Kleiber = "Ludwig van Beethoven|Wiener Philharmoniker|Carlos Kleiber";

    public static readonly MatchCase[] All =
    [
        Must("the same words", TrackOf(Fifth, Kleiber), SongOf(Fifth, Kleiber)),
        Must("composer in front, Arabic movement, no opus and no key", TrackOf(Fifth, Kleiber), SongOf("Beethoven: Symphony No.5 - 1. Allegro con brio", Kleiber)),
        Must("German words", TrackOf(Fifth, Kleiber), SongOf("Sinfonie Nr. 5 c-Moll op. 67 - 1. Satz: Allegro con brio", Kleiber)),
        Must("German words with nickname", TrackOf("Symphonie Nr. 5 c-moll, Op. 67 \"Schicksal\": I. Allegro con brio", Kleiber), SongOf(Fifth, Kleiber)),
        Must("French words", TrackOf("Symphonie n° 5 en ut mineur, op. 67 : I. Allegro con brio", Kleiber), SongOf(Fifth, Kleiber)),
        Must("a sign for the number", TrackOf("Beethoven: Symphony #5 In C Minor, Op. 67 - 1. Allegro Con Brio", Kleiber), SongOf(Fifth, Kleiber)),
        Must("a nickname in quotes", TrackOf("Piano Sonata No. 14 in C-Sharp Minor, Op. 27 No. 2 \"Moonlight\": I. Adagio sostenuto", "Wilhelm Kempff"), SongOf("Klaviersonate Nr. 14 cis-Moll op. 27/2 - I. Adagio sostenuto", "Wilhelm Kempff")),
        Must("catalogue by K. and KV", TrackOf("Symphony No. 40 in G Minor, K. 550: I. Molto allegro", "Karl Böhm"), SongOf("Sinfonie Nr. 40 g-Moll KV 550: 1. Molto allegro", "Karl Böhm")),
        Must("catalogue BWV, glued", TrackOf("Brandenburg Concerto No. 3 in G Major, BWV 1048: III. Allegro", "Trevor Pinnock|The English Concert"), SongOf("Brandenburgisches Konzert Nr. 3 G-Dur BWV1048 - 3. Allegro", "Trevor Pinnock|The English Concert")),
        Must("Haydn by Hoboken", TrackOf("Piano Sonata in E-Flat Major, Hob. XVI:52: I. Allegro", "Alfred Brendel"), SongOf("Haydn: Klaviersonate Es-Dur Hob.XVI/52 - 1. Allegro", "Alfred Brendel")),
        Must("Vivaldi by Ryom", TrackOf("Violin Concerto in E Major, RV 269 \"Spring\": I. Allegro", "Janine Jansen"), SongOf("The Four Seasons - Concerto No. 1 in E major, RV 269: 1. Allegro", "Janine Jansen")),
        Must("the German B is B flat", TrackOf("Piano Sonata No. 21 in B-Flat Major, D. 960: I. Molto moderato", "Alfred Brendel"), SongOf("Klaviersonate Nr. 21 B-Dur D 960 - I. Molto moderato", "Alfred Brendel")),
        Must("a prelude is no interlude here", TrackOf("Cello Suite No. 1 in G Major, BWV 1007: I. Prélude", "Yo-Yo Ma"), SongOf("Suite for Cello Solo No. 1 in G, BWV 1007 - 1. Prélude", "Yo-Yo Ma")),
        Must("a work of one movement", TrackOf("Nocturne No. 2 in E-Flat Major, Op. 9 No. 2", "Maurizio Pollini"), SongOf("Nocturne in E flat major, Op. 9/2", "Maurizio Pollini")),
        Must("the orchestra in another language", TrackOf(Fifth, "Carlos Kleiber|Vienna Philharmonic Orchestra"), SongOf("Beethoven: Symphony No.5 - 1. Allegro con brio", "Wiener Philharmoniker, Carlos Kleiber")),
        Must("the conductor by surname", TrackOf(Fifth, "Herbert von Karajan|Berliner Philharmoniker"), SongOf(Fifth, "Karajan: Berlin Philharmonic")),
        Must("composer by initials", TrackOf("Goldberg Variations, BWV 988: Aria", "J. S. Bach|Glenn Gould"), SongOf("Goldberg Variations, BWV 988: Aria", "Johann Sebastian Bach|Glenn Gould")),
        Must("composer here, players there, one album", TrackOf(Fifth, "Ludwig van Beethoven", "Beethoven: Symphonies Nos. 5 & 7"), SongOf(Fifth, "Carlos Kleiber|Wiener Philharmoniker", "Beethoven: Symphonies Nos. 5 & 7")),
        Must("composer alone on both sides", TrackOf(Fifth, "Ludwig van Beethoven"), SongOf("Beethoven: Symphony No.5 - 1. Allegro con brio", "Ludwig van Beethoven")),
        Must("remastered", TrackOf(Fifth + " - Remastered", Kleiber), SongOf(Fifth, Kleiber)),
        Must("the right movement of two", TrackOf(Fifth, Kleiber), SongOf("Beethoven: Symphony No.5 - 1. Allegro con brio", Kleiber), SongOf("Beethoven: Symphony No.5 - 2. Andante con moto", Kleiber, id: "second")),
        Must("the right players of two", TrackOf(Fifth, Kleiber), SongOf(Fifth, Kleiber), SongOf(Fifth, "Ludwig van Beethoven|Berliner Philharmoniker|Herbert von Karajan", id: "karajan")),

        Ask("the same orchestra under another conductor", TrackOf(Fifth, Kleiber), SongOf(Fifth, "Ludwig van Beethoven|Wiener Philharmoniker|Leonard Bernstein")),
        Ask("other players", TrackOf(Fifth, Kleiber), SongOf(Fifth, "Ludwig van Beethoven|Berliner Philharmoniker|Herbert von Karajan")),
        Ask("another pianist", TrackOf("Nocturne No. 2 in E-Flat Major, Op. 9 No. 2", "Frédéric Chopin|Maurizio Pollini"), SongOf("Nocturne No. 2 in E-Flat Major, Op. 9 No. 2", "Frédéric Chopin|Arthur Rubinstein")),
        Ask("another pianist, a title without numbers", TrackOf("Clair de lune", "Claude Debussy|Maurizio Pollini"), SongOf("Clair de lune", "Claude Debussy|Arthur Rubinstein")),
        Ask("the same soloist under another conductor", TrackOf("Piano Concerto No. 1 in E Minor, Op. 11: I. Allegro maestoso", "Martha Argerich|Claudio Abbado"), SongOf("Piano Concerto No. 1 in E Minor, Op. 11: I. Allegro maestoso", "Martha Argerich|Charles Dutoit")),
        Ask("the composer alone here, players there, no album", TrackOf(Fifth, "Ludwig van Beethoven"), SongOf(Fifth, Kleiber)),
        Ask("live", TrackOf(Fifth + " (Live)", Kleiber), SongOf(Fifth, Kleiber)),

        Not("another movement", TrackOf(Fifth, Kleiber), SongOf("Symphony No. 5 in C Minor, Op. 67: II. Andante con moto", Kleiber)),
        Not("another movement of the same tempo", TrackOf("Brandenburg Concerto No. 3 in G Major, BWV 1048: I. Allegro", Kleiber), SongOf("Brandenburg Concerto No. 3 in G Major, BWV 1048: III. Allegro", Kleiber)),
        Not("another movement, Arabic and Roman", TrackOf("Beethoven: Symphony No.5 - 3. Allegro", Kleiber), SongOf("Symphony No. 5 in C Minor, Op. 67: IV. Allegro", Kleiber)),
        Not("another number", TrackOf(Fifth, Kleiber), SongOf("Symphony No. 7 in A Major, Op. 92: I. Poco sostenuto - Vivace", Kleiber)),
        Not("another opus", TrackOf("Nocturne in E-Flat Major, Op. 9 No. 2", Kleiber), SongOf("Nocturne in E-Flat Major, Op. 55 No. 2", Kleiber)),
        Not("another number of the opus", TrackOf("Nocturne, Op. 9 No. 2", Kleiber), SongOf("Nocturne, Op. 9 No. 1", Kleiber)),
        Not("another key", TrackOf("Prelude and Fugue in C Major", Kleiber), SongOf("Prelude and Fugue in C Minor", Kleiber)),
        Not("another key in German", TrackOf("Sonate a-Moll: 1. Allegro", Kleiber), SongOf("Sonate A-Dur: 1. Allegro", Kleiber)),
        Not("another catalogue number", TrackOf("Cello Suite No. 1 in G Major, BWV 1007: I. Prélude", "Yo-Yo Ma"), SongOf("Cello Suite No. 2 in D Minor, BWV 1008: I. Prélude", "Yo-Yo Ma")),
        Not("another aria", TrackOf("Le nozze di Figaro, K. 492, Act I: Non più andrai", Kleiber), SongOf("Le nozze di Figaro, K. 492, Act I: Se vuol ballare", Kleiber)),
        Not("the whole work and a movement", TrackOf("Symphony No. 5 in C Minor, Op. 67", Kleiber), SongOf(Fifth, Kleiber)),
        Not("another composer's fifth", TrackOf("Symphony No. 5: I. Allegro", "Ludwig van Beethoven|Herbert von Karajan"), SongOf("Symphony No. 5: I. Allegro", "Dmitri Shostakovich|Herbert von Karajan")),
        Not("another composer of the same surname", TrackOf("Sonata in A Minor: I. Allegro", "Johann Sebastian Bach|Trevor Pinnock"), SongOf("Sonata in A Minor: I. Allegro", "Carl Philipp Emanuel Bach|Trevor Pinnock")),

        // Not everything with a number or a key is a work.
        Must("a waltz with a subtitle", TrackOf("Waltz #2 (XO)", "Ann Ash"), SongOf("Waltz #2", "Ann Ash")),
        Must("an opus that is a song", TrackOf("Opus 40 - Remastered", "Ann Ash"), SongOf("Opus 40", "Ann Ash")),
        Ask("an opus that is a song, live", TrackOf("Opus 40 (Live)", "Ann Ash"), SongOf("Opus 40", "Ann Ash")),
    ];

    public static TheoryData<string> Reasons => [.. All.Select(row => row.Reason)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Classical_music_is_told_apart_by_work_movement_and_players(string reason)
    {
        var row = All.Single(row => row.Reason == reason);
        foreach (var songs in new[] { row.Songs, [.. row.Songs.Reverse()] })
        {
            var result = new TrackMatcher(LibraryIndex.Build(songs), new()).Match(new(row.Track));

            Assert.True(row.Zones.Contains(result.Zone), $"{row.Reason}: {result.Zone}, {result.Reason}, {result.Score}");
            Assert.Equal(row.SongId, result.Song?.Id);
        }
    }
}
