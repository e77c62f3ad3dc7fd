using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>A title as written comes before any reading that cuts something off; and which of several songs is chosen.</summary>
public static class AsWrittenCases
{
    private const string Library = "Rivers";

    public static readonly MatchCase[] All =
    [
        // A tail that is a version is never taken for the name of an artist or album.
        Ask("a remix by the artists of the track", TrackOf("Halcyon - Otto Quill x Mira Vance Remix", "Lena Holt|Otto Quill|Mira Vance"), SongOf("Halcyon", "Lena Holt", Library, seconds: 189)),
        Must("the remix itself", TrackOf("Halcyon - Otto Quill x Mira Vance Remix", "Lena Holt|Otto Quill|Mira Vance"), SongOf("Halcyon - Otto Quill x Mira Vance Remix", "Lena Holt|Otto Quill|Mira Vance")),
        .. ((string[])["Acoustic", "Demo", "Stripped", "Instrumental", "Remix", "Sped Up"]).SelectMany(VersionAlbum),

        // If the album's name is cut off, only that album will do.
        Must("a chapter of the book that the album is", TrackOf("Dune Road - Chapter 4", "Ann Reader", "Dune Road"), SongOf("Dune Road - Chapter 4", "Ann Reader", "Dune Road")),
        Must("the chapter alone on that album", TrackOf("Dune Road - Chapter 4", "Ann Reader", "Dune Road"), SongOf("Chapter 4", "Ann Reader", "Dune Road"), SongOf("Chapter 5", "Ann Reader", "Dune Road", id: "next")),
        NotWritten("a part of another album", TrackOf("Asha Vaar - Part 1", "Bo Birch", "Asha Vaar"), SongOf("Part 1", "Bo Birch", "Other Vaar")),
        Must("the name of the album behind the title", TrackOf("Stone Harbour - Tides", "Ann Ash", "Tides"), SongOf("Stone Harbour", "Ann Ash", "Tides")),
        Must("artist in the title, and an album called like the song", TrackOf("Ida Storm - Paper Bells", "", "Paper Bells"), SongOf("Paper Bells", "Ida Storm", "Paper Bells")),
        Must("artist in the title, and a song called like the album", TrackOf("Ida Storm - Sleeping", "", "Sleeping"), SongOf("Sleeping", "Ida Storm", "Nights")),

        // The one that is asked for.
        Must("one remix of two by one maker", TrackOf("Halcyon (Quillmann Louder Remix)", "Lena Holt"), SongOf("Halcyon (Quillmann Louder Remix)", "Lena Holt"), SongOf("Halcyon (Quillmann SF Remix)", "Lena Holt", id: "a")),
        NotWritten("the other remix of that maker", TrackOf("Halcyon (Quillmann Louder Remix)", "Lena Holt"), SongOf("Halcyon (Quillmann SF Remix)", "Lena Holt")),
        Must("mono beside stereo", TrackOf("Evenfall (Mono)", "Ann Ash"), SongOf("Evenfall", "Ann Ash", id: "a"), SongOf("Evenfall (Mono)", "Ann Ash")),
        Must("with its guest beside without", TrackOf("Nettle (feat. Ria Roe)", "Ann Ash"), SongOf("Nettle", "Ann Ash", id: "a"), SongOf("Nettle (feat. Ria Roe)", "Ann Ash")),
        Must("without a guest beside with one", TrackOf("Nettle", "Ann Ash"), SongOf("Nettle (feat. Ria Roe)", "Ann Ash", id: "a"), SongOf("Nettle", "Ann Ash")),
        Must("of two concerts on one album the one called so", TrackOf("Nettle (Live Version)", "Ann Ash", "Live at Montreux", seconds: null), SongOf("Nettle (Live Version)", "Ann Ash", "Live at Montreux"), SongOf("Nettle - Live", "Ann Ash", "Live at Montreux", seconds: 180, id: "a")),

        // The right credit.
        Must("the solo beside the duet", TrackOf("Lone", "U9"), SongOf("Lone", "Mary Kay & U9", id: "a"), SongOf("Lone", "U9")),
        Must("the duet beside the solo", TrackOf("Lone", "Mary Kay & U9"), SongOf("Lone", "U9", id: "a"), SongOf("Lone", "Mary Kay & U9")),
        NotWritten("one guest, two artists", TrackOf("Halcyon (feat. Rita Roe)", "Ann Ash"), SongOf("Halcyon (feat. Rita Roe)", "Bob Birk")),
        NotWritten("one guest in the credits, two artists", TrackOf("Halcyon", "Ann Ash feat. Rita Roe"), SongOf("Halcyon", "Bob Birk feat. Rita Roe")),
        Must("a guest here, an artist there", TrackOf("Halcyon (feat. Rita Roe)", "Ann Ash"), SongOf("Halcyon", "Ann Ash|Rita Roe")),
        NotWritten("an album called like its song excuses no length", TrackOf("Halcyon", "Ann Ash|Bo Birch", "Halcyon", seconds: 208), SongOf("Halcyon", "Bo Birch|Ida Elm", "Halcyon", seconds: 226)),
    ];

    /// <summary>Shown or not, but never written.</summary>
    private static MatchCase NotWritten(string reason, Spotter.Core.Tracks.SourceTrack track, params Spotter.Core.Tracks.Song[] songs)
        => new(reason, track, songs, [Spotter.Core.Matching.MatchZone.Review, Spotter.Core.Matching.MatchZone.None], null);

    private static IEnumerable<MatchCase> VersionAlbum(string version)
    {
        var track = TrackOf($"Halcyon - {version}", "Lena Holt", version);
        yield return Ask($"{version}, as the album is called", track, SongOf("Halcyon", "Lena Holt", Library));
        yield return Must($"{version}, as the album is called, and so the song", track, SongOf($"Halcyon - {version}", "Lena Holt", version));
    }
}
