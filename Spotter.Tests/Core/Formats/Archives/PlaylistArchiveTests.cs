using System.Buffers.Binary;
using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Archives;

public sealed class PlaylistArchiveTests
{
    private const string Nine = "Title,Artist\nNine Lives,Ada\n";

    [Fact]
    public async Task Spotifys_account_data_gives_its_playlists_and_the_liked_songs()
    {
        var reading = await ReadAsync(Samples.Bytes("my_spotify_data.zip"));

        Assert.Equal(
            ["spotify-data:Road trip", "spotify-data:Sunday", "spotify-data:Liked Songs"], reading.Playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal(Samples.Lines(Samples.Read("Playlist1.json")[0]), Samples.Lines(reading.Playlists[0]));
        Assert.Equal(
            "Spotify Account Data/Playlist1.json, line 19: The podcast episode “How bells are cast” was left out.",
            reading.Playlists[0].Warnings[0].WithLine.Words);
        Assert.Equal(
            ["Follow.json", "StreamingHistory_music_0.json", "Userdata.json"],
            reading.LeftOut.Select(file => Path.GetFileName(file.Name)));
        Assert.All(reading.LeftOut, file => Assert.Equal(PlaylistFileProblem.NotAPlaylist, file.Cause.Problem));
    }

    [Fact]
    public void A_folder_around_the_files_makes_no_difference()
    {
        string[] names = ["Playlist1.json", "YourLibrary.json"];
        var flat = Zips.OfBytes([.. names.Select(name => (name, Samples.Bytes(name)))]);

        Assert.Equal(Show(Samples.Read("my_spotify_data.zip")), Show(new PlaylistFileReader().Read(flat, "x.zip", null)));
    }

    [Fact]
    public void An_archive_of_exports_gives_what_the_exports_give()
    {
        string[] names = ["exportify-app.csv", "exportify-net.csv"];
        var zip = Zips.OfBytes([.. names.Select(name => ("spotify_playlists/" + name, Samples.Bytes(name)))]);

        var playlists = new PlaylistFileReader().Read(zip, "spotify_playlists.zip", "Ignored");

        Assert.Equal(["exportify:exportify-app", "exportify:exportify-net"], playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal(Show([.. names.SelectMany(name => Samples.Read(name))]), Show(playlists));
    }

    [Fact]
    public void A_playlist_that_two_files_of_an_archive_name_is_one()
    {
        var zip = Zips.Of(("a/list.csv", Nine), ("b/list.csv", "Title,Artist\nAttic Tape,Kari Moss\n"), ("c/list.csv", Nine));

        Assert.Equal(["Nine Lives / Ada /  / ", "Attic Tape / Kari Moss /  / "], Samples.Lines(Assert.Single(new PlaylistFileReader().Read(zip, "x.zip", null))));
    }

    [Fact]
    public async Task A_broken_playlist_is_named_and_the_others_come_in_or_none_where_nobody_can_be_told()
    {
        var zip = Zips.Of(("good.csv", Nine), ("bad.csv", "Title,Artist\nOne,Two,Ada\n"), ("empty.csv", "Title,Artist\n"));

        var reading = await ReadAsync(zip);

        Assert.Equal("good", Assert.Single(reading.Playlists).Name);
        Assert.Equal(
            ["bad.csv: Line 2: expected 2 columns as in the header, found 3.", "empty.csv: The file has a header, but no tracks below it."],
            reading.LeftOut.Select(file => $"{file.Name}: {file.Cause.Reason.Words}"));
        Assert.Equal(
            "“bad.csv” in the archive cannot be read. Line 2: expected 2 columns as in the header, found 3. Nothing was imported.", Samples.Refusal(zip, "x.zip"));
        Assert.Equal("good", Assert.Single(new PlaylistFileReader().Read(Zips.Of(("good.csv", Nine), ("empty.csv", "Title,Artist\n")), "x.zip", null)).Name);
    }

    [Theory]
    [InlineData("a path that leads out", "../../etc/list.csv")]
    [InlineData("a path of Windows", "C:\\temp\\list.csv")]
    [InlineData("a path from the root", "/etc/list.csv")]
    [InlineData("control characters", "li\u0007st.csv")]
    public void A_name_in_an_archive_is_only_ever_a_name(string reason, string name)
    {
        var playlist = Assert.Single(new PlaylistFileReader().Read(Zips.Of((name, Nine)), "x.zip", null));

        Assert.True(playlist.Name == "list", $"{reason}: {playlist.Name}");
    }

    [Fact]
    public void The_shadows_that_a_Mac_puts_beside_files_are_not_looked_at()
        => Assert.Equal(
            "list", Assert.Single(new PlaylistFileReader().Read(Zips.Of(("__MACOSX/._list.csv", "\0\0"), ("._list.csv", "\0"), ("list.csv", Nine)), "x.zip", null)).Name);

    public static TheoryData<string, byte[], string> Refused => new()
    {
        {
            "nothing that may be a playlist", Zips.Of(("cover.png", "x"), ("folder/", "")),
            "The archive holds no playlist file. Expected playlist files such as CSV, Excel, M3U, XSPF, JSPF or text, or the data that Spotify, Apple or Google Takeout gives out. Nothing was imported."
        },
        { "an empty archive", Zips.Of(), "The archive holds no playlist file. Expected playlist files such as CSV, Excel, M3U, XSPF, JSPF or text, or the data that Spotify, Apple or Google Takeout gives out. Nothing was imported." },
        {
            "an archive in an archive", Zips.OfBytes(("inner.zip", Zips.Of(("list.csv", Nine)))),
            "“inner.zip” in the archive gave no playlist. An archive within the archive is not opened. Unpack the outer one and choose this. Nothing was imported."
        },
        {
            "an archive that goes by another name", Zips.OfBytes(("inner.csv", Zips.Of(("list.csv", Nine)))),
            "“inner.csv” in the archive gave no playlist. This is an archive, whatever its name says. Nothing was imported."
        },
        {
            "another office document", Zips.Of(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")),
            "This is an office document, and no list of tracks. Save what it holds as CSV. Nothing was imported."
        },
        {
            "a password", Zips.WithListed(Zips.Of(("list.csv", Nine)), 8, 1, 0),
            "“list.csv” in the archive cannot be read. It is protected with a password. Unpack the archive and choose the files in it. Nothing was imported."
        },
        {
            "half of it", Zips.Of(("list.csv", Nine))[..60],
            "The archive is damaged or incomplete. The download may have been interrupted. Download it again. Nothing was imported."
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_archive_without_a_playlist_is_refused_in_words(string reason, byte[] zip, string message)
    {
        var refusal = Samples.Refusal(zip, "x.zip");

        Assert.True(message == refusal, $"{reason}: {refusal}");
    }

    [Fact]
    public async Task Account_data_whose_listening_history_is_huge_still_gives_its_playlists()
    {
        var history = Encoding.UTF8.GetBytes("[" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"{{\"track\":\"{i * 7919L}\"}},\n")));
        Assert.True(history.Length < PlaylistFileLimits.MaxBytes);
        byte[] longer = [.. history, .. history];

        var reading = await ReadAsync(Zips.OfBytes(("Streaming_History_Audio_2020_1.json", longer), ("YourLibrary.json", Samples.Bytes("YourLibrary.json"))));

        Assert.Equal("Liked Songs", Assert.Single(reading.AllOrNone()).Name);
        Assert.Equal("It is larger than 10 MB, which is the most that one file may have.", Assert.Single(reading.LeftOut).Cause.Reason.Words);
    }

    [Fact]
    public void A_bomb_is_put_down_after_a_hundred_times_its_size()
    {
        var blanks = new byte[9 * 1024 * 1024];
        Array.Fill(blanks, (byte)'\n');
        var zip = Zips.OfBytes([.. Enumerable.Range(0, 20).Select(i => ($"{i}.csv", blanks))]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Samples.Refusal(zip, "x.zip");
        var used = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("The archive unpacks to far more than its size suggests. Spotter does not import it. Nothing was imported.", refusal);
        Assert.True(used < 25L * PlaylistFileLimits.MaxBytes, $"{used:N0} bytes were allocated.");
    }

    [Fact]
    public void Many_names_for_one_place_are_one_file()
    {
        // Two directory entries that both point to the first file. An overlapping zip bomb does this thousands of times.
        var zip = Zips.Of(("list.csv", Nine), ("a/list.csv", Nine));

        Assert.Equal("list", Assert.Single(new PlaylistFileReader().Read(Zips.WithListed(zip, 42, 0, 0, 0, 0), "x.zip", null)).Name);
    }

    [Fact]
    public void A_file_that_claims_to_be_smaller_than_it_is_does_not_come_in_by_half()
        => Assert.Contains(
            "“list.csv” in the archive cannot be read. It is damaged in the archive",
            Samples.Refusal(Zips.WithListed(Zips.Of(("list.csv", Nine)), 24, 20, 0, 0, 0), "x.zip"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_claims_to_be_larger_than_any_is_only_what_it_is()
    {
        var size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, 4_000_000_000);

        Assert.Equal("list", Assert.Single(new PlaylistFileReader().Read(Zips.WithListed(Zips.Of(("list.csv", Nine)), 24, size), "x.zip", null)).Name);
    }

    [Fact]
    public void A_crowd_of_files_is_refused_before_their_list_is_read()
    {
        var line = new byte[47];
        "PK\x01\x02"u8.CopyTo(line);
        line[28] = 1;
        line[46] = (byte)'x';
        // The end record says that there is one file, but the directory continues for more than half a million.
        var end = new byte[22];
        "PK\x05\x06"u8.CopyTo(end);
        (end[8], end[10]) = (1, 1);
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(12), 600_000 * line.Length);
        byte[] zip = [.. "PK\x03\x04"u8, .. Enumerable.Repeat(line, 200_000).SelectMany(bytes => bytes), .. end];

        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Samples.Refusal(zip, "x.zip");
        var used = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("The archive holds more than 5,000 files, which is the most that one import takes. Nothing was imported.", refusal);
        Assert.True(used < 1_000_000, $"{used:N0} bytes were allocated.");
    }

    [Fact]
    public void A_line_of_the_archives_list_is_counted_wherever_it_lies()
    {
        // Wherever the reads split, in one of these archives a boundary falls inside a signature.
        const int length = 48;
        var line = new byte[length];
        "PK\x01\x02"u8.CopyTo(line);
        for (var shift = 0; shift < length; shift++)
        {
            byte[] Archive(int files) => [.. "PK\x03\x04"u8, .. new byte[shift], .. Enumerable.Repeat(line, files).SelectMany(bytes => bytes)];

            Assert.StartsWith("The archive holds more than 5,000 files", Samples.Refusal(Archive(5_001), "x.zip"), StringComparison.Ordinal);
            Assert.StartsWith("The archive is damaged", Samples.Refusal(Archive(5_000), "x.zip"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_archive_over_the_limit_is_refused_as_soon_as_it_has_come_in()
    {
        await using var zip = new TricklingStream("PK\x03\x04"u8.ToArray(), endless: 0);

        var refusal = await Assert.ThrowsAsync<PlaylistFileException>(() => new PlaylistFileReader().ReadAsync(zip, "x.zip", null, CancellationToken.None));

        Assert.Equal("The archive is larger than 200 MB, which is the most that one import takes. Nothing was imported.", refusal.Words);
        Assert.InRange(zip.BytesRead, PlaylistFileLimits.MaxArchiveBytes - 4, PlaylistFileLimits.MaxArchiveBytes + 200_000);
    }

    [Fact]
    public async Task What_is_put_down_on_its_way_in_is_gone_when_it_is_closed()
    {
        await using var rest = new TricklingStream([3, 4, 5]);

        string path;
        await using (var kept = await SpooledFile.KeepAsync(new byte[] { 1, 2 }, rest, CancellationToken.None))
        {
            path = ((FileStream)kept).Name;
            Assert.True(File.Exists(path));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }

            var content = new byte[5];
            await kept.ReadExactlyAsync(content);
            Assert.Equal<byte>([1, 2, 3, 4, 5], content);
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void A_file_whose_check_sum_is_wrong_is_damaged()
        => Assert.Contains(
            "It is damaged in the archive", Samples.Refusal(Zips.WithListed(Zips.Of(("list.csv", Nine)), 16, 1, 2, 3, 4), "x.zip"), StringComparison.Ordinal);

    private static async Task<PlaylistFileReading> ReadAsync(byte[] zip)
    {
        await using var file = new TricklingStream(zip);
        return await new PlaylistFileReader().ReadAllAsync(file, "x.zip", null, CancellationToken.None);
    }

    private static string[] Show(IReadOnlyList<PlaylistFile> playlists)
        => [.. playlists.SelectMany(playlist => (string[])[playlist.RemoteId, .. Samples.Lines(playlist), .. playlist.Warnings.Select(warning => $"{warning.Line} {warning.What.Words}")])];
}
