using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>A recorded conversation with a real server, from Data/Recordings. The README there describes the format.</summary>
internal sealed partial class Recording
{
    private Recording(string name, JsonNode root)
    {
        Name = name;
        Type = (string)root["server"]!["type"]!;
        ServerVersion = (string)root["server"]!["serverVersion"]!;
        Songs = root["songs"]!.AsObject().ToDictionary(song => song.Key, song => song.Value!);
        Steps = root["steps"].Deserialize<List<RecordedStep>>(JsonSerializerOptions.Web)!;
    }

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public string Name { get; }

    /// <summary>"navidrome", "gonic"…</summary>
    public string Type { get; }

    public string ServerVersion { get; }

    /// <summary>The songs by the placeholders for their ids.</summary>
    public IReadOnlyDictionary<string, JsonNode> Songs { get; }

    public IReadOnlyList<RecordedStep> Steps { get; }

    /// <summary>The users who asked, with the passwords from which the recorded tokens were made.</summary>
    public IReadOnlyList<DemoUser> Users
    {
        get
        {
            var name = Param("user in capitals", "u").ToLowerInvariant();
            var password = System.Text.Encoding.UTF8.GetString(Convert.FromHexString(Param("hexadecimal password", "p")["enc:".Length..]));
            return
            [
                new DemoUser(name, password, IsAdmin: true) { FullName = FullNameOf("log in as admin") },
                new DemoUser("second", "second", IsAdmin: false) { FullName = FullNameOf("log in as second") },
            ];
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Data", "Recordings");

    public static Recording Read(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".json"));
        // An id without a placeholder from the recorder gets one here.
        var ids = RawIds().Matches(text).Select(match => match.Groups["id"].Value).Distinct().ToList();
        foreach (var (id, number) in ids.Select((id, number) => (id, number)))
        {
            text = text.Replace(id, $"{{other:{number}}}", StringComparison.Ordinal);
        }

        return new Recording(name, JsonNode.Parse(text)!);
    }

    /// <summary>The events of a quick scan that found nothing new: names and data in order, or null for a server without events.</summary>
    public IReadOnlyList<(string Name, JsonNode Data)>? Events()
    {
        var file = Path.Combine(Folder, Name + "-events.txt");
        return !File.Exists(file) ? null
            :
            [
                .. File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(block =>
                {
                    var lines = block.Split('\n');
                    return (lines[1]["event: ".Length..], JsonNode.Parse(lines[2]["data: ".Length..])!);
                }),
            ];
    }

    /// <summary>The recorded library: the songs of the table, in the order in which the server had read them, as far as the recording shows
    /// it.</summary>
    public IReadOnlyList<DemoSong> Library()
    {
        var songs = File.ReadLines(Path.Combine(Folder, "library.tsv")).Skip(1).Select(line => line.Split('\t')).Select(row => new DemoSong
        {
            Id = $"{row[0]}-{row[2]}-{row[3]}",
            Title = row[3],
            Artists = [row[0]],
            AlbumArtist = row[1],
            Album = row[2],
            TrackNumber = Number(row[4]),
            DiscNumber = Number(row[5]),
            Year = Number(row[6]),
            Isrc = row[7].Length == 0 ? null : row[7],
            RecordingMbid = row[8].Length == 0 ? null : row[8],
            DurationSeconds = Number(row[9]),
            Path = row[10] + ".flac",
            // Silence at a low rate: the files are so small that no bit rate is given, and they have no picture.
            BitRate = 0,
            SamplingRate = 8_000,
            ChannelCount = 1,
            HasCover = false,
        }).ToList();
        var first = Steps.Single(step => step.Step == "three songs").Answer!["searchResult3"]!["song"]!.AsArray()
            .Select(song => Songs[((string)song!["id"]!).Trim('{', '}')]).ToList();
        return [.. songs.OrderBy(song => first.FindIndex(known => IsSame(known, song)) is var place && place < 0 ? int.MaxValue : place)];
    }

    /// <summary>Whether the recorded song is this one.</summary>
    public static bool IsSame(JsonNode recorded, DemoSong song)
        => (string)recorded["title"]! == song.Title && (string)recorded["artist"]! == song.ArtistLine && (string)recorded["album"]! == song.Album;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private string Param(string step, string name) => Steps.Single(one => one.Step == step).Params.Single(pair => pair[0] == name)[1];

    private string FullNameOf(string step) => (string?)Steps.SingleOrDefault(one => one.Step == step)?.Answer?["name"] ?? "";

    /// <summary>An id as a server makes it, for which the recorder did not put a placeholder.</summary>
    [GeneratedRegex("\"id\": ?\"(?<id>[A-Za-z0-9]{22}|pl-[A-Za-z0-9]{20,})\"")]
    private static partial Regex RawIds();
}
