using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
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

    private static int[] Ids(JsonElement playlists) => [.. playlists.EnumerateArray().Select(playlist => playlist.GetProperty("id").GetInt32())];

    private async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(byte[] content, string fileName)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        using var response = await app.Demo.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
