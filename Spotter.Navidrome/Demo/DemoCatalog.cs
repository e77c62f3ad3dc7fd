using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spotter.Navidrome.Demo;

/// <summary>
/// The built-in library: fictional artists, albums and titles, read from Data/library.txt. An album is a line "# artist | album | year |
/// genre | tags". Its tracks follow as "title | m:ss", on compilations with "| artist". Several artists are separated by ";". The tags name
/// the identifiers in the files: isrc, mbid, both by default, or bare. A recording that is repeated on another album keeps its identifiers.
/// </summary>
internal static class DemoCatalog
{
    private static readonly Lazy<IReadOnlyList<DemoSong>> Loaded = new(Load);

    /// <summary>All songs, in the order of the file.</summary>
    public static IReadOnlyList<DemoSong> Songs => Loaded.Value;

    /// <summary>Reads songs from text in the catalogue's format.</summary>
    public static IReadOnlyList<DemoSong> Parse(TextReader text)
    {
        var songs = new List<DemoSong>();
        var years = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] album = [];
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                album = Parts(line[1..]);
                number = 0;
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                songs.Add(ToSong(album, Parts(line), ++number, years));
            }
        }

        return songs;
    }

    private static List<DemoSong> Load()
    {
        using var stream = typeof(DemoCatalog).Assembly.GetManifestResourceStream("Spotter.Navidrome.Demo.Data.library.txt")
            ?? throw new InvalidOperationException("The demo library is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. Parse(reader)];
    }

    private static DemoSong ToSong(string[] album, string[] track, int number, Dictionary<string, int> years)
    {
        var tags = album.Length > 4 ? album[4] : "isrc mbid";
        var credit = track.Length > 2 ? track[2] : album[0];
        var artists = credit.Split(';', StringSplitOptions.TrimEntries);
        var year = int.Parse(album[2], CultureInfo.InvariantCulture);

        // The code contains the year in which the recording was first released.
        var recording = string.Join('\0', artists[0], track[0]);
        years.TryAdd(recording, year);
        return new DemoSong
        {
            Id = DemoIds.For("song", album[0], album[1], number.ToString(CultureInfo.InvariantCulture), track[0]),
            Title = track[0],
            Artists = artists,
            Album = album[1],
            AlbumArtist = album[0].Split(';', StringSplitOptions.TrimEntries)[0],
            DurationSeconds = Seconds(track[1]),
            Isrc = tags.Contains("isrc", StringComparison.Ordinal) ? IsrcOf(recording, years[recording]) : null,
            RecordingMbid = tags.Contains("mbid", StringComparison.Ordinal) ? DemoIds.UuidFor("recording", recording) : null,
            TrackNumber = number,
            Year = year,
            Genre = album.Length > 3 && album[3].Length > 0 ? album[3] : null,
        };
    }

    /// <summary>A code that cannot exist: no country has the letters ZZ.</summary>
    private static string IsrcOf(string recording, int year)
    {
        var hash = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(recording)));
        return string.Create(CultureInfo.InvariantCulture, $"ZZSPT{year % 100:00}{hash % 100_000:00000}");
    }

    private static int Seconds(string length)
    {
        var parts = length.Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static string[] Parts(string line) => line.Split('|', StringSplitOptions.TrimEntries);
}
