using FuzzySharp;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Speed;

/// <summary>The baselines for the matcher: the minimum cost of any index, and the results of tools without one.</summary>
internal static class Yardsticks
{
    /// <summary>D: a plain dictionary of the lower-cased "artist|title", best of five after a full collection.</summary>
    public static TimeSpan PlainDictionary(IReadOnlyList<Song> songs)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            var watch = ProcessorClock.Start();
            var index = new Dictionary<string, int>(songs.Count);
            for (var i = 0; i < songs.Count; i++)
            {
                index[$"{songs[i].Artist}|{songs[i].Title}".ToLowerInvariant()] = i;
            }

            var elapsed = watch.Elapsed;
            GC.KeepAlive(index);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }

    /// <summary>S: scans all songs by 0.6 · title + 0.4 · artist with the textbook's edit distance. Returns the best one and its similarity
    /// from 0 to 1.</summary>
    public static (int Song, double Similarity) Scan(PlainSong[] songs, SourceTrack track)
    {
        var (title, artist) = (track.Title.ToLowerInvariant(), track.ArtistLine.ToLowerInvariant());
        var (best, similarity) = (-1, -1.0);
        for (var i = 0; i < songs.Length; i++)
        {
            var score = (0.6 * Similarity(title, songs[i].Title)) + (0.4 * Similarity(artist, songs[i].Artist));
            if (score > similarity)
            {
                (best, similarity) = (i, score);
            }
        }

        return (best, similarity);
    }

    /// <summary>F: FuzzySharp's search for the best "artist title". Returns the best one and its similarity from 0 to 1.</summary>
    public static (int Song, double Similarity) FuzzySharpSearch(string[] choices, SourceTrack track)
    {
        var best = Process.ExtractOne($"{track.ArtistLine} {track.Title}", choices);
        return (best.Index, best.Score / 100.0);
    }

    /// <summary>The songs as S reads them.</summary>
    public static PlainSong[] PlainSongs(IReadOnlyList<Song> songs)
        => [.. songs.Select(song => new PlainSong(song.Title.ToLowerInvariant(), song.Artist.ToLowerInvariant()))];

    /// <summary>The songs as F reads them.</summary>
    public static string[] Choices(IReadOnlyList<Song> songs) => [.. songs.Select(song => $"{song.Artist} {song.Title}")];

    private static double Similarity(string a, string b)
    {
        var longest = Math.Max(a.Length, b.Length);
        return longest == 0 ? 1 : 1 - ((double)Distance(a, b) / longest);
    }

    // Wagner and Fischer, two rows.
    private static int Distance(string a, string b)
    {
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }

            (last, row) = (row, last);
        }

        return last[b.Length];
    }
}
