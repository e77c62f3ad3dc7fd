using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Navidrome.Subsonic;

public sealed class SubsonicTrafficTests
{
    private readonly SubsonicTraffic _traffic = new();
    private readonly List<string> _underWay = [];
    private readonly TaskCompletionSource _end = new();

    [Fact]
    public async Task Four_calls_go_to_a_server_at_once_and_the_next_one_when_one_has_ended()
    {
        var calls = Enumerable.Range(0, 6).Select(_ => CallAsync("search3")).ToList();

        Assert.Equal(SubsonicTraffic.Limit, _underWay.Count);

        _end.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(6, _underWay.Count);
    }

    [Fact]
    public async Task Of_those_that_change_something_one_goes_at_a_time_and_the_waiting_hold_up_no_reads()
    {
        var calls = new[] { "createPlaylist", "updatePlaylist", "deletePlaylist", "getPlaylist", "getPlaylists" }.Select(method => CallAsync(method)).ToList();

        Assert.Equal(["createPlaylist", "getPlaylist", "getPlaylists"], _underWay);

        _end.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(5, _underWay.Count);
    }

    [Fact]
    public async Task A_sign_in_and_the_pictures_of_a_page_do_not_wait_behind_a_server_that_hangs()
    {
        var calls = Enumerable.Range(0, 9).Select(_ => CallAsync("search3")).ToList();
        _underWay.Clear();

        calls.AddRange([CallAsync("ping"), CallAsync("getUser"), CallAsync("getCoverArt")]);

        Assert.Equal(["ping", "getUser", "getCoverArt"], _underWay);
        _end.SetResult();
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task One_server_s_calls_never_wait_for_another_s()
    {
        var calls = Enumerable.Range(0, 9).Select(_ => CallAsync("createPlaylist", "http://dead.example")).ToList();
        _underWay.Clear();

        calls.Add(CallAsync("createPlaylist", "http://alive.example"));

        Assert.Equal(["createPlaylist"], _underWay);
        _end.SetResult();
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task Who_gives_up_waiting_takes_no_place()
    {
        using var stop = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 4).Select(_ => CallAsync("search3")).ToList();
        var waiting = CallAsync("search3", cancellationToken: stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _end.SetResult();
        await Task.WhenAll(calls);
        await CallAsync("search3");
        Assert.Equal(5, _underWay.Count);
    }

    private async Task CallAsync(string method, string server = "http://one.example", CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server}/rest/{method}.view");
        using var response = await _traffic.SendAsync(
            request,
            async () =>
            {
                lock (_underWay)
                {
                    _underWay.Add(method);
                }

                await _end.Task;
                return new HttpResponseMessage();
            },
            cancellationToken);
    }
}
