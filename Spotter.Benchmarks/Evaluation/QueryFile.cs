using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>Tracks to match as a file with one query per line. Everything but the id and the title may be missing.</summary>
internal static class QueryFile
{
    public static IEnumerable<LabelledQuery> Read(string path)
        => JsonLines.Read(path, fields => new LabelledQuery(fields.Id("qid"), TrackOf(fields), fields.Texts("expected"), fields.Text("category")));

    private static SourceTrack TrackOf(JsonFields fields)
    {
        var line = fields.Text("artist") ?? "";
        var artists = fields.Texts("artists") ?? [];
        return new()
        {
            Title = fields.RequiredText("title"),
            Artists = artists.Count > 0 ? artists : line.Length > 0 ? [line] : [],
            Album = fields.Text("album"),
            DurationMs = fields.Milliseconds("durationMs"),
            Isrc = fields.Isrcs("isrc") is [var isrc, ..] ? isrc : null,
            RecordingMbid = fields.Mbid("mbid"),
        };
    }
}
