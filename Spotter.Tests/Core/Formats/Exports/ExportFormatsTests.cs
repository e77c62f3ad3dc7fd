using System.Text;
using System.Xml.Linq;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Formats.Exports;

public sealed class ExportFormatsTests
{
    private static readonly ExportedList List = new("Road trip", "For the car",
    [
        new(1, new SourceTrack
        {
            Title = "Harbour - Lights", Artists = ["Marlow, The Tinker", "Ilse Varga"], Album = "Low Tide", DurationMs = 215_499, Isrc = "GBXYZ1900001",
            RecordingMbid = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", ProviderTrackId = "deezer:4455", Location = "Ilse Varga/Low Tide/09 - Harbour Lights.flac",
        }),
        new(2, new SourceTrack { Title = "Nowhere", Artists = ["Ada"] }),
    ]);

    [Fact]
    public void A_playlist_for_players_names_files_and_is_silent_where_there_is_none()
        => Assert.Equal(
            "#EXTM3U\n#PLAYLIST:Road trip\n"
            + "#EXTINF:215,Marlow, The Tinker, Ilse Varga - Harbour - Lights\n#EXTALB:Low Tide\n"
            + """#SPOTTER:{"title":"Harbour - Lights","artists":["Marlow, The Tinker","Ilse Varga"],"album":"Low Tide","durationMs":215499,"isrc":"GBXYZ1900001","recordingMbid":"0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0","sourceId":"deezer:4455","location":"Ilse Varga/Low Tide/09 - Harbour Lights.flac"}""" + "\n"
            + "Ilse Varga/Low Tide/09 - Harbour Lights.flac\n"
            + "#EXTINF:-1,Ada - Nowhere\n#EXTALB:\n"
            + """#SPOTTER:{"title":"Nowhere","artists":["Ada"],"album":null,"durationMs":null,"isrc":null,"recordingMbid":null,"sourceId":null,"location":null}""" + "\n",
            Write(ExportFormat.M3u));

    [Fact]
    public void The_XML_has_what_others_read_in_its_own_elements()
    {
        var xml = System.Xml.Linq.XDocument.Parse(Write(ExportFormat.Xspf));
        System.Xml.Linq.XNamespace ns = "http://xspf.org/ns/0/";
        var track = xml.Descendants(ns + "track").First();

        Assert.Equal("1", xml.Root!.Attribute("version")!.Value);
        Assert.Equal(
            [
                "location: Ilse%20Varga/Low%20Tide/09%20-%20Harbour%20Lights.flac", "identifier: https://musicbrainz.org/recording/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                "identifier: urn:isrc:GBXYZ1900001", "identifier: deezer:4455", "title: Harbour - Lights", "creator: Marlow, The Tinker, Ilse Varga", "album: Low Tide", "duration: 215499",
            ],
            track.Elements().Where(element => element.Name != ns + "meta").Select(element => $"{element.Name.LocalName}: {element.Value}"));
    }

    [Theory]
    [InlineData(ExportFormat.M3u, "Harbour - Lights\n", "Harbour - Nights\n")]
    [InlineData(ExportFormat.Xspf, "<title>Harbour - Lights<", "<title>Harbour - Nights<")]
    [InlineData(ExportFormat.Jspf, "\"title\": \"Harbour - Lights\",\n        \"creator\"", "\"title\": \"Harbour - Nights\",\n        \"creator\"")]
    public void What_somebody_corrects_by_hand_counts_more_than_what_Spotter_wrote_beside_it(ExportFormat format, string written, string corrected)
    {
        var text = Write(format);
        Assert.Contains(written, text, StringComparison.Ordinal);

        var track = Samples.ReadText(text.Replace(written, corrected, StringComparison.Ordinal), "list." + ExportFormats.Extension(format))[0].Tracks[0];

        Assert.EndsWith("Nights", track.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_somebody_corrects_by_hand_counts_and_the_rest_stays()
    {
        var text = Write(ExportFormat.M3u).Replace("\nIlse Varga/Low Tide", "\n/mnt/usb/Ilse Varga/Low Tide", StringComparison.Ordinal);

        var track = Samples.ReadText(text, "list.m3u8")[0].Tracks[0];

        Assert.Equal("/mnt/usb/Ilse Varga/Low Tide/09 - Harbour Lights.flac", track.Location);
        Assert.Equal(["Marlow, The Tinker", "Ilse Varga"], track.Artists);
    }

    [Theory]
    [InlineData("#SPOTTER:")]
    [InlineData("#SPOTTER:{")]
    [InlineData("#SPOTTER:[1]")]
    [InlineData("#SPOTTER:{\"title\":5}")]
    [InlineData("#SPOTTER:{\"title\":\"\\ud800\"}")]
    [InlineData("#SPOTTER:{\"title\":\"Other\",\"artists\":[\"Ada\"]}")]
    public void A_line_of_Spotter_that_is_broken_or_says_something_else_is_passed_over(string line)
        => Assert.Equal(["Cats / Ada /  / 20000 ms / x.mp3"], Samples.Lines(Samples.ReadText($"#EXTM3U\n#EXTINF:20,Ada - Cats\n{line}\nx.mp3\n", "list.m3u8")[0]));

    [Theory]
    [InlineData("Artist/Album/01 a#b?.mp3", "Artist/Album/01%20a%23b%3F.mp3")]
    [InlineData("/music/Low Tide/01.mp3", "file:///music/Low%20Tide/01.mp3")]
    [InlineData(@"C:\Music\Low Tide\01.mp3", "file:///C:/Music/Low%20Tide/01.mp3")]
    [InlineData("C:/Music/01.mp3", "file:///C:/Music/01.mp3")]
    [InlineData(@"\\nas\music\01.mp3", "file://nas/music/01.mp3")]
    [InlineData("//nas/music/01.mp3", "file://nas/music/01.mp3")]
    [InlineData(@"Low Tide\01.mp3", "Low%20Tide/01.mp3")]
    [InlineData("a:b/01.mp3", "a%3Ab/01.mp3")]
    public void A_path_becomes_an_address_that_players_open(string path, string address) => Assert.Equal(address, SharedExport.Address(path));

    [Theory]
    [InlineData("", null, "Ada/Cats/09.mp3", "Ada/Cats/09.mp3")]
    [InlineData("/music/", null, "/music/Ada/Cats/09.mp3", "Ada/Cats/09.mp3")]
    [InlineData("/music/", "/mnt/usb", "/music/Ada/Cats/09.mp3", "/mnt/usb/Ada/Cats/09.mp3")]
    [InlineData("/music/", "/music/", "/music/Ada/Cats/09.mp3", "/music/Ada/Cats/09.mp3")]
    [InlineData("", @"D:\Music\", "Ada/Cats/09.mp3", @"D:\Music\Ada\Cats\09.mp3")]
    [InlineData("/music/", "/mnt/usb", "/elsewhere/09.mp3", "/elsewhere/09.mp3")]
    [InlineData("/music/", "/mnt/usb", null, null)]
    public void Paths_begin_where_the_music_lies(string root, string? folder, string? path, string? expected) => Assert.Equal(expected, new ExportPaths(root, folder).Of(path));

    [Theory]
    [InlineData("m3u8", ExportFormat.M3u)]
    [InlineData(" M3U ", ExportFormat.M3u)]
    [InlineData("xspf", ExportFormat.Xspf)]
    [InlineData("jspf", ExportFormat.Jspf)]
    [InlineData("csv", ExportFormat.Csv)]
    [InlineData("json", ExportFormat.Json)]
    [InlineData("pdf", null)]
    [InlineData(null, null)]
    public void A_written_word_names_a_format(string? word, ExportFormat? format) => Assert.Equal(format, ExportFormats.Parse(word));

    [Theory]
    [InlineData("AC/DC: \"best\"?", "AC_DC_ _best__.xspf")]
    [InlineData("con", "_con.xspf")]
    [InlineData("LPT1.old", "_LPT1.old.xspf")]
    [InlineData(".hidden. ", "hidden.xspf")]
    [InlineData("", "Playlist.xspf")]
    public void The_name_of_the_file_is_one_that_every_system_takes(string name, string expected) => Assert.Equal(expected, ExportFormats.FileName(name, ExportFormat.Xspf));

    [Theory]
    [InlineData(ExportFormat.M3u)]
    [InlineData(ExportFormat.Xspf)]
    [InlineData(ExportFormat.Jspf)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    public async Task Long_lists_are_written_as_they_come_and_never_synchronously(ExportFormat format)
    {
        await using var output = new AsyncOnlyStream();
        var most = 0L;

        await ExportFormats.WriteAsync(output, format, new ExportedList("Road trip", null, Many()), CancellationToken.None);

        Assert.True(output.Written > 1_000_000);
        Assert.InRange(most, 0, 600_000);

        IEnumerable<ExportedTrack> Many()
        {
            for (var i = 1; i <= 20_000; i++)
            {
                most = Math.Max(most, (i * 50L) - output.Written);
                yield return new ExportedTrack(i, new SourceTrack { Title = $"Song number {i:D8} with some words more", Artists = ["Ada"] });
            }
        }
    }

    [Fact]
    public void In_a_shared_playlist_tracks_stand_side_by_side_in_the_list()
    {
        var list = XDocument.Parse(Write(ExportFormat.Xspf)).Root!.Elements().Single(element => element.Name.LocalName == "trackList");

        Assert.Equal(["track", "track"], list.Elements().Select(element => element.Name.LocalName));
        Assert.Equal(["Harbour - Lights", "Nowhere"], list.Elements().Select(track => track.Elements().Single(element => element.Name.LocalName == "title").Value));
        Assert.All(list.Elements(), track => Assert.All(track.Elements(), element => Assert.False(element.HasElements)));
    }

    [Theory]
    [InlineData(-101, true)]
    [InlineData(-100, true)]
    [InlineData(-99, false)]
    public void The_line_of_a_track_leaves_room_in_the_longest_value_for_what_comes_before_it(int beside, bool isWritten)
    {
        var around = TrackJson.Line(new SourceTrack { Title = "" })!.Length;

        var line = TrackJson.Line(new SourceTrack { Title = new string('a', PlaylistFileLimits.MaxCellLength + beside - around) });

        Assert.Equal(isWritten, line is not null);
    }

    private static string Write(ExportFormat format)
    {
        using var output = new MemoryStream();
        Assert.True(ExportFormats.WriteAsync(output, format, List, CancellationToken.None).IsCompletedSuccessfully);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
