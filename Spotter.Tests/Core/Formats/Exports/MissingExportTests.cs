using System.Text;
using System.Text.Json;
using CsCheck;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Formats.Exports;

public sealed class MissingExportTests
{
    private static readonly ExportedTrack[] Tracks =
    [
        new(3, new SourceTrack
        {
            Title = "Harbour Lights, \"Live\"",
            Artists = ["Marlow, The Tinker", "Ilse Varga"],
            Album = "Low Tide",
            DurationMs = 215_499,
            Isrc = "GBXYZ1900001",
            ProviderTrackId = "spotify:track:1aAaaaaaaaaaaaaaaaaaa1",
        }),
        new(17, new SourceTrack { Title = "=HYPERLINK(\"http://x.invalid\")", Location = "#1/song.mp3" }),
    ];

    [Fact]
    public async Task A_table_opens_in_a_spreadsheet_and_no_title_runs_as_a_formula()
        => Assert.Equal(
            "\uFEFFPosition,Title,Artists,Album,Duration (ms),ISRC,MusicBrainz recording id,Source id,Location\r\n"
            + "3,\"Harbour Lights, \"\"Live\"\"\",\"Marlow, The Tinker; Ilse Varga\",Low Tide,215499,GBXYZ1900001,,spotify:track:1aAaaaaaaaaaaaaaaaaaa1,\r\n"
            + "17,\"'=HYPERLINK(\"\"http://x.invalid\"\")\",,,,,,,#1/song.mp3\r\n",
            await WriteAsync(ExportFormat.Csv));

    [Fact]
    public async Task A_playlist_has_a_line_for_the_words_and_one_for_the_file()
        => Assert.Equal(
            "#EXTM3U\n#PLAYLIST:Road trip - missing\n"
            + "#EXTINF:215,Marlow, The Tinker, Ilse Varga - Harbour Lights, \"Live\"\n#EXTALB:Low Tide\n"
            + """#SPOTTER:{"title":"Harbour Lights, \"Live\"","artists":["Marlow, The Tinker","Ilse Varga"],"album":"Low Tide","durationMs":215499,"isrc":"GBXYZ1900001","recordingMbid":null,"sourceId":"spotify:track:1aAaaaaaaaaaaaaaaaaaa1","location":null}""" + "\n"
            + "Marlow, The Tinker, Ilse Varga - Harbour Lights, \"Live\"\n"
            + "#EXTINF:-1,=HYPERLINK(\"http://x.invalid\")\n#EXTALB:\n"
            + """#SPOTTER:{"title":"=HYPERLINK(\"http://x.invalid\")","artists":[],"album":null,"durationMs":null,"isrc":null,"recordingMbid":null,"sourceId":null,"location":"#1/song.mp3"}""" + "\n"
            + "./#1/song.mp3\n",
            await WriteAsync(ExportFormat.M3u));

    [Fact]
    public async Task A_list_for_scripts_says_what_is_unknown()
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportFormat.Json));

        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal(
            """{"position":3,"title":"Harbour Lights, \u0022Live\u0022","artists":["Marlow, The Tinker","Ilse Varga"],"album":"Low Tide","durationMs":215499,"isrc":"GBXYZ1900001","recordingMbid":null,"sourceId":"spotify:track:1aAaaaaaaaaaaaaaaaaaa1","location":null}""",
            JsonSerializer.Serialize(json.RootElement[0]));
        Assert.Equal(JsonValueKind.Null, json.RootElement[1].GetProperty("durationMs").ValueKind);
    }

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.M3u)]
    [InlineData(ExportFormat.Json)]
    public async Task Long_lists_are_written_as_they_come_and_never_synchronously(ExportFormat format)
    {
        await using var output = new AsyncOnlyStream();
        var most = 0L;

        await MissingExport.WriteAsync(output, format, "Road trip", Many(), CancellationToken.None);

        Assert.True(output.Written > 1_000_000);
        Assert.InRange(most, 0, 600_000);

        IEnumerable<ExportedTrack> Many()
        {
            for (var i = 1; i <= 20_000; i++)
            {
                // How far the source is ahead of the output, which is the amount held in memory.
                most = Math.Max(most, (i * 50L) - output.Written);
                yield return new ExportedTrack(i, new SourceTrack { Title = $"Song number {i:D8} with some words more", Artists = ["Ada"] });
            }
        }
    }

    [Theory]
    [InlineData("Road trip", "Road trip - missing.csv")]
    [InlineData("../../etc/passwd", "_.._etc_passwd - missing.csv")]
    [InlineData("AC/DC: \"best\"?", "AC_DC_ _best__ - missing.csv")]
    [InlineData(" . ", "Playlist - missing.csv")]
    [InlineData("CON", "CON - missing.csv")]
    [InlineData("line\r\nbreak", "line break - missing.csv")]
    [InlineData("日本語 😀", "日本語 😀 - missing.csv")]
    public void The_name_of_the_file_is_one_that_every_system_takes(string playlist, string expected)
        => Assert.Equal(expected, MissingExport.FileName(playlist, ExportFormat.Csv));

    [Theory]
    [InlineData("csv", ExportFormat.Csv, "text/csv; charset=utf-8", "x - missing.csv")]
    [InlineData("M3U", ExportFormat.M3u, "audio/x-mpegurl; charset=utf-8", "x - missing.m3u8")]
    [InlineData("m3u8", ExportFormat.M3u, "audio/x-mpegurl; charset=utf-8", "x - missing.m3u8")]
    [InlineData("json", ExportFormat.Json, "application/json; charset=utf-8", "x - missing.json")]
    public void A_written_word_names_a_format(string word, ExportFormat format, string contentType, string fileName)
    {
        Assert.Equal(format, MissingExport.ParseFormat(word));
        Assert.Equal(contentType, ExportFormats.ContentType(format));
        Assert.Equal(fileName, MissingExport.FileName("x", format));
    }

    [Theory]
    [InlineData("xml")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_word_names_none(string? word) => Assert.Null(MissingExport.ParseFormat(word));

    [Fact]
    public void What_is_written_as_a_table_is_read_back_as_it_was()
    {
        string[] special = ["=1+1", "'=x", "''@y", "-", "Tyler, The Painter", "a\"b", "Ärger"];
        var text = Gen.OneOf(
            Gen.Char["abcÄß日 ,\"';:=+-@#|&/\\.()'"].Array[1, 12].Select(characters => new string(characters)),
            Gen.Int[0, special.Length - 1].Select(i => special[i])).Select(value => value.Trim()).Where(value => value.Length > 0);
        var track = Gen.Select(text, text.Array[0, 3], text, Gen.Int[1, 86_400_000], Gen.Bool, Gen.Bool)
            .Select((title, artists, album, ms, isRich, hasLocation) => new SourceTrack
            {
                Title = title,
                Artists = artists,
                Album = hasLocation ? album : null,
                DurationMs = isRich ? ms : null,
                Isrc = isRich ? "GBXYZ1900001" : null,
                RecordingMbid = isRich ? "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0" : null,
                ProviderTrackId = isRich ? "deezer:4455" : null,
                Location = hasLocation ? "Ada/Cats/09.mp3" : null,
            });

        track.Array[1, 8].Sample(tracks =>
        {
            using var file = new MemoryStream();
            var writing = MissingExport.WriteAsync(
                file, ExportFormat.Csv, "Road trip", tracks.Select((one, i) => new ExportedTrack(i + 1, one)), CancellationToken.None);
            Assert.True(writing.IsCompletedSuccessfully);

            var playlist = Assert.Single(new PlaylistFileReader().Read(file.ToArray(), "missing.csv", null));

            return playlist.Warnings.Count == 0 && playlist.Tracks.Select(Samples.Line).SequenceEqual(tracks.Select(Samples.Line));
        }, iter: 500);
    }

    private static async Task<string> WriteAsync(ExportFormat format)
    {
        using var output = new MemoryStream();
        await MissingExport.WriteAsync(output, format, "Road trip", Tracks, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
