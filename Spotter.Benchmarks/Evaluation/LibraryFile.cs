using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>A library as a file with one song per line. Everything but the id may be missing.</summary>
internal static class LibraryFile
{
    public static List<Song> Read(string path)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. JsonLines.Read(path, fields =>
        {
            var song = SongOf(fields);
            return ids.Add(song.Id) ? song : throw fields.Error($"the id \"{song.Id}\" stands in an earlier line too.");
        })];
    }

    private static Song SongOf(JsonFields fields)
    {
        var line = fields.Text("artist") ?? "";
        var artists = fields.Texts("artists") ?? [];
        return new()
        {
            Id = fields.Id("id"),
            Title = fields.Text("title") ?? "",
            Artist = line.Length > 0 ? line : string.Join(" • ", artists),
            Artists = artists.Count > 0 ? artists : line.Length > 0 ? [line] : [],
            Album = fields.Text("album"),
            AlbumArtist = fields.Text("albumArtist"),
            DurationMs = fields.Milliseconds("durationMs"),
            Isrcs = fields.Isrcs("isrc"),
            RecordingMbid = fields.Mbid("mbid"),
        };
    }
}
