using Microsoft.Extensions.Hosting;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sources;

/// <summary>Connections that come from the configuration, and the hints that cause them to be read.</summary>
public sealed class StandingConnectionsTests : IAsyncLifetime
{
    private WatchedFolderHost _host = null!;

    public async Task InitializeAsync() => _host = await WatchedFolderHost.StartAsync();

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_user_has_one_by_themselves_and_only_one_and_it_is_read_at_once()
    {
        var bob = await _host.AddUserAsync("bob");
        await _host.Core.Get<StandingConnections>().EnsureAsync(default);

        var connections = new[] { await _host.ConnectionOfAsync(_host.Ann), await _host.ConnectionOfAsync(bob) };

        Assert.All(connections, c => Assert.Equal(("file", true, false), (c.Kind, c.AddsNewPlaylists, c.SyncsNewPlaylists)));
        Assert.Equal(connections.Select(c => c.Id), _host.Core.SourceScheduler.Nudges.Select(nudge => nudge.ConnectionId));
        Assert.Equal("File: watched folder", _host.Core.SourceScheduler.Nudges.First().Name);
    }

    [Fact]
    public async Task It_is_not_disconnected_and_keeps_what_the_user_chose()
    {
        var connection = await _host.ConnectionOfAsync(_host.Ann);
        var connections = _host.Core.Get<SourceConnections>();

        await connections.DisconnectAsync(_host.Ann.UserId, connection.Id, default);
        await connections.SetNewOnesAsync(_host.Ann.UserId, connection.Id, adds: false, syncs: false, default);
        _host.Restart();
        await _host.Core.Get<StandingConnections>().EnsureAsync(default);

        var kept = await _host.ConnectionOfAsync(_host.Ann);
        Assert.Equal((connection.Id, false), (kept.Id, kept.AddsNewPlaylists));
    }

    [Fact]
    public async Task Without_the_configuration_it_goes_and_its_playlists_stay_and_are_taken_up_again()
    {
        _host.Write("Road trip.csv", ["Harbour"]);
        await _host.RefreshAsync();
        _host.Restart(isWatched: false);
        await _host.Core.Get<StandingConnections>().EnsureAsync(default);

        Assert.Empty(await _host.Core.Get<SourceConnections>().ListAsync(_host.Ann.UserId, default));
        var left = Assert.Single(await _host.PlaylistsAsync());
        Assert.Equal((null, false, 1), (left.ConnectionId, left.IsGoneAtSource, left.Tracks.Count));

        _host.Restart();
        await _host.Core.Get<StandingConnections>().EnsureAsync(default);
        var connection = await _host.RefreshAsync();
        Assert.Equal((left.Id, connection.Id), (Assert.Single(await _host.PlaylistsAsync()).Id, Assert.Single(await _host.PlaylistsAsync()).ConnectionId));
    }

    [Fact]
    public async Task What_the_system_tells_of_changes_is_one_nudge_once_it_has_come_to_rest()
    {
        var source = (IStandingSource)_host.Core.Get<ProviderRegistry>().FindSource("file")!;
        Assert.False(source.TakeChange());
        for (var i = 0; i < 20; i++)
        {
            _host.Write($"List {i}.csv", ["Harbour"]);
        }

        await HeardAsync(source);
        Assert.False(source.TakeChange());

        _host.Write("ann/Mine.csv", ["Harbour"]);
        await HeardAsync(source);

        // A folder that is created again is watched as before.
        Directory.Delete(_host.Path, recursive: true);
        _host.Core.Clock.Advance(TimeSpan.FromSeconds(31));
        source.TakeChange();
        Directory.CreateDirectory(_host.Path);
        await HeardAsync(source);
        _host.Core.Clock.Advance(TimeSpan.FromSeconds(31));
        source.TakeChange();
        _host.Write("After.csv", ["Harbour"]);
        await HeardAsync(source);
    }

    [Fact]
    public async Task The_watch_has_all_connections_read_at_start_and_when_something_changed()
    {
        var connection = await _host.ConnectionOfAsync(_host.Ann);
        _host.Core.SourceScheduler.Nudges.Clear();
        var watch = _host.Core.Get<IEnumerable<IHostedService>>().OfType<StandingSourceWatch>().Single();
        await watch.StartAsync(default);
        await NudgedAsync();

        _host.Write("Road trip.csv", ["Harbour"]);
        await NudgedAsync();
        await watch.StopAsync(default);

        async Task NudgedAsync()
        {
            await Eventually.HoldsAsync("it was nudged", () =>
            {
                _host.Core.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(_host.Core.SourceScheduler.Nudges.Any(nudge => nudge.ConnectionId == connection.Id));
            });
            _host.Core.SourceScheduler.Nudges.Clear();
        }
    }

    /// <summary>The system reports a change in its own time. What happens after that depends on the test's clock.</summary>
    private Task HeardAsync(IStandingSource source) => Eventually.HoldsAsync("the change was heard of", () =>
    {
        _host.Core.Clock.Advance(TimeSpan.FromSeconds(1));
        return Task.FromResult(source.TakeChange());
    });
}
