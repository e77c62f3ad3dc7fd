using System.Globalization;
using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats;

/// <summary>The sample files, and helpers with which the tests in this folder read and show files.</summary>
internal static class Samples
{
    private static readonly PlaylistFileReader Reader = new();

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "PlaylistFiles");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    public static IReadOnlyList<PlaylistFile> Read(string name, string? givenName = null) => Reader.Read(Bytes(name), name, givenName);

    public static IReadOnlyList<PlaylistFile> ReadText(string text, string fileName = "list.csv", string? givenName = null)
        => Reader.Read(Encoding.UTF8.GetBytes(text), fileName, givenName);

    /// <summary>The message for a text that cannot be imported.</summary>
    public static string Refusal(string text, string fileName = "list.csv") => Refusal(Encoding.UTF8.GetBytes(text), fileName);

    public static string Refusal(byte[] bytes, string fileName = "list.csv")
        => Assert.Throws<PlaylistFileException>(() => Reader.Read(bytes, fileName, null)).Words;

    /// <summary>A track on one line, with everything that is known about it: "Title / Artist + Artist / Album / 1000 ms / isrc …".</summary>
    public static string Line(SourceTrack track)
    {
        var parts = new List<string> { track.Title, string.Join(" + ", track.Artists), track.Album ?? "" };
        parts.Add(track.DurationMs is { } ms ? string.Create(CultureInfo.InvariantCulture, $"{ms} ms") : "");
        parts.AddRange(new[] { track.Isrc, track.RecordingMbid, track.ProviderTrackId, track.Location }.OfType<string>());
        return string.Join(" / ", parts);
    }

    public static string[] Lines(PlaylistFile playlist) => [.. playlist.Tracks.Select(Line)];

    public static string[] Warnings(PlaylistFile playlist) => [.. playlist.Warnings.Select(warning => warning.WithLine.Words!)];

    public static string[] Remarks(PlaylistFile playlist) => [.. playlist.Remarks.Select(remark => remark.Words!)];
}
