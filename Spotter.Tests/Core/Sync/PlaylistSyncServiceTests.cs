using Spotter.Core.Playlists;
using Spotter.Core.Sync.Operations;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class PlaylistSyncServiceTests
{
    [Fact]
    public void Each_kind_of_request_is_served_by_one_operation()
    {
        using var host = new CoreHost();

        var served = host.Get<IEnumerable<ISyncOperation>>().Select(operation => operation.Operation);

        Assert.Equal(Enum.GetValues<SyncOperation>().Order(), served.Order());
    }
}
