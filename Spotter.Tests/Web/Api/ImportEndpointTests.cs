using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Spotter.Core.Formats.Text;
using Spotter.Tests.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

/// <summary>Importing archives and unusual tables through the API. The rest of the import is in <see cref="ApiTests"/>.</summary>
public sealed class ImportEndpointTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Account_data_comes_in_as_its_playlists_and_again_as_nothing_new()
    {
        var (first, playlists) = await PostAsync(Samples.Bytes("my_spotify_data.zip"), "my_spotify_data.zip");
        var (second, again) = await PostAsync(Samples.Bytes("my_spotify_data.zip"), "my_spotify_data.zip");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first, second));
        Assert.Equal(
            ["Road trip 3", "Sunday 1", "Liked Songs 2"],
            playlists.EnumerateArray().Select(playlist => $"{playlist.GetProperty("name").GetString()} {playlist.GetProperty("trackCount").GetInt32()}"));
        Assert.Equal(Ids(playlists), Ids(again));
        Assert.All(again.EnumerateArray(), playlist => Assert.Equal(0, playlist.GetProperty("added").GetInt32()));
    }

    [Fact]
    public async Task An_archive_may_be_larger_than_a_file_may()
    {
        var cover = new byte[40 * 1024 * 1024];
        new Random(1).NextBytes(cover);
        var zip = Zips.OfBytes(("cover.png", cover), ("Large.csv", Encoding.UTF8.GetBytes("Title,Artist\nNine Lives,Ada\n")));
        Assert.InRange(zip.Length, 35 * 1024 * 1024, 45 * 1024 * 1024);

        var (status, playlists) = await PostAsync(zip, "large.zip");

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal("Large", Assert.Single(playlists.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_archive_with_a_broken_playlist_brings_nothing_in()
    {
        var (status, problem) = await PostAsync(Zips.Of(("Whole.csv", "Title\nNine Lives\n"), ("Broken.csv", "Title,Artist\nOne,Two,Ada\n")), "both.zip");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(
            "“Broken.csv” in the archive cannot be read. Line 2: expected 2 columns as in the header, found 3. Nothing was imported.",
            problem.GetProperty("detail").GetString());
        var playlists = await app.Demo.GetFromJsonAsync<JsonElement>("/api/playlists");
        Assert.DoesNotContain(playlists.EnumerateArray(), playlist => playlist.GetProperty("name").GetString() == "Whole");
    }

    [Fact]
    public async Task A_report_says_what_was_left_out_of_which_file_and_why()
    {
        var zip = Zips.Of(
            ("a/Reported.csv", "Title,Artist,Spotify - id\nNine Lives,Ada,\n,Bo,\nAn episode,Radio,spotify:episode:2aBcDeFgHiJkLmNoPqRsT2\n,Bo,\n"),
            ("a/odd.csv", "Sang;Skald\nNine Lives;Ada\n"), ("a/notes.txt", "Hello"));

        var (status, report) = await PostAsync(zip, "reported.zip", "report=true");

        Assert.Equal(HttpStatusCode.Created, status);
        var playlist = Assert.Single(report.GetProperty("playlists").EnumerateArray());
        Assert.Equal(("Reported", 1, 1), (playlist.GetProperty("name").GetString(), playlist.GetProperty("trackCount").GetInt32(), playlist.GetProperty("added").GetInt32()));
        Assert.True(playlist.GetProperty("id").GetInt32() > 0);
        Assert.Equal(
            ["a/Reported.csv 3: noTitle 2, spoken 1", "a/odd.csv whole: unknownTable", "a/notes.txt whole: notAPlaylist"],
            report.GetProperty("leftOut").EnumerateArray().Select(LeftOut));
        Assert.Equal("Line 3: A row without a title was left out.", report.GetProperty("leftOut")[0].GetProperty("reasons")[0].GetProperty("example").GetString());

        var (again, none) = await PostAsync(Encoding.UTF8.GetBytes("Title,Artist\nNine Lives,Ada\n"), "Reported.csv", "report=true");
        Assert.Equal((HttpStatusCode.OK, 0), (again, none.GetProperty("leftOut").GetArrayLength()));
    }

    [Fact]
    public async Task A_dry_run_answers_the_rows_as_read_and_stores_nothing()
    {
        var content = CodePages.Find("windows-1251")!.GetBytes("Маяк - Огни\nНичего\n3:05 Море - Вода\nAda - Nine Lives\n");

        var (status, tried) = await PostAsync(content, "Tried.txt", "dryRun=true");

        Assert.Equal(HttpStatusCode.OK, status);
        var playlist = Assert.Single(tried.GetProperty("playlists").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, playlist.GetProperty("id").ValueKind);
        Assert.Equal(
            ("Tried", "file", 3, "text", "windows-1251", false, false),
            (playlist.GetProperty("name").GetString(), playlist.GetProperty("source").GetString(), playlist.GetProperty("added").GetInt32(), playlist.GetProperty("format").GetString(),
                playlist.GetProperty("codePage").GetString(), playlist.GetProperty("titleFirst").GetBoolean(), playlist.GetProperty("removesTooMuch").GetBoolean()));
        Assert.Equal(
            ["Огни / Маяк", "Вода / Море", "Nine Lives / Ada"],
            playlist.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("title").GetString()} / {row.GetProperty("artists")[0].GetString()}"));
        Assert.Equal("Tried.txt 1: noArtist 1", LeftOut(Assert.Single(tried.GetProperty("leftOut").EnumerateArray())));
        var stored = await app.Demo.GetFromJsonAsync<JsonElement>("/api/playlists");
        Assert.DoesNotContain(stored.EnumerateArray(), one => one.GetProperty("name").GetString() == "Tried");
    }

    [Fact]
    public async Task A_dry_run_of_an_update_says_what_would_go_and_that_it_would_be_refused()
    {
        await PostAsync(Encoding.UTF8.GetBytes("Title,Artist\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"Song {i},Ada\n"))), "Shorter.csv");

        var (status, tried) = await PostAsync("Title,Artist\nSong 1,Ada\n"u8.ToArray(), "Shorter.csv", "dryRun=true");

        var playlist = tried.GetProperty("playlists")[0];
        Assert.Equal(
            (HttpStatusCode.OK, true, 11, JsonValueKind.Number),
            (status, playlist.GetProperty("removesTooMuch").GetBoolean(), playlist.GetProperty("removed").GetInt32(), playlist.GetProperty("id").ValueKind));
    }

    [Fact]
    public async Task A_history_becomes_the_list_of_the_period_and_length_that_are_sent()
    {
        var history = Encoding.UTF8.GetBytes("""
            [
              {"endTime":"2023-03-01 10:00","artistName":"Ada","trackName":"Tides","msPlayed":200000},
              {"endTime":"2023-03-02 10:00","artistName":"Ada","trackName":"Tides","msPlayed":200000},
              {"endTime":"2024-05-02 10:00","artistName":"Bo","trackName":"Harbour","msPlayed":180000},
              {"endTime":"2024-06-01 10:00","artistName":"Cid","trackName":"Late","msPlayed":240000}
            ]
            """);

        Assert.Equal("Most played (history1): Tides, Late, Harbour", await TryAsync("history1.json"));
        Assert.Equal("Most played (history1): Tides", await TryAsync("history1.json", ("mostPlayed", "1")));
        Assert.Equal("Most played of 2024 (history1): Late, Harbour", await TryAsync("history1.json", ("period", "2024")));
        Assert.Equal("Most played of the last month: Late", await TryAsync("history.json", ("period", "1m"), ("mostPlayed", "1")));

        // In an archive only if one of the two is sent.
        var zip = Zips.OfBytes(("my/StreamingHistory0.json", history), ("my/Plain.csv", Encoding.UTF8.GetBytes("Title,Artist\nNine Lives,Ada\n")));
        var (_, unasked) = await PostAsync(zip, "data.zip", "dryRun=true");
        var (_, asked) = await PostAsync(zip, "data.zip", "dryRun=true", ("mostPlayed", "2"));
        Assert.Equal(["Plain"], Names(unasked.GetProperty("playlists")));
        Assert.Equal(["Plain", "Most played"], Names(asked.GetProperty("playlists")));

        async Task<string> TryAsync(string fileName, params (string Name, string Value)[] fields)
        {
            var (_, tried) = await PostAsync(history, fileName, "dryRun=true", fields);
            var playlist = Assert.Single(tried.GetProperty("playlists").EnumerateArray());
            return $"{playlist.GetProperty("name").GetString()}: {string.Join(", ", playlist.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("title").GetString()))}";
        }
    }

    [Theory]
    [InlineData("mostPlayed", "0", "from 1 to 1,000 tracks")]
    [InlineData("mostPlayed", "1001", "from 1 to 1,000 tracks")]
    [InlineData("period", "yesterday", "months up to the last play such as 12m")]
    [InlineData("period", "0m", "months up to the last play such as 12m")]
    [InlineData("codePage", "windows-1", "must be one of windows-125")]
    public async Task A_wish_that_means_nothing_is_refused_with_what_it_may_be(string field, string value, string reason)
    {
        var (status, problem) = await PostAsync(Encoding.UTF8.GetBytes("Title,Artist\nNine Lives,Ada\n"), "wish.csv", "", (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sides_and_code_page_are_said_of_all_lists_of_an_archive_at_once_and_hold_from_then_on()
    {
        var koi8 = CodePages.Find("koi8-r")!.GetBytes("Огни - Маяк\n");
        var zip = Zips.OfBytes(("Said one.txt", koi8), ("Said two.txt", Encoding.UTF8.GetBytes("Nine Lives - Ada\n")), ("Said three.csv", Encoding.UTF8.GetBytes("Title,Artist\nNine Lives,Ada\n")));
        string[] read = ["Said one windows-1251 True", "Said two  True", "Said three  "];

        var (_, tried) = await PostAsync(zip, "said.zip", "dryRun=true", ("titleFirst", "true"), ("codePage", "Windows-1251"));
        Assert.Equal(read, Show(tried));
        var (status, _) = await PostAsync(zip, "said.zip", "", ("titleFirst", "true"), ("codePage", "windows-1251"));
        Assert.Equal(HttpStatusCode.Created, status);

        // Without a word about it, and one by one.
        Assert.Equal(read, Show((await PostAsync(zip, "said.zip", "dryRun=true")).Body));
        Assert.Equal(read[..1], Show((await PostAsync(koi8, "Said one.txt", "dryRun=true")).Body));
        Assert.Equal(["Said two  False"], Show((await PostAsync(Encoding.UTF8.GetBytes("Nine Lives - Ada\n"), "Said two.txt", "dryRun=true", ("titleFirst", "false"))).Body));

        static string[] Show(JsonElement answer) => [.. answer.GetProperty("playlists").EnumerateArray().Select(playlist => $"{playlist.GetProperty("name").GetString()} {playlist.GetProperty("codePage")} {playlist.GetProperty("titleFirst")}")];
    }

    [Theory]
    [InlineData("report=true")]
    [InlineData("dryRun=true")]
    public async Task What_cannot_be_imported_is_refused_in_a_report_too(string query)
    {
        var (status, problem) = await PostAsync(Zips.Of(("Whole.csv", "Title,Artist\nNine Lives,Ada\n"), ("Broken.csv", "Title,Artist\nOne,Two,Ada\n")), "both.zip", query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("“Broken.csv” in the archive cannot be read.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_all_three_answers()
    {
        var document = await app.Demo.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var import = document.GetProperty("paths").GetProperty("/api/playlists/import").GetProperty("post");

        Assert.Equal(["report", "dryRun"], import.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        var answers = import.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("oneOf");
        Assert.Equal("array", answers[0].GetProperty("type").GetString());
        Assert.Equal(["#/components/schemas/ImportReport", "#/components/schemas/ImportDryRun"], answers.EnumerateArray().Skip(1).Select(answer => answer.GetProperty("$ref").GetString()));
        Assert.Equal(2, import.GetProperty("responses").GetProperty("201").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("oneOf").GetArrayLength());
        var dryRun = document.GetProperty("components").GetProperty("schemas").GetProperty("ImportDryRun").GetProperty("properties");
        Assert.True(dryRun.TryGetProperty("playlists", out _) && dryRun.TryGetProperty("leftOut", out _));
    }

    private static string LeftOut(JsonElement file)
    {
        var reasons = file.GetProperty("reasons").EnumerateArray()
            .Select(reason => $"{reason.GetProperty("reason").GetString()}{(reason.GetProperty("count") is { ValueKind: JsonValueKind.Number } count ? $" {count}" : "")}");
        var count = file.GetProperty("whole").GetBoolean() ? "whole" : file.GetProperty("count").ToString();
        return $"{file.GetProperty("file").GetString()} {count}: {string.Join(", ", reasons)}";
    }

    private static IEnumerable<string?> Names(JsonElement playlists) => playlists.EnumerateArray().Select(playlist => playlist.GetProperty("name").GetString());

    private static int[] Ids(JsonElement playlists) => [.. playlists.EnumerateArray().Select(playlist => playlist.GetProperty("id").GetInt32())];

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(byte[] content, string fileName, string query = "", params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        using var response = await app.Demo.PostAsync(new Uri($"/api/playlists/import?{query}", UriKind.Relative), form);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
