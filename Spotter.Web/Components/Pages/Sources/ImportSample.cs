using Spotter.Core.Formats;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The rows that show the user how a playlist was read.</summary>
/// <param name="First">The first rows.</param>
/// <param name="Odd">The worst looking of the other rows, worst first.</param>
/// <param name="OddCount">The number of odd rows, including the first ones.</param>
/// <param name="Lettered">More rows with letters that show whether the code page is right. Empty if the encoding is certain.</param>
public sealed record ImportSample(IReadOnlyList<SampleRow> First, IReadOnlyList<SampleRow> Odd, int OddCount, IReadOnlyList<SampleRow> Lettered)
{
    private const int RowsToShow = 5;
    private const int LetteredRowsToShow = 3;

    // Anything shorter is a jingle, anything longer a mix or a film. Usually it is neither, but another column that was mistaken for the length.
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
