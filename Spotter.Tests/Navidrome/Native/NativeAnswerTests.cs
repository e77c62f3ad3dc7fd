using System.Net;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Native;

/// <summary>A call to Navidrome's own interface counts as done because of its answer, not because of "200 OK" alone.</summary>
public sealed class NativeAnswerTests
{
    [Theory]
    [InlineData("a sign-in page", "text/html", "<!doctype html><title>Sign in</title><form></form>")]
    [InlineData("nothing", "text/plain", "")]
    [InlineData("an answer to something else", "application/json", """{"subsonic-response":{"status":"failed"}}""")]
    [InlineData("other rows", "text/plain", """{"ids":["7","8"]}""")]
    [InlineData("no rows, as where more were named than are taken", "text/plain", """{"ids":null}""")]
    public async Task Rows_are_not_taken_for_removed_or_moved_nor_a_cover_for_uploaded_where_something_else_answers(string reason, string type, string body)
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var songs = fixture.Server.Library.Songs;
        var list = fixture.Server.Playlists.Create("demo", "Road trip", [.. songs.Take(5).Select(song => song.Id)]).Id;
        fixture.Server.Fault = request => request.Method is "native:removeRows" or "native:moveRow" or "native:image" ? DemoFault.Answer((int)HttpStatusCode.OK, type, body) : null;

        foreach (var act in new Func<Task>[]
        {
            () => fixture.For().RemoveRowsAsync(list, [1, 2], default),
            () => fixture.For().MoveRowAsync(list, 3, 0, default),
            () => fixture.For().UploadCoverAsync(list, new CoverImage("image/png", [1, 2, 3]), default),
        })
        {
            fixture.Rested();
            var failure = await Assert.ThrowsAsync<ProviderException>(act);
            Assert.True(failure.Failure == ProviderFailure.Malformed, $"{reason}: {failure.Words}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Rows_that_the_server_says_are_gone_are(int rows)
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        List<string> songs = [.. fixture.Server.Library.Songs.Take(5).Select(song => song.Id)];
        var list = fixture.Server.Playlists.Create("demo", "Road trip", songs).Id;

        await fixture.For().RemoveRowsAsync(list, [.. Enumerable.Range(1, rows)], default);
        await fixture.For().MoveRowAsync(list, 1, 0, default);

        var left = songs.Where((_, i) => i == 0 || i > rows).ToList();
        Assert.Equal([left[1], left[0], .. left.Skip(2)], fixture.Server.Playlists.Find(list)!.SongIds);
    }
}
