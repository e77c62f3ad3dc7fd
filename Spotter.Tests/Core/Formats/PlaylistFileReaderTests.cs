using System.Text;
using Spotter.Core.Formats;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats;

public sealed class PlaylistFileReaderTests
{
    [Theory]
    [InlineData("exportify-app.csv", "exportify", "exportify-app", 6)]
    [InlineData("exportify-app-german.csv", "exportify", "exportify-app-german", 1)]
    [InlineData("exportify-net.csv", "exportify", "exportify-net", 3)]
    [InlineData("exportify-net-older.csv", "exportify", "exportify-net-older", 1)]
    [InlineData("tunemymusic.csv", "tunemymusic", "Road trip", 2)]
    [InlineData("soundiiz.csv", "soundiiz", "soundiiz", 3)]
    [InlineData("soundiiz-comma.csv", "soundiiz", "soundiiz-comma", 2)]
    [InlineData("roon.csv", "csv", "roon", 2)]
    [InlineData("own-excel.csv", "csv", "own-excel", 3)]
    [InlineData("apple-music-german.txt", "csv", "apple-music-german", 3)]
    [InlineData("road.m3u8", "m3u", "Road trip", 6)]
    [InlineData("latin.m3u", "m3u", "latin", 2)]
    [InlineData("road.xspf", "xspf", "Road trip", 3)]
    [InlineData("weekly.jspf", "jspf", "Weekly Jams", 2)]
    [InlineData("mixtape.txt", "text", "mixtape", 6)]
    [InlineData("Playlist1.json", "spotify-data", "Road trip", 3)]
    [InlineData("YourLibrary.json", "spotify-data", "Liked Songs", 2)]
    [InlineData("my_spotify_data.zip", "spotify-data", "Road trip", 3)]
    [InlineData("library-music.xml", "itunes", "Road trip", 2)]
    [InlineData("winamp.pls", "pls", "winamp", 2)]
    [InlineData("zune.wpl", "wpl", "Road trip", 2)]
    [InlineData("radio.asx", "wpl", "Road trip", 2)]
    [InlineData("rekordbox.xml", "rekordbox", "Road trip", 2)]
    [InlineData("traktor.nml", "traktor", "Road trip", 2)]
    [InlineData("virtualdj.vdjfolder", "virtualdj", "virtualdj", 2)]
    [InlineData("jellyfin.xml", "jellyfin", "Road trip", 2)]
    [InlineData("spotify-backup.json", "spotify-backup", "Road trip", 1)]
    [InlineData("spotify-backup.txt", "spotify-backup", "Road trip", 2)]
    [InlineData("spotter-missing.json", "spotter", "spotter-missing", 2)]
    [InlineData("table.xlsx", "csv", "table", 3)]
    [InlineData("winamp-cyrillic.m3u", "m3u", "winamp-cyrillic", 2)]
    [InlineData("itunes-japanese.m3u", "m3u", "itunes-japanese", 2)]
    [InlineData("apple-music.m3u8", "m3u", "apple-music", 3)]
    [InlineData("table-old.xls", "csv", "table-old", 4)]
    [InlineData("StreamingHistory_music_0.json", "history", "Most played (StreamingHistory_music_0)", 1)]
    [InlineData("Streaming_History_Audio_2024_1.json", "history", "Most played (Streaming_History_Audio_2024_1)", 1)]
    [InlineData("lastfm-plays.csv", "history", "Most played", 2)]
    [InlineData("lastfm-to-csv.csv", "history", "Most played", 2)]
    [InlineData("listens.jsonl", "history", "Most played", 2)]
    public void Every_sample_is_recognised_by_its_content(string sample, string family, string name, int tracks)
    {
        var first = Samples.Read(sample)[0];

        Assert.Equal(family, first.FormatFamily);
        Assert.Equal(name, first.Name);
        Assert.Equal($"{family}:{name}", first.RemoteId);
        Assert.Equal(tracks, first.Tracks.Count);
    }

    [Theory]
    [InlineData("exportify-app.csv", "exportify")]
    [InlineData("tunemymusic.csv", "tunemymusic")]
    [InlineData("road.m3u8", "m3u")]
    [InlineData("road.xspf", "xspf")]
    [InlineData("weekly.jspf", "jspf")]
    [InlineData("Playlist1.json", "spotify-data")]
    [InlineData("my_spotify_data.zip", "spotify-data")]
    [InlineData("library-music.xml", "itunes")]
    [InlineData("winamp.pls", "pls")]
    [InlineData("zune.wpl", "wpl")]
    [InlineData("rekordbox.xml", "rekordbox")]
    [InlineData("traktor.nml", "traktor")]
    [InlineData("virtualdj.vdjfolder", "virtualdj")]
    [InlineData("jellyfin.xml", "jellyfin")]
    [InlineData("spotify-backup.json", "spotify-backup")]
    [InlineData("spotify-backup.txt", "spotify-backup")]
    [InlineData("spotter-missing.json", "spotter")]
    [InlineData("table.xlsx", "csv")]
    [InlineData("table-old.xls", "csv")]
    [InlineData("StreamingHistory_music_0.json", "history")]
    [InlineData("lastfm-plays.csv", "history")]
    [InlineData("listens.jsonl", "history")]
    public void A_wrong_extension_changes_nothing(string sample, string family)
        => Assert.Equal(family, new PlaylistFileReader().Read(Samples.Bytes(sample), "download.bin", null)[0].FormatFamily);

    [Theory]
    [InlineData("exportify-app.csv")]
    [InlineData("exportify-net.csv")]
    [InlineData("tunemymusic.csv")]
    [InlineData("soundiiz.csv")]
    [InlineData("road.m3u8")]
    [InlineData("weekly.jspf")]
    [InlineData("mixtape.txt")]
    [InlineData("Playlist1.json")]
    public void Line_endings_byte_order_mark_and_encoding_make_no_difference(string sample)
    {
        var text = Encoding.UTF8.GetString(Samples.Bytes(sample)).TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var expected = Show(Samples.Read(sample));

        foreach (var ending in new[] { "\n", "\r\n", "\r" })
        {
            foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ReplaceLineEndings(ending))];
                Assert.Equal(expected, Show(new PlaylistFileReader().Read(bytes, sample, null)));
            }
        }
    }

    [Theory]
    [InlineData("UTF-16 without a mark, little end first", false)]
    [InlineData("UTF-16 without a mark, big end first", true)]
    public void UTF_16_is_told_by_its_zero_bytes(string reason, bool bigEndian)
    {
        var bytes = new UnicodeEncoding(bigEndian, byteOrderMark: false).GetBytes("Title,Artist\nNine Lives,Ada\n");

        var playlist = Assert.Single(new PlaylistFileReader().Read(bytes, "list.csv", reason));

        Assert.Equal(["Nine Lives / Ada /  / "], Samples.Lines(playlist));
    }

    [Theory]
    [InlineData("named in the file", "#EXTM3U\n#PLAYLIST:Road trip\nAda - Cats.mp3", "Given", "Road trip")]
    [InlineData("else given", "#EXTM3U\nAda - Cats.mp3", " Given\u0007 ", "Given")]
    [InlineData("else the file's name, without folders", "#EXTM3U\nAda - Cats.mp3", null, "Late. Shift")]
    [InlineData("a blank name is none", "#EXTM3U\n#PLAYLIST: \nAda - Cats.mp3", "  ", "Late. Shift")]
    public void A_playlist_is_called(string reason, string text, string? given, string expected)
    {
        var playlist = Assert.Single(Samples.ReadText(text, "C:\\fakepath/Late. Shift.m3u", given));

        Assert.True(playlist.Name == expected, $"{reason}: {playlist.Name}");
    }

    [Theory]
    [InlineData("Vol. 2", "Vol. 2")]
    [InlineData(".csv", ".csv")]
    [InlineData("", "Imported playlist")]
    [InlineData("../../etc/passwd", "passwd")]
    public void A_file_name_that_is_odd_still_gives_a_name(string fileName, string expected)
        => Assert.Equal(expected, Assert.Single(Samples.ReadText("Title,Artist\nNine Lives,Ada", fileName)).Name);

    [Fact]
    public void A_name_of_any_length_is_cut_between_characters()
    {
        var playlist = Assert.Single(Samples.ReadText("Title,Artist\nNine Lives,Ada", givenName: new string('x', PlaylistFileLimits.MaxNameLength - 1) + "😀😀"));

        Assert.Equal(new string('x', PlaylistFileLimits.MaxNameLength - 1), playlist.Name);
    }

    [Fact]
    public void It_becomes_the_playlist_that_every_source_gives()
    {
        var playlist = Assert.Single(Samples.Read("road.xspf"));

        var source = playlist.ToSourcePlaylist();

        Assert.Equal("xspf:Road trip", source.Summary.RemoteId);
        Assert.Equal("Road trip", source.Summary.Name);
        Assert.Equal("For the long way", source.Summary.Description);
        Assert.Equal(playlist.Tracks.Count, source.Summary.TrackCount);
        Assert.Same(playlist.Tracks, source.Tracks);
    }

    [Fact]
    public async Task A_stream_is_read_to_its_end_in_whatever_pieces_it_comes()
    {
        await using var file = new TricklingStream(Samples.Bytes("exportify-app.csv"));

        var playlist = Assert.Single(await new PlaylistFileReader().ReadAsync(file, "exportify-app.csv", null, CancellationToken.None));

        Assert.Equal(Samples.Lines(Samples.Read("exportify-app.csv")[0]), Samples.Lines(playlist));
    }

    [Fact]
    public async Task More_than_10_MB_is_refused_as_soon_as_it_has_come_in_whatever_length_was_declared()
    {
        await using var file = new TricklingStream(endless: (byte)'a');

        var refusal = await Assert.ThrowsAsync<PlaylistFileException>(
            () => new PlaylistFileReader().ReadAsync(file, "list.csv", null, CancellationToken.None));

        Assert.Equal("The file is larger than 10 MB, which is the most that one import takes. Nothing was imported.", refusal.Words);
        Assert.InRange(file.BytesRead, PlaylistFileLimits.MaxBytes, PlaylistFileLimits.MaxBytes + 200_000);
    }

    [Fact]
    public void Twenty_thousand_tracks_are_taken_and_one_more_is_not()
    {
        var text = new StringBuilder("Title;Artist\n");
        for (var i = 1; i <= PlaylistFileLimits.MaxTracks; i++)
        {
            text.Append("Song ").Append(i).Append(";Ada\n");
        }

        Assert.Equal(PlaylistFileLimits.MaxTracks, Assert.Single(Samples.ReadText(text.ToString())).Tracks.Count);
        text.Append("One more;Ada\n");
        Assert.Equal(
            "Line 20002: a file may hold 20,000 tracks at most, and here begins one more. Split it into several files. Nothing was imported.",
            Samples.Refusal(text.ToString()));
    }

    [Theory]
    [InlineData("rows of a table", "Title,Artist\n", ",Ada\n")]
    [InlineData("tracks in XML", "<playlist><trackList>", "<track/>\n")]
    [InlineData("tracks in JSON", "{\"playlist\":{\"track\":[0", ",\n0")]
    [InlineData("entries of a list", "#EXTM3U\n", "#EXTINF:1,\n")]
    public void What_cannot_be_used_counts_towards_the_limit(string reason, string head, string entry)
    {
        var refusal = Samples.Refusal(head + string.Concat(Enumerable.Repeat(entry, PlaylistFileLimits.MaxTracks + 5)) + (head[0] == '{' ? "]}}" : ""));

        Assert.True(refusal.Contains("20,000 tracks at most", StringComparison.Ordinal), $"{reason}: {refusal}");
    }

    private static string[] Show(IReadOnlyList<PlaylistFile> playlists)
        => [.. playlists.SelectMany(playlist => (string[])[playlist.RemoteId, .. Samples.Lines(playlist), .. Samples.Warnings(playlist)])];
}
