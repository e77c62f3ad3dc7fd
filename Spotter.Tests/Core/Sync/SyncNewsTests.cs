using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Telemetry;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Who is told what when a run begins and ends.</summary>
public sealed class SyncNewsTests : IDisposable
{
    private static readonly Fact Message = new Fact.SaidBefore("It ended.");

    private readonly CoreHost _host = new();
    private readonly List<Notification> _notifications = [];
    private int _statuses;
    private int _lists;

    public void Dispose() => _host.Dispose();

    public static TheoryData<string, SyncSignal, bool, NotificationSeverity?> Ends => new()
    {
        { "it failed", SyncSignal.Failed, false, NotificationSeverity.Error },
        { "it was held back", SyncSignal.HeldBack, false, NotificationSeverity.Warning },
        { "it was held back, and the user knows", SyncSignal.HeldBack, true, null },
        { "it wrote", SyncSignal.WrittenInFull, false, null },
        { "nothing was matched", SyncSignal.NothingMatched, false, null },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_user_is_told_where_there_is_something_to_do(string what, SyncSignal signal, bool isAlreadyNotified, NotificationSeverity? severity)
    {
        var lease = await LeaseAsync();
        using var told = Listen(lease);

        await _host.Get<SyncNews>().TellEndAsync(lease, new() { Signal = signal, EventType = SyncEventType.Completed, Message = Message, IsAlreadyNotified = isAlreadyNotified }, null);

        Assert.True(severity == _notifications.SingleOrDefault()?.Severity, what);
        Assert.All(_notifications, notification => Assert.Equal(lease.PlaylistId, notification.PlaylistId));
        Assert.Equal((1, 0), (_statuses, _lists));
        if (severity == NotificationSeverity.Error)
        {
            Assert.Equal(new Fact.About("Road trip", Message), _notifications[0].What);
        }
        else if (severity is not null)
        {
            Assert.Equal(Message, _notifications[0].What);
        }
    }

    [Fact]
    public async Task A_list_that_was_adopted_is_no_playlist_of_the_servers_any_more()
    {
        var lease = await LeaseAsync();
        using var told = Listen(lease);

        await _host.Get<SyncNews>().TellEndAsync(lease, new() { Signal = SyncSignal.WrittenInFull, EventType = SyncEventType.Completed, Message = Message, AdoptedListId = "list" }, null);

        Assert.Equal((1, 1), (_statuses, _lists));
    }

    [Fact]
    public async Task A_run_that_was_handed_back_is_over_for_the_pages_and_nothing_else()
    {
        var lease = await LeaseAsync();
        using var told = Listen(lease);
        var board = _host.Get<SyncProgressBoard>();
        board.Post(new(lease.UserId, lease.PlaylistId, SyncPhase.Writing, 1, 2, new Dictionary<MatchTier, int>(), 0, 0));

        await _host.Get<SyncNews>().TellEndAsync(lease, null, null);

        Assert.Equal((1, 0), (_statuses, _lists));
        Assert.Empty(_notifications);
        Assert.Null(board.Find(lease.PlaylistId));
    }

    [Fact]
    public async Task Its_beginning_is_told_to_the_pages()
    {
        var lease = await LeaseAsync();
        using var told = Listen(lease);

        _host.Get<SyncNews>().TellBeginning(lease);

        Assert.Equal(1, _statuses);
    }

    [Fact]
    public async Task Matched_tracks_are_counted_by_tier()
    {
        var lease = await LeaseAsync();
        var counted = new ConcurrentBag<(long Count, object? Tier)>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument == SpotterTelemetry.Tracks)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, count, tags, _) => counted.Add((count, tags[0].Value)));
        meters.Start();

        // Runs of other tests are counted too, but none has so many tracks.
        await _host.Get<SyncNews>().TellEndAsync(
            lease, new() { Signal = SyncSignal.WrittenInFull, EventType = SyncEventType.Completed, Message = Message, ByTier = new Dictionary<MatchTier, int> { [MatchTier.Isrc] = 7_919, [MatchTier.Fuzzy] = 7_907 } }, null);

        Assert.Contains((7_919, nameof(MatchTier.Isrc)), counted);
        Assert.Contains((7_907, nameof(MatchTier.Fuzzy)), counted);
    }

    private async Task<SyncLease> LeaseAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));
        return new(Guid.NewGuid(), ann.UserId, ann.Id, id, "Road trip", new SyncRequest { PlaylistId = id }, _host.Clock.GetUtcNow());
    }

    private IDisposable Listen(SyncLease lease)
    {
        var bus = _host.Get<EventBus>();
        IDisposable[] all =
        [
            bus.Subscribe<Notification>(lease.UserId, _notifications.Add),
            bus.Subscribe<PlaylistStatusChanged>(lease.UserId, _ => _statuses++),
            bus.Subscribe<PlaylistListChanged>(lease.UserId, _ => _lists++),
        ];
        return new Several(all);
    }

    private sealed class Several(IDisposable[] all) : IDisposable
    {
        public void Dispose() => Array.ForEach(all, one => one.Dispose());
    }
}
