using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>Brings in what a user imports. What it would change is known before it is done, and too great a loss waits for the user's approval.</summary>
public sealed class PlaylistImports(IDbContextFactory<SpotterDbContext> contexts, PlaylistStore store, ReadingDecisions readings)
{
    /// <summary>The changes that <see cref="SaveAsync"/> would make.</summary>
    public async Task<ImportPlan> PlanAsync(int userId, string source, SourcePlaylist playlist, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await store.CompareAsync(db, new(userId, source, SyncTrigger.User), playlist, cancellationToken)).Plan;
    }

    /// <summary>Stores a playlist, records it in the audit log, notifies the open pages, and requests a sync if sync is on and something
    /// changed.</summary>
    /// <param name="userId">The owner.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="playlist">The playlist from the source.</param>
    /// <param name="approveRemoval">Whether the user agreed to lose more tracks than allowed without asking.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<ImportResult> SaveAsync(
        int userId, string source, SourcePlaylist playlist, bool approveRemoval, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        var results = await SaveAllAsync(userId, source, [new(playlist, approveRemoval)], trigger, cancellationToken);
        return results[0];
    }

    /// <summary>
    /// Stores several playlists, all of them or none: if one would lose too much without approval, or anything fails, nothing has changed.
    /// Each is stored together with its line in the audit log and, if sync is on and something changed, its request for a sync.
    /// </summary>
    /// <param name="userId">The owner.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="imports">The playlists to store, in this order.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The result for each. Either all are stored or none is.</returns>
    public async Task<IReadOnlyList<ImportResult>> SaveAllAsync(
        int userId, string source, IReadOnlyList<PlaylistImport> imports, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        var origin = new PlaylistOrigin(userId, source, trigger);
        var (results, stored) = await contexts.WriteAsync(db => SaveAllAsync(db, origin, imports, cancellationToken), cancellationToken);
        stored.ForEach(store.Announce);
        return results;
    }

    /// <returns>What became of each, and what is to be announced after the commit.</returns>
    private async Task<(IReadOnlyList<ImportResult> Results, List<StoredPlaylist> Stored)> SaveAllAsync(
        SpotterDbContext db, PlaylistOrigin origin, IReadOnlyList<PlaylistImport> imports, CancellationToken cancellationToken)
    {
        var stored = new List<StoredPlaylist>(imports.Count);
        var plans = new List<ImportPlan>(imports.Count);
        var isRefused = false;
        foreach (var import in imports)
        {
            var change = await store.CompareAsync(db, origin, import.Playlist, cancellationToken);
            plans.Add(change.Plan);
            isRefused |= change.Plan.RemovesTooMuch && !import.ApprovesRemoval;
            if (!isRefused)
            {
                stored.Add(await store.StoreAsync(db, change, cancellationToken));
                if (import.Choice is { } choice)
                {
                    await readings.RememberAsync(db, origin.UserId, import.Playlist.Summary.RemoteId, choice, cancellationToken);
                }
            }
        }

        if (isRefused)
        {
            await db.Database.RollbackTransactionAsync(cancellationToken);
            return ([.. plans.Select(plan => new ImportResult(plan.PlaylistId, plan, IsStored: false))], []);
        }

        return ([.. stored.Select(playlist => playlist.Result)], stored);
    }

    /// <summary>A remote id like this one that no playlist of the user has: "csv:Road trip (2)".</summary>
    /// <param name="userId">The owner.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="remoteId">The preferred id.</param>
    /// <param name="promised">Ids of playlists that are stored together with it, and so are taken too.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    public async Task<string> FreeRemoteIdAsync(
        int userId, string source, string remoteId, IReadOnlyCollection<string> promised, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await db.Playlists.Where(p => p.UserId == userId && p.Source == source && p.RemoteId.StartsWith(remoteId))
            .Select(p => p.RemoteId).ToHashSetAsync(cancellationToken);
        taken.UnionWith(promised);
        return Enumerable.Range(1, taken.Count + 1)
            .Select(n => n == 1 ? remoteId : string.Create(CultureInfo.InvariantCulture, $"{remoteId} ({n})"))
            .First(candidate => !taken.Contains(candidate));
    }
}
