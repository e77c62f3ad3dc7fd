using Spotter.Core.Playlists;
using static Spotter.Core.Playlists.SyncSignal;
using static Spotter.Core.Playlists.SyncStatus;

namespace Spotter.Tests.Core.Playlists;

public sealed class SyncStatusMachineTests
{
    /// <summary>The documented table. A transition that is not in it must not happen.</summary>
    private static readonly Dictionary<(SyncStatus, SyncSignal), SyncStatus> Table = new()
    {
        [(Pending, Requested)] = Pending,
        [(Success, Requested)] = Pending,
        [(Warning, Requested)] = Pending,
        [(Error, Requested)] = Pending,
        [(Syncing, Requested)] = Syncing,
        [(Pending, Started)] = Syncing,
        [(Syncing, WrittenInFull)] = Success,
        [(Syncing, WrittenInPart)] = Warning,
        [(Syncing, NothingMatched)] = Warning,
        [(Syncing, HeldBack)] = Warning,
        [(Syncing, Removed)] = Pending,
        [(Syncing, Failed)] = Error,
        [(Syncing, LeaseLost)] = Pending,
    };

    public static TheoryData<SyncStatus, SyncSignal> Pairs()
    {
        var pairs = new TheoryData<SyncStatus, SyncSignal>();
        foreach (var status in Enum.GetValues<SyncStatus>())
        {
            foreach (var signal in Enum.GetValues<SyncSignal>())
            {
                pairs.Add(status, signal);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_pair_of_status_and_signal_is_as_in_the_table(SyncStatus status, SyncSignal signal)
        => Assert.Equal(Table.TryGetValue((status, signal), out var next) ? next : null, SyncStatusMachine.Next(status, signal));

    [Fact]
    public void Only_a_pending_playlist_can_be_started()
        => Assert.Equal([Pending], SyncStatusMachine.Accepting(Started));

    [Fact]
    public void A_request_may_come_at_any_time()
        => Assert.Equal(Enum.GetValues<SyncStatus>(), SyncStatusMachine.Accepting(Requested));

    [Fact]
    public void Syncing_is_left_by_every_signal_but_a_request_and_a_start()
        => Assert.All(
            Enum.GetValues<SyncSignal>().Except([Requested, Started]),
            signal => Assert.NotEqual(Syncing, SyncStatusMachine.Next(Syncing, signal) ?? Syncing));
}
