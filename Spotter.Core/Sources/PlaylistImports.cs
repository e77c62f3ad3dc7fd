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
    /// <summary>What <see cref="SaveAsync"/> would change.</summary>
    public async Task<ImportPlan> PlanAsync(int userId, string source, SourcePlaylist playlist, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await store.CompareAsync(db, new(userId, source, SyncTrigger.User), playlist, cancellationToken)).Plan;
    }

    /// <summary>Stores it, notes it in the audit log, tells the open pages, and asks for a sync where sync is on and something changed.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="playlist">What the source gives.</param>
    /// <param name="approveRemoval">Whether the user agreed to losing more tracks than may vanish without asking.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<ImportResult> SaveAsync(
        int userId, string source, SourcePlaylist playlist, bool approveRemoval, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        var results = await SaveAllAsync(userId, source, [new(playlist, approveRemoval)], trigger, cancellationToken);
        return results[0];
    }

    /// <summary>
    /// Stores several playlists, all of them or none: where one would lose too much without approval, or whatever else comes in between, nothing has changed.
    /// With each go its line in the audit log and, where sync is on and something changed, the wish for a sync.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="imports">What to store, in this order.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>What became of each; either all are stored or none is.</returns>
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

    /// <summary>A remote id like this one that the user has no playlist for: "csv:Road trip (2)".</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="remoteId">What it should look like.</param>
    /// <param name="promised">Ids that are to be stored with it, and so are not free either.</param>
    /// <param name="cancellationToken">Stops the look at the database.</param>
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
