using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Servers;

/// <summary>When a listing of all lists is cheaper than reading one of them.</summary>
public sealed class TargetListingsTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("alone, and short", 499, false, false, false)]
    [InlineData("alone, and long", 500, false, false, true)]
    [InlineData("beside one that was imported and is not synced", 1, true, false, false)]
    [InlineData("beside one that waits too", 1, true, true, true)]
    public async Task All_lists_are_read_for_one_that_is(string which, int songs, bool isAnotherThere, bool isItWanted, bool isRead)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "One", _host.FillLibrary(3));
        if (isAnotherThere)
        {
            var other = await _host.ImportAsync(ann, "Two", CoreHost.Tracks(1, 2));
            if (isItWanted)
            {
                await _host.Requests.SetSyncEnabledAsync(ann.UserId, other, true, null, SyncTrigger.User, default);
            }
        }

        var lease = new SyncLease(Guid.NewGuid(), ann.UserId, ann.Id, id, "One", new SyncRequest { PlaylistId = id, RequestedAt = _host.Clock.GetUtcNow() }, _host.Clock.GetUtcNow());

        var lists = await _host.Get<TargetListings>().FindAsync(lease, songs, _host.Server, default);

        Assert.True(isRead == lists is not null, which);
        Assert.Equal(isRead ? ["list"] : [], _host.Server.Calls);
    }
}
