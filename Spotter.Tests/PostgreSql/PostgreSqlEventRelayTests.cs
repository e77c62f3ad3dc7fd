using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.PostgreSql;
using Spotter.Tests.Support;

namespace Spotter.Tests.PostgreSql;

/// <summary>Two processes on one database, each with a bus.</summary>
public sealed class PostgreSqlEventRelayTests : IAsyncLifetime, IDisposable
{
    private readonly PostgreSqlServer? _server = PostgreSqlServer.WhyNot is null ? new() : null;
    private readonly List<ServiceProvider> _nodes = [];
    private readonly CapturedLog _log = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.GetRequiredService<PostgreSqlEventRelay>().StopAsync(default);
            await node.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _server?.Dispose();
        _log.Dispose();
    }

    [PostgreSqlFact]
    public async Task What_one_publishes_the_other_hears_once_and_the_publisher_once()
    {
        var (first, second) = (await StartNodeAsync(), await StartNodeAsync());
        var (here, there) = (new Heard<PlaylistStatusChanged>(first), new Heard<PlaylistStatusChanged>(second));

        first.Publish(new PlaylistStatusChanged(1, 7));
        second.Publish(new PlaylistStatusChanged(1, 8));

        await there.ExpectAsync(2);
        await here.ExpectAsync(2);
        Assert.Equal([7, 8], here.Events.Select(e => e.PlaylistId).Order());
        Assert.Equal([7, 8], there.Events.Select(e => e.PlaylistId).Order());
    }

    [PostgreSqlFact]
    public async Task Every_kind_of_event_arrives_as_it_was_sent()
    {
        var (first, second) = (await StartNodeAsync(), await StartNodeAsync());
        var progress = new Heard<SyncProgressed>(second);
        var notifications = new Heard<Notification>(second);

        first.Publish(new SyncProgressed(1, 7, SyncPhase.Matching, 3, 9, new Dictionary<MatchTier, int> { [MatchTier.Isrc] = 2 }, 1, 0));
        first.Publish(new Notification(1, NotificationSeverity.Error, new Fact.About("Röck ' \"n\" roll", new Fact.DatabaseAway()), 7));
        await notifications.ExpectAsync(1);

        var progressed = Assert.Single(progress.Events);
        Assert.Equal((SyncPhase.Matching, 3, 9, 2), (progressed.Phase, progressed.Done, progressed.Total, progressed.ByTier[MatchTier.Isrc]));
        Assert.Equal(new Notification(1, NotificationSeverity.Error, new Fact.About("Röck ' \"n\" roll", new Fact.DatabaseAway()), 7), Assert.Single(notifications.Events));
    }

    [PostgreSqlFact]
    public async Task An_event_about_thousands_of_rows_arrives_in_pieces()
    {
        var (first, second) = (await StartNodeAsync(), await StartNodeAsync());
        var there = new Heard<TrackMatchChanged>(second);
        var rows = Enumerable.Range(1_000_000, 5_000).Select(id => (long)id).ToList();

        first.Publish(new TrackMatchChanged(1, [7, 8], rows));

        await Eventually.HoldsAsync("all rows have arrived", () => Task.FromResult(there.Events.Sum(e => e.TrackIds.Count) == rows.Count));
        Assert.Equal(rows, there.Events.SelectMany(e => e.TrackIds).Order());
        Assert.All(there.Events, e => Assert.Equal([7, 8], e.PlaylistIds));
    }

    [PostgreSqlFact]
    public async Task After_the_server_was_away_pages_read_again_and_hear_again()
    {
        var (first, second) = (await StartNodeAsync(), await StartNodeAsync());
        var lists = new Heard<PlaylistListChanged>(second);
        var there = new Heard<PlaylistStatusChanged>(second);

        _server!.Kill();
        first.Publish(new PlaylistStatusChanged(1, 7));
        _server.Restart();

        await Eventually.HoldsAsync("pages read again", () => Task.FromResult(lists.Events.Count > 0 || _log.Complaints.Any(line => !line.Contains("The exchange of events with other processes failed and is tried again", StringComparison.Ordinal))));
        Assert.NotEmpty(lists.Events);
        await Eventually.HoldsAsync("it hears again", () =>
        {
            first.Publish(new PlaylistStatusChanged(1, 8));
            return Task.FromResult(there.Events.Any(e => e.PlaylistId == 8));
        });
    }

    private async Task<EventBus> StartNodeAsync()
    {
        var node = new ServiceCollection().AddLogging(logging => logging.AddProvider(_log)).AddSingleton(TimeProvider.System).AddSingleton<EventBus>().AddPostgreSqlEvents(new PostgreSqlEngine(_server!.ConnectionTo(PostgreSqlServer.Template))).BuildServiceProvider();
        _nodes.Add(node);
        if (_nodes.Count == 1)
        {
            _server.CreateTemplate();
        }

        var relay = node.GetRequiredService<PostgreSqlEventRelay>();
        await ((IHostedService)relay).StartAsync(default);
        await relay.Listening.WaitAsync(TimeSpan.FromSeconds(60));
        return node.GetRequiredService<EventBus>();
    }

    private sealed class Heard<TEvent>
        where TEvent : IUserEvent
    {
        private readonly Lock _gate = new();
        private readonly List<TEvent> _events = [];

        public Heard(EventBus bus) => bus.Subscribe<TEvent>(1, Add);

        public IReadOnlyList<TEvent> Events
        {
            get
            {
                lock (_gate)
                {
                    return [.. _events];
                }
            }
        }

        public Task ExpectAsync(int count) => Eventually.HoldsAsync($"{count} are heard", () => Task.FromResult(Events.Count >= count));

        private void Add(TEvent userEvent)
        {
            lock (_gate)
            {
                _events.Add(userEvent);
            }
        }
    }
}
