using System.Globalization;
using System.Text;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes a playlist for players. Each track has a line with its artist and title, a line with Spotter's own data, which players
/// skip, and a line with its path.</summary>
internal static class M3uExport
{
    /// <summary>Begins the line with Spotter's own data (<see cref="TrackJson"/>).</summary>
    public const string TrackLine = "#SPOTTER:";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task WriteAsync(Stream output, ExportedList list, CancellationToken cancellationToken)
    {
        await using var m3u = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        await m3u.WriteLineAsync("#EXTM3U");
        await m3u.WriteLineAsync($"#PLAYLIST:{FieldText.Clean(list.Name)}");
        string? albumAbove = null;
        foreach (var (_, given) in list.Tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var track = ExportedTrack.AsWritten(given);
            var seconds = track.DurationMs is { } ms ? (ms + 500L) / 1000 : -1;
            await m3u.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"#EXTINF:{seconds},{Words(track)}"));
            // The line applies until the next one of its kind, so a track without an album needs one too.
            if ((track.Album ?? albumAbove) is not null)
            {
                await m3u.WriteLineAsync($"#EXTALB:{track.Album}");
            }

            albumAbove = track.Album;
            if (TrackJson.Line(track) is { } line)
            {
                await m3u.WriteLineAsync(TrackLine + line);
            }

            if (track.Location is { } location)
            {
                await m3u.WriteLineAsync(PathLine(location));
            }
            else if (list.IsOfMissing)
            {
                // Players expect a line with a path here.
                await m3u.WriteLineAsync(PathLine(InPlaceOfPath(track)));
            }
        }

        await m3u.FlushAsync(cancellationToken);
    }

    /// <summary>The artist and title as players display them.</summary>
    public static string Words(SourceTrack track) => FieldText.Clean(track.Artists.Count == 0 ? track.Title : $"{track.ArtistLine} - {track.Title}");

    /// <summary>Whether a path is the one written with the track, or the text written in its place.</summary>
    public static bool IsPathOf(SourceTrack track, string path) => path == (track.Location ?? InPlaceOfPath(track));

    /// <summary>The path without the prefix that keeps players from reading it as a comment.</summary>
    public static string PathOf(string line) => line.StartsWith("./", StringComparison.Ordinal) && IsLikeComment(line) ? line[2..] : line;

    private static string PathLine(string path) => IsLikeComment(path) ? "./" + path : path;

    private static string InPlaceOfPath(SourceTrack track) => Words(track).Replace('/', '_').Replace('\\', '_');

    private static bool IsLikeComment(string path)
    {
        var rest = path.AsSpan();
        while (rest.StartsWith("./", StringComparison.Ordinal))
        {
            rest = rest[2..];
        }

        return rest is ['#', ..];
    }
}
