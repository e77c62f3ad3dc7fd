using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

public sealed class PlaylistStoreTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_a_connection_read_is_not_stored_when_it_was_disconnected_meanwhile()
    {
        var ann = await _host.Database.AddUserAsync();
        var connection = await _host.AddConnectionAsync(ann, ProviderKinds.File);
        await using (var db = _host.Database.CreateDbContext())
        {
            db.SourceConnections.Remove(connection);
            await db.SaveChangesAsync();
        }

        var result = await _host.Store.FollowAsync(connection, Source([CoreHost.Track("A")]), SyncTrigger.Schedule, default);

        Assert.Equal((false, null), (result.IsStored, result.PlaylistId));
        await using var after = _host.Database.CreateDbContext();
        Assert.Empty(after.Playlists);
    }

    private static SourcePlaylist Source(IReadOnlyList<SourceTrack> tracks) => new(new("csv:Road trip", "Road trip", tracks.Count), tracks);
}
