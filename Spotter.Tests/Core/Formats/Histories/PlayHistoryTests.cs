using Spotter.Core.Facts;
using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Histories;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Histories;

public sealed class PlayHistoryTests
{
    // Two tracks with two plays each, one of them too short to count, and a third track. The plays are from two years.
    private const string Short = """
        [
          {"endTime":"2023-03-01 10:00","artistName":"Ada","trackName":"Tides","msPlayed":200000},
          {"endTime":"2023-03-02 10:00","artistName":"Ada","trackName":"Tides","msPlayed":31000},
          {"endTime":"2024-05-02 10:00","artistName":"Bo","trackName":"Harbour","msPlayed":180000},
          {"endTime":"2024-05-03 10:00","artistName":"Bo","trackName":"Harbour","msPlayed":29999},
          {"endTime":"2024-06-01 10:00","artistName":"Cid","trackName":"Late","msPlayed":240000}
        ]
        """;

    private const string Extended = """
        [
          {"ts":"2024-01-01T10:00:00Z","ms_played":200000,"master_metadata_track_name":"Tides","master_metadata_album_artist_name":"Ada","master_metadata_album_album_name":"Low","spotify_track_uri":"spotify:track:1aAaaaaaaaaaaaaaaaaaa1","episode_name":null},
          {"ts":"2024-01-01T11:00:00Z","ms_played":3000000,"master_metadata_track_name":null,"master_metadata_album_artist_name":null,"master_metadata_album_album_name":null,"spotify_track_uri":null,"episode_name":"A talk"}
        ]
        """;

    private const string WithHeader = "uts,utc_time,artist,artist_mbid,album,album_mbid,track,track_mbid\n\"1704103200\",\"01 Jan 2024, 10:00\",\"Ada\",\"\",\"Low\",\"\",\"Tides\",\"0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0\"\n1704106800,x,Bo,,,,Harbour,\n1704106900,x,Bo,,,,Harbour,\n";

    private const string Bare = "Ada,Low,Tides,01 Jan 2024 10:00\n\"Bo, the\",,Harbour,02 Jan 2024 10:00\n\"Bo, the\",,Harbour,03 Jan 2024 10:00\n";

    private const string Listens = """
        {"listened_at":1704103200,"track_metadata":{"track_name":"Tides","artist_name":"Ada","release_name":"Low","mbid_mapping":{"recording_mbid":"0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"}}}
        {"listened_at":1704106800,"track_metadata":{"track_name":"Harbour","artist_name":"Bo"}}
        {"listened_at":1704106801,"track_metadata":{"track_name":"Harbour","artist_name":"Bo"}}
        """;

    public static TheoryData<string, string, string, string[]> Histories => new()
    {
        { "StreamingHistory_music_0.json", Short, "Most played (StreamingHistory_music_0)", ["Tides / Ada / ", "Late / Cid / ", "Harbour / Bo / "] },
        { "Streaming_History_Audio_2024.json", Extended, "Most played (Streaming_History_Audio_2024)", ["Tides / Ada / Low /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"] },
        { "recenttracks.csv", WithHeader, "Most played", ["Harbour / Bo / ", "Tides / Ada / Low /  / 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"] },
        { "lastfm.csv", Bare, "Most played", ["Harbour / Bo, the / ", "Tides / Ada / Low"] },
        { "listens.jsonl", Listens, "Most played", ["Harbour / Bo / ", "Tides / Ada / Low /  / 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"] },
    };

    [Theory]
    [MemberData(nameof(Histories))]
    public void A_history_becomes_the_list_of_what_was_played_most(string file, string text, string name, string[] tracks)
    {
        var playlist = Assert.Single(Samples.ReadText(text, file));

        Assert.Equal((name, "history", false), (playlist.Name, playlist.FormatFamily, playlist.IsNamed));
        Assert.Equal(tracks.Select(track => track.TrimEnd(' ', '/')), Samples.Lines(playlist).Select(track => track.TrimEnd(' ', '/')));
    }

    [Theory]
    [InlineData("all", 100, "Most played", "Tides,Late,Harbour")]
    [InlineData("all", 1, "Most played", "Tides")]
    [InlineData("2023", 100, "Most played of 2023", "Tides")]
    [InlineData("2024", 100, "Most played of 2024", "Late,Harbour")]
    [InlineData("1m", 100, "Most played of the last month", "Late,Harbour")]
    [InlineData("12m", 100, "Most played of the last year", "Late,Harbour")]
    [InlineData("24m", 100, "Most played of the last 24 months", "Tides,Late,Harbour")]
    public async Task The_period_and_the_length_can_be_chosen_and_count_back_from_the_last_play(string period, int length, string name, string titles)
    {
        var wish = new MostPlayed(PlayPeriod.Parse(period)!.Value, length);

        var playlist = Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(Short), "history.json", wish));

        Assert.Equal((name, titles), (playlist.Name, string.Join(',', playlist.Tracks.Select(track => track.Title))));
        Assert.Equal(period, wish.Period.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0m")]
    [InlineData("121m")]
    [InlineData("m")]
    [InlineData("1899")]
    [InlineData("20245")]
    [InlineData("-12m")]
    [InlineData(null)]
    public void Other_words_name_no_period(string? word) => Assert.Null(PlayPeriod.Parse(word));

    [Fact]
    public async Task All_histories_of_an_archive_are_counted_together_and_none_unasked()
    {
        var zip = Zips.Of(("my/StreamingHistory0.json", Short), ("my/StreamingHistory1.json", Short.Replace("Harbour", "Tides", StringComparison.Ordinal).Replace("Bo", "Ada", StringComparison.Ordinal)), ("my/list.csv", "Title,Artist\nOne,A\n"));

        var asked = await ReadAsync(zip, "my_spotify_data.zip", MostPlayed.Default);
        using var stream = new MemoryStream(zip);
        var unasked = await new PlaylistFileReader().ReadAllAsync(stream, "my_spotify_data.zip", null, default);

        Assert.Equal(["list", "Most played"], asked.Select(playlist => playlist.Name));
        Assert.Equal(["Tides", "Late", "Harbour"], asked[1].Tracks.Select(track => track.Title));
        Assert.Equal(["list"], unasked.Playlists.Select(playlist => playlist.Name));
        Assert.Equal(2, unasked.LeftOut.Count(file => file.Cause.Reason is Fact.HistoryOnly));
    }

    [Fact]
    public async Task A_period_in_which_nothing_was_played_is_said()
    {
        var refusal = await Assert.ThrowsAsync<PlaylistFileException>(() => ReadAsync(Encoding.UTF8.GetBytes(Short), "history.json", new(new(2001, null), 10)));

        Assert.Equal("The history names no track that was played for half a minute or more in this time. Nothing was imported.", refusal.Words);
    }

    [Fact]
    public async Task An_extended_history_may_be_larger_than_other_files()
    {
        var text = new StringBuilder("[");
        while (text.Length < PlaylistFileLimits.MaxBytes + 1_000)
        {
            text.Append("""{"ts":"2024-01-01T10:00:00Z","ms_played":200000,"master_metadata_track_name":"Tides","master_metadata_album_artist_name":"Ada","padding":"………………………………………………………………………………"},""");
        }

        text.Append("{}]");

        Assert.Equal("Tides", Assert.Single(Assert.Single(await ReadAsync(Encoding.UTF8.GetBytes(text.ToString()), "Streaming_History_Audio_2024.json", null)).Tracks).Title);
    }

    [Theory]
    [InlineData("[{\"msPlayed\":1}]")]
    [InlineData("[{\"msPlayed\":99999,\"trackName\":5,\"artistName\":\"x\",\"endTime\":7}]")]
    [InlineData("[{\"ms_played\":\"x\",\"ts\":\"9999-99-99\"}, 5, null]")]
    [InlineData("{\"listened_at\":99999999999999999999,\"track_metadata\":[]}\nnonsense\n")]
    public void A_history_that_says_nothing_is_refused_in_words(string text) => Assert.StartsWith("The history names no track", Samples.Refusal(text, "h.json"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Title,Artist,Album,Date\nOne,A,B,01 Jan 2024 10:00\n")]
    [InlineData("Ada,Low,Tides,yesterday\nBo,Low,Harbour,today\n")]
    public void A_table_that_is_no_history_stays_a_table(string text)
    {
        try
        {
            Assert.NotEqual("history", Samples.ReadText(text, "x.csv")[0].FormatFamily);
        }
        catch (PlaylistFileException refusal)
        {
            Assert.NotNull(refusal.Table);
        }
    }

    [Theory]
    [InlineData("[{\"endTime\":\"2023\",\"msPlayed\":1}]", true)]
    [InlineData("[{\"ts\":\"2023\",\"ms_played\":1}]", true)]
    [InlineData("[{\"listened_at\":1}]", true)]
    [InlineData("\"msPlayed\":1", true)]
    [InlineData("\"ms_played\":1", true)]
    [InlineData("\"listened_at\":1", true)]
    [InlineData("[{\"title\":\"The msPlayed song\"}]", false)]
    [InlineData("", false)]
    public void Each_kind_of_history_in_JSON_may_be_large(string start, bool isOne) => Assert.Equal(isOne, HistoryFormats.MayBeOne(Encoding.UTF8.GetBytes(start)));

    [Fact]
    public void A_history_is_recognised_by_what_its_beginning_holds()
    {
        Assert.True(HistoryFormats.MayBeOne(Encoding.UTF8.GetBytes(new string(' ', 3_980) + "\"msPlayed\"")));
        Assert.False(HistoryFormats.MayBeOne(Encoding.UTF8.GetBytes(new string(' ', 3_991) + "\"msPlayed\"")));
    }

    private static async Task<IReadOnlyList<PlaylistFile>> ReadAsync(byte[] bytes, string fileName, MostPlayed? wish)
    {
        using var stream = new MemoryStream(bytes);
        return await new PlaylistFileReader().ReadAsync(stream, fileName, null, default, mostPlayed: wish);
    }
}
