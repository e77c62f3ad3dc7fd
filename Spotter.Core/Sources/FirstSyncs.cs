using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Core.Sources;

/// <summary>Begins the sync of playlists that their user wanted in sync from the start.</summary>
public sealed class FirstSyncs(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, ServerPlaylists serverPlaylists, ServerProfiles servers, SyncEventLog log, EventBus bus)
{
    /// <summary>Switches the sync of a playlist on that has just come in. Leaves off what needs an answer first: the server has a playlist of the same name.</summary>
    internal async Task SwitchOnAsync(int userId, int playlistId, SyncTrigger trigger)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == playlistId && p.UserId == userId);
        if (playlist.SyncEnabled)
        {
            return;
        }

        if (playlist.KnownTargetId is null && (await ListServerNamesAsync(db, userId)).Contains(playlist.WantedName.Trim()))
        {
            var namesake = new Fact.NamesakeThere(playlist.WantedName, servers.Name);
            log.Add(db, userId, playlistId, Guid.NewGuid(), SyncEventType.Skipped, playlist.Source, namesake, new SyncEventMetadata { PlaylistId = playlistId, PlaylistName = playlist.Name });
            await db.SaveChangesAsync();
            bus.Publish(new Notification(userId, NotificationSeverity.Warning, namesake, playlistId));
            return;
        }

        await requests.SetSyncEnabledAsync(userId, playlistId, true, null, trigger, CancellationToken.None);
    }

    private async Task<HashSet<string>> ListServerNamesAsync(SpotterDbContext db, int userId)
    {
        IEnumerable<string> names;
        try
        {
            names = (await serverPlaylists.ListPairableAsync(userId, CancellationToken.None)).Select(target => target.Name);
        }
        catch (ProviderException)
        {
            // The server is away: what it had at the last read must do.
            names = await db.Playlists.Where(p => p.UserId == userId && p.Source == ProviderKinds.Navidrome && !p.IsGoneAtSource).Select(p => p.Name).ToListAsync();
        }

        return names.Select(name => name.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
