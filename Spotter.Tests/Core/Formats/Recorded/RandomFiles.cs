using System.Net;
using System.Text.Json;

namespace Spotter.Tests.Core.Formats.Recorded;

/// <summary>
/// Files of every kind, put together at random from values as programs and people write them, with fields that are missing, doubled or odd. The same seed makes
/// the same files.
/// </summary>
internal sealed class RandomFiles(int seed)
{
    private static readonly string[] Titles = ["Nine Lives", "Low Tide (Live)", "Harbour Lights - Live", "Rock & Roll", "Say \"Hi\"", "1979", "", " ", "Été", "Ada", "03 - Low Tide", "The Long, Long Road", "Tom &amp; Ada", "f7: Tide", "봄날"];

    private static readonly string[] Artists = ["Ada", "Ada, Bea", "Ada & Bea", "Marlow", "Björk", "", "Tyler, The Owl", "Ada;Bea", "AC/DC", "Nine Lives", "Ada feat. Bea"];

    private static readonly string[] Albums = ["Cats", "Low Tide", "", "1999", "Cats [FLAC]", "Best of, Vol. 2"];

    private static readonly string[] Lengths = ["215000", "215", "3:35", "3:35:00", "1:02:03", "0", "", "215.5", "3m 35s", "PT3M35S", "x", "-1", "59", "10000", "9999"];

    private static readonly string[] Ids =
    [
        "", "spotify:track:1aBcDeFgHiJkLmNoPqRsT1", "https://open.spotify.com/track/1aBcDeFgHiJkLmNoPqRsT1", "1aBcDeFgHiJkLmNoPqRsT1", "https://youtu.be/abcdefghijk", "youtube:abc", "spotify:episode:1aBcDeFgHiJkLmNoPqRsT1",
        "spotify:local:Ada:Cats:Nine+Lives:61", "ZZSPT2600001", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "https://musicbrainz.org/recording/f47ac10b-58cc-4372-a567-0e02b2c3d479", "isrc:ZZSPT2600001", "https://www.deezer.com/track/3135556", "7",
    ];

    private static readonly string[] Paths =
    [
        "Ada/Cats/03 - Nine Lives.mp3", "C:\\Music\\Ada\\Cats\\01 Low Tide.flac", "../Ada - Nine Lives.ogg", "file:///home/ann/Music/Marlow/Low%20Tide/02%20Harbour.mp3", "http://radio.invalid:8000/stream", "https://x.invalid/a.mp3?k=1", "Nine Lives.m4a", "", "/mnt/disk/Various Artists/Cats/Ada - Low Tide.mp3",
        "#1 Hit.mp3", "./#1 Hit.mp3", "\\\\nas\\music\\Ada\\Cats\\1-02 Nine.mp3", "Ada-Nine Lives.mp3", "Nine Lives - Ada.mp3",
    ];

    private static readonly string[] Columns =
    [
        "Title", "Track name", "Name", "Song", "Artist", "Artist name", "Artist 2", "Band", "Album", "Album name", "Duration", "Duration (ms)", "Length (seconds)", "Time", "ISRC", "URL", "Spotify ID", "Track URI", "MBID", "Path", "Playlist name", "Type", "Year", "Genre", "Sang", "Skald", "", "Titel", "Interpret",
        "Service", "Position", "Artist Name(s)", "Added at",
    ];

    private static readonly string[] Times = ["2023-03-01 10:00", "2024-05-02 10:00:00", "2024-01-01T10:00:00Z", "01 Jan 2024 10:00", "1 Jan 2024, 10:00", "yesterday", "", "2024-05-02", "2024-05-03 10:00"];

    private readonly Random _random = new(seed);

    /// <summary>A file: its name and text.</summary>
    public (string Name, string Text) Next() => _random.Next(17) switch
    {
        0 or 1 or 2 or 3 => Table(),
        4 => (Pick("list.txt", "list", "list.csv"), Lines(5, PlainLine)),
        5 or 6 => (Pick("list.m3u", "list.m3u8", "list.txt"), Maybe("#EXTM3U\n") + Maybe("#PLAYLIST:" + Pick(Albums) + "\n") + Lines(5, M3uEntry)),
        7 => ("list.pls", "[playlist]\n" + Lines(6, () => Pick("File", "Title", "Length", "file", "X") + _random.Next(1, 4) + Pick("=", "=", " = ", "") + Pick(Pick(Paths), PlainLine(), Pick(Lengths))) + Maybe("NumberOfEntries=2\nVersion=2\n")),
        8 => ("list.xspf", Xspf()),
        9 => (Pick("list.jspf", "list.json"), Jspf()),
        10 => (Pick("Playlist1.json", "list.json"), SpotifyLists()),
        11 => ("YourLibrary.json", Library()),
        13 or 14 or 15 => History(),
        12 => (Pick("list.wpl", "list.zpl", "list.asx", "list.xml"), MediaList()),
        _ => (Pick("list.json", "spotter.json"), SpotterList()),
    };

    /// <summary>A file that is part of an archive: a list of ids, a track in a file of its own, songs of a library.</summary>
    public (string Name, string Text) Part() => _random.Next(8) switch
    {
        0 => ($"Takeout/YouTube/playlists/{Pick("Road trip-videos", "Road trip", "PL1-videos")}.csv", Maybe("Playlist Id,Channel Id,Time Created,Time Updated,Title,Description,Visibility\nPL1,UC1,2020,2020,\"Road, trip\",For the car,Private\n" + Pick("", ",,,,,,\n", "\n\n")) + Pick("Video ID,Time Added\n", "ID video,Data,,,\n", "Video-ID,Zeit\n") + Lines(4, () => Pick("vid00000001", "vid00000002", "vid00000009", "x") + Pick(",2024-01-01", "", ",,,,"))),
        1 => ("Takeout/YouTube/music library songs.csv", "Video ID,Song Title,Album Title,Artist Name 1,Artist Name 2\n" + Lines(3, () => $"{Pick("vid00000001", "vid00000002", "")},{Pick("Nine Lives", "Low Tide", "")},{Pick("Cats", "")},{Pick("Ada", "")},{Pick("Bea", "")}")),
        2 or 3 => ($"{Pick("Takeout/Google Play Music/Playlists/Road trip/Tracks/", "Road trip/Tracks/", "Tracks/", "")}{_random.Next(9)}.csv", "Title,Album,Artist,Duration (ms),Rating,Play Count,Removed,Playlist Index\n" + Lines(2, () => $"{Pick("Nine Lives", "Low Tide", "It&#39;s")},{Pick("Cats", "")},{Pick("Ada", "")},242000,0,1,{Pick("", "Yes", "yes ")},{Pick("0", "1", "7", "x")}")),
        4 => ("Apple Music Library Playlists.json", JsonSerializer.Serialize(Many(3, () => _random.Next(6) == 0 ? (object)7 : Fields(("Title", Pick("Road trip", "Home", "")), ("Description", Pick("For the car", "")), ("Playlist Item Identifiers", Many(4, () => Pick<object>(1, 2, "3", 9, true))))))),
        5 => ("Apple Music Library Tracks.json", JsonSerializer.Serialize(Many(4, () => _random.Next(6) == 0 ? (object)7 : Fields(("Track Identifier", Pick<object>(1, 2, "3")), ("Title", Pick("Nine Lives", "")), ("Artist", Pick("Ada", "")), ("Album", "Cats"), ("Track Duration", 242_000))))),
        _ => Next(),
    };

    private (string Name, string Text) History()
    {
        object[] plain = Many(6, () => _random.Next(9) == 0 ? (object)7 : Fields(("endTime", Pick(Times)), ("artistName", Pick(Artists)), ("trackName", Pick(Titles)), ("msPlayed", Pick(29_999, 30_000, 200_000))));
        object[] extended = Many(6, () => Fields(("ts", Pick(Times)), ("ms_played", Pick(29_999, 30_000, 200_000)), ("master_metadata_track_name", Pick(Titles)), ("master_metadata_album_artist_name", Pick(Artists)), ("master_metadata_album_album_name", Pick(Albums)), ("spotify_track_uri", Pick(Ids))));
        object[] listens = Many(6, () => Fields(("listened_at", Pick<object>(1_704_103_200, 0, -5, 1_714_103_200, "x")), ("track_metadata", Fields(("track_name", Pick(Titles)), ("artist_name", Pick(Artists)), ("release_name", Pick(Albums)), ("mbid_mapping", Fields(("recording_mbid", Pick(Ids))))))));
        return _random.Next(6) switch
        {
            0 => ("StreamingHistory0.json", JsonSerializer.Serialize(plain)),
            1 => ("endsong_0.json", JsonSerializer.Serialize(extended)),
            2 => ("listens.jsonl", string.Concat(listens.Select(listen => JsonSerializer.Serialize(listen) + Pick("\n", "\n\n", "\nx\n")))),
            3 => ("listens.json", JsonSerializer.Serialize(listens)),
            4 => ("recenttracks.csv", Pick("uts,utc_time,artist,album,track,track_mbid\n", "uts,utc_time,artist name,album name,track name\n", "uts,artist,track\n") + Lines(5, () => $"{Pick("1704103200", "1714103200", "0", "x")},\"{Pick("01 Jan 2024, 10:00", "Ada")}\",{Pick("Ada", "Bea")},{Pick("Cats", "")},{Pick("Nine", "Tide", "")}{Pick("", "", ",f47ac10b-58cc-4372-a567-0e02b2c3d479")}")),
            _ => (Pick("lastfm.csv", "lastfm", "lastfm.txt"), Lines(5, () => $"{Pick("Ada", "Bea", "")},{Pick("Cats", "")},{Pick("Nine", "Tide", "Tide", "")},{Pick(Times).Replace(",", "", StringComparison.Ordinal)}{Pick("", "", "", "", ",x")}")),
        };
    }

    private (string Name, string Text) Table()
    {
        var separator = Pick(",", ",", ";", "\t", "|");
        var columns = Enumerable.Range(0, _random.Next(1, 6)).Select(_ => Pick(Columns)).Prepend(Pick("Title", "Name", "Sang", "Track name", "Titel")).ToList();
        var text = Maybe(Maybe(Pick("sep=" + separator + "\n", "My list\n", "My list\n\n"))) + (_random.Next(8) == 0 ? "" : string.Join(separator, columns.Select(Cell)) + "\n");
        for (var row = _random.Next(6); row >= 0; row--)
        {
            var cells = columns.Select(column => Cell(Value(column))).ToList();
            switch (_random.Next(12))
            {
                case 0:
                    cells.RemoveAt(cells.Count - 1);
                    break;
                case 1:
                    cells.Add("x");
                    break;
                case 2:
                    cells = [""];
                    break;
            }

            text += string.Join(separator + (_random.Next(9) == 0 ? " " : ""), cells) + Pick("\n", "\n", "\r\n");
        }

        return (Pick("list.csv", "list.csv", "list.txt", "list.tsv"), text);

        string Cell(string value) => value.Contains(separator, StringComparison.Ordinal) || value.Contains('"', StringComparison.Ordinal) || _random.Next(9) == 0
            ? _random.Next(15) == 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
    }

    private string Value(string column) => column switch
    {
        "Title" or "Track name" or "Name" or "Song" or "Sang" or "Titel" => Pick(Titles),
        "Artist" or "Artist name" or "Artist 2" or "Band" or "Skald" or "Interpret" or "Artist Name(s)" => Pick(Artists),
        "Album" or "Album name" or "Playlist name" => Pick(Albums),
        "Duration" or "Duration (ms)" or "Length (seconds)" or "Time" => Pick(Lengths),
        "ISRC" or "URL" or "Spotify ID" or "Track URI" or "MBID" => Pick(Ids),
        "Path" => Pick(Paths),
        "Type" => Pick("Playlist", "Favorite", "Album", "artist", ""),
        "Service" => Pick("spotify", "Deezer", ""),
        _ => Pick("", "1999", "Rock", "x", "2024-01-01"),
    };

    private string PlainLine() => Pick($"{Pick(Artists)} - {Pick(Titles)}", $"{Pick(Titles)} – {Pick(Artists)}", $"{_random.Next(1, 20)}. {Pick(Artists)} - {Pick(Titles)}", Pick(Titles), $"{Pick(Artists)} - {Pick(Titles)} ({Pick(Lengths)})", $"{Pick(Artists)} - {Pick(Titles)} {Pick(Lengths)}", "# " + Pick(Titles), Pick(Ids), $"\"{Pick(Titles)}\" by {Pick(Artists)}", $"{Pick(Artists)}: {Pick(Titles)}");

    private string M3uEntry() => Maybe(Pick($"#EXTINF:{Pick(Lengths)},{PlainLine()}", $"#EXTINF:{Pick(Lengths)} tvg-name=\"a, b\",{PlainLine()}", $"#EXTINF:{Pick(Lengths)}", $"#EXTVDJ:<artist>{Pick(Artists)}</artist><title>{Pick(Titles)}</title><remix>Dub</remix><songlength>{Pick(Lengths)}</songlength>") + "\n")
        + Pick("", "", "", $"#EXTALB:{Pick(Albums)}\n", $"#EXTART:{Pick(Artists)}\n", "# a remark\n", "\n") + Pick(Paths);

    private string Xspf() => "<?xml version=\"1.0\"?><playlist version=\"1\" xmlns=\"http://xspf.org/ns/0/\">" + Maybe($"<title>{Html(Pick(Albums))}</title>") + Maybe($"<annotation>{Html(Pick(Titles))}</annotation>") + "<trackList>\n"
        + Lines(4, () => "<track>" + string.Concat(new[] { ("title", Pick(Titles)), ("creator", Pick(Artists)), ("album", Pick(Albums)), ("duration", Pick(Lengths)), ("location", Pick(Pick(Paths), Pick(Ids))), ("identifier", Pick(Ids)), ("annotation", PlainLine()), ("trackNum", "3") }
            .Where(_ => _random.Next(3) > 0).Select(field => $"<{field.Item1}>{Html(field.Item2)}</{field.Item1}>")) + "</track>") + "</trackList></playlist>";

    private string Jspf() => JsonSerializer.Serialize(new
    {
        playlist = new
        {
            title = Pick(Albums),
            annotation = Pick(Titles),
            track = Many(4, () => _random.Next(9) == 0 ? (object)7 : Fields(("title", Pick(Titles)), ("creator", Pick(Artists)), ("album", Pick(Albums)), ("duration", 215_000), ("identifier", Pick<object>(Pick(Ids), new[] { Pick(Ids), Pick(Ids) })), ("location", new[] { Pick(Paths) }), ("annotation", PlainLine()))),
        },
    });

    private string SpotifyLists() => JsonSerializer.Serialize(new
    {
        playlists = Many(3, () => (object)Fields(("name", Pick("One", "Two", "")), ("description", Pick("Tom &amp; Ada", "")), ("items", Many(4, () => (object)new Dictionary<string, object?>
        {
            ["track"] = _random.Next(3) == 0 ? null : Fields(("trackName", Pick(Titles)), ("artistName", Pick(Artists)), ("albumName", Pick(Albums)), ("trackUri", Pick(Ids))),
            ["episode"] = _random.Next(3) == 0 ? Fields(("episodeName", Pick(Titles))) : null,
            ["localTrack"] = _random.Next(3) == 0 ? Fields(("uri", Pick(Ids)), ("trackName", Pick(Titles))) : null,
            ["audiobook"] = _random.Next(4) == 0 ? Fields(("name", "x")) : null,
        })))),
    });

    private string Library() => JsonSerializer.Serialize(new { tracks = Many(4, () => _random.Next(9) == 0 ? (object)"x" : Fields(("track", Pick(Titles)), ("artist", Pick(Artists)), ("album", Pick(Albums)), ("uri", Pick(Ids)))), bannedTracks = Array.Empty<string>() });

    private string SpotterList()
    {
        var tracks = Many(4, () => _random.Next(9) == 0 ? (object)7 : Fields(("title", Pick(Titles)), ("artists", new object[] { Pick(Artists), 7, Pick(Artists) }), ("album", Pick(Albums)), ("durationMs", 215_000), ("isrc", Pick(Ids)), ("recordingMbid", Pick(Ids)), ("sourceId", Pick(Ids)), ("location", Pick(Paths))));
        return JsonSerializer.Serialize<object>(_random.Next(3) == 0 ? tracks : new { spotter = 1, name = Pick(Albums), description = Pick(Titles), tracks });
    }

    private string MediaList() => _random.Next(2) == 0
        ? "<?wpl version=\"1.0\"?>\n<smil><head>" + Maybe($"<title>{Html(Pick(Albums))}</title>") + "</head><body><seq>\n" + Lines(4, () => $"<media src=\"{Html(Pick(Paths))}\"{Maybe($" trackTitle=\"{Html(Pick(Titles))}\"")}{Maybe($" trackArtist=\"{Html(Pick(Artists))}\"")}{Maybe($" albumTitle=\"{Html(Pick(Albums))}\"")}{Maybe($" duration=\"{Pick(Lengths)}\"")}/>") + "</seq></body></smil>"
        : "<ASX version=\"3.0\">\n" + Maybe($"<Title>{Html(Pick(Albums))}</Title>") + Lines(4, () => "<entry>" + Maybe($"<title>{Html(PlainLine())}</title>") + Maybe($"<author>{Html(Pick(Artists))}</author>") + $"<ref href=\"{Html(Pick(Paths))}\"/></entry>") + "</ASX>";

    private Dictionary<string, object?> Fields(params (string Name, object? Value)[] fields) => fields.Where(_ => _random.Next(4) > 0).ToDictionary(field => field.Name, field => field.Value);

    private object[] Many(int most, Func<object> make) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make())];

    private string Lines(int most, Func<string> make) => string.Concat(Enumerable.Range(0, 1 + _random.Next(most)).Select(_ => make() + "\n"));

    // A few are left as they are: programs forget it.
    private string Html(string text) => _random.Next(12) == 0 ? text : WebUtility.HtmlEncode(text);

    private string Maybe(string text) => _random.Next(2) == 0 ? text : "";

    private T Pick<T>(params T[] all) => all[_random.Next(all.Length)];
}
