using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;

namespace Spotter.Web.Components.Shared;

/// <summary>Switching sync on and off, as pages ask for it.</summary>
public sealed class SyncSwitcher(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, ServerPlaylists server, PlaylistChoices choices)
{
    /// <summary>A playlist of the user's on the server that has the name this one would get, or null; only asked where there is neither a target nor a list to go on with.</summary>
    public async Task<TargetSummary?> FindNamesakeAsync(int userId, Playlist playlist)
        => playlist.NavidromePlaylistId is null ? (await FindNamesakesAsync(userId, [playlist])).GetValueOrDefault(playlist.Id) : null;

    /// <summary>The same for many at once: the server is asked once.</summary>
    public async Task<IReadOnlyDictionary<int, TargetSummary>> FindNamesakesAsync(int userId, IReadOnlyList<Playlist> playlists)
    {
        var pairable = await ListPairableAsync(userId);
        var found = new Dictionary<int, TargetSummary>();
        foreach (var playlist in playlists.Where(p => p.NavidromePlaylistId is null && !pairable.Any(target => IsLeft(p, target))))
        {
            if (pairable.FirstOrDefault(target => IsSameName(target.Name, playlist.WantedName)) is { } namesake)
            {
                found[playlist.Id] = namesake;
            }
        }

        return found;
    }

    public async Task<bool> SwitchOnAsync(int userId, int playlistId)
        => await requests.SetSyncEnabledAsync(userId, playlistId, true, null, SyncTrigger.User, CancellationToken.None) == SyncRequestOutcome.Accepted;

    /// <summary>Gives the target a name of its own first, so that nothing of the same name is touched.</summary>
    public async Task<bool> SwitchOnAsAsync(int userId, int playlistId, string name)
        => await choices.RenameTargetAsync(userId, playlistId, name, CancellationToken.None) && await SwitchOnAsync(userId, playlistId);

    /// <summary>Adopts a playlist of the server by the plan that the user saw.</summary>
    public async Task<bool> PairAsync(int userId, int playlistId, string navidromePlaylistId, string previewedPlan)
        => await requests.RequestAsync(userId, playlistId, SyncCommand.Pair(navidromePlaylistId, previewedPlan), SyncTrigger.User, CancellationToken.None)
            == SyncRequestOutcome.Accepted;

    public async Task<bool> SwitchOffAsync(int userId, int playlistId, bool deleteTarget)
        => await requests.SetSyncEnabledAsync(userId, playlistId, false, deleteTarget, SyncTrigger.User, CancellationToken.None)
            == SyncRequestOutcome.Accepted;

    private async Task<IReadOnlyList<TargetSummary>> ListPairableAsync(int userId)
    {
        try
        {
            return await server.ListPairableAsync(userId, CancellationToken.None);
        }
        catch (ProviderException)
        {
            // The server is away: what it had at the last read must do, and the sync itself will say what is wrong.
            await using var db = await contexts.CreateDbContextAsync();
            return await db.Playlists.AsNoTracking()
                .Where(p => p.UserId == userId && p.Source == ProviderKinds.Navidrome && !p.IsGoneAtSource)
                .Select(p => new TargetSummary(p.RemoteId, p.Name, p.TrackCount))
                .ToListAsync();
        }
    }

    /// <summary>Whether it is the list that was left when sync was switched off.</summary>
    private static bool IsLeft(Playlist playlist, TargetSummary target)
        => playlist.LeftTargetId is { } left && (target.Id == left || TargetMarker.IsIn(target.Comment, playlist.Marker));

    private static bool IsSameName(string left, string right)
        => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
