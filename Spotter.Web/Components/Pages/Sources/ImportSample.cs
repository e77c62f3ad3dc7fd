using Spotter.Core.Formats;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The rows by which somebody sees how a playlist was understood.</summary>
/// <param name="First">The first rows.</param>
/// <param name="Odd">Of the others those that look worst, the worst first.</param>
/// <param name="OddCount">How many rows look odd, the first ones included.</param>
/// <param name="Lettered">Further rows by whose letters one sees whether the code page is right; empty where the letters are certain.</param>
public sealed record ImportSample(IReadOnlyList<SampleRow> First, IReadOnlyList<SampleRow> Odd, int OddCount, IReadOnlyList<SampleRow> Lettered)
{
    private const int RowsToShow = 5;
    private const int LetteredRowsToShow = 3;

    // What is shorter is a jingle, and what is longer a mix or a film; most are neither, but a column that was taken for another.
    private const int ShortestMs = 10_000;
    private const int LongestMs = 3_600_000;

    public static ImportSample Of(PlaylistFile playlist)
    {
        var tracks = playlist.Tracks;
        var first = tracks.Take(RowsToShow).Select((track, i) => new SampleRow(i + 1, track, DoubtsOf(track))).ToList();
        var odd = tracks.Select((track, i) => new SampleRow(i + 1, track, DoubtsOf(track))).Where(row => row.Doubts != RowDoubts.None).ToList();
        var worst = odd.Where(row => row.Number > first.Count).OrderByDescending(row => row.Doubts).ThenBy(row => row.Number).Take(RowsToShow).ToList();
        var shown = worst.Select(row => row.Number).ToHashSet();
        return new(first, worst, odd.Count, playlist.Undecoded is null ? [] :
        [
            .. tracks.Select((track, i) => new SampleRow(i + 1, track, DoubtsOf(track)))
                .Where(row => row.Number > first.Count && !shown.Contains(row.Number) && HasLetters(row.Track)).Take(LetteredRowsToShow),
        ]);
    }

    private static RowDoubts DoubtsOf(SourceTrack track)
        => (track.Artists.Count == 0 && !track.IsNamedByMbid ? RowDoubts.NoArtist : RowDoubts.None)
            | (track.DurationMs is < ShortestMs or > LongestMs ? RowDoubts.OddLength : RowDoubts.None)
            | (Texts(track).Any(text => text.Any(c => c == '\uFFFD' || char.IsControl(c))) ? RowDoubts.BrokenLetters : RowDoubts.None);

    private static bool HasLetters(SourceTrack track) => Texts(track).Any(text => text.Any(c => c > '\u007F'));

    private static IEnumerable<string> Texts(SourceTrack track) => track.Artists.Append(track.Title).Append(track.Album ?? "");
}
