using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;

namespace Spotter.Web.Components.Shared;

/// <summary>Switches sync on and off for the pages.</summary>
public sealed class SyncSwitcher(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, ServerPlaylists server, PlaylistChoices choices)
{
    /// <summary>
    /// Finds the user's playlist on the server with the name that this one would get, or null. Only if there is neither a target nor a kept
    /// list to continue with.
    /// </summary>
    public async Task<TargetSummary?> FindNamesakeAsync(int userId, Playlist playlist)
        => playlist.NavidromePlaylistId is null ? (await FindNamesakesAsync(userId, [playlist])).GetValueOrDefault(playlist.Id) : null;

    /// <summary>The same for many playlists, with a single request to the server.</summary>
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

    /// <summary>Gives the target its own name first, so that no playlist of the same name is touched.</summary>
    public async Task<bool> SwitchOnAsAsync(int userId, int playlistId, string name)
        => await choices.RenameTargetAsync(userId, playlistId, name, CancellationToken.None) && await SwitchOnAsync(userId, playlistId);

    /// <summary>Adopts a playlist on the server, by the plan that the user saw.</summary>
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
            // The server is unavailable: its playlists at the last read are good enough, and the sync itself will report the problem.
            await using var db = await contexts.CreateDbContextAsync();
            return await db.Playlists.AsNoTracking()
                .Where(p => p.UserId == userId && p.Source == ProviderKinds.Navidrome && !p.IsGoneAtSource)
                .Select(p => new TargetSummary(p.RemoteId, p.Name, p.TrackCount))
                .ToListAsync();
        }
    }

    /// <summary>Whether it is the list that was left on the server when sync was switched off.</summary>
    private static bool IsLeft(Playlist playlist, TargetSummary target)
        => playlist.LeftTargetId is { } left && (target.Id == left || TargetMarker.IsIn(target.Comment, playlist.Marker));

    private static bool IsSameName(string left, string right)
        => string.Equals(left.Trim(), right.Trim(), StringComparison.OrdinalIgnoreCase);
}
