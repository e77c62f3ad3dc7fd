using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>Stores playlists as their sources give them: a new row, or the difference to the one there is. Rows that stay keep their match.</summary>
public sealed class PlaylistStore(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, SafetyRulesSource safety, SyncEventLog log, EventBus bus, TimeProvider clock)
{
    private const int MaxTitles = 50;

    /// <summary>What <see cref="SaveAsync"/> would change.</summary>
    public async Task<ImportPlan> PlanAsync(int userId, string source, SourcePlaylist playlist, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await FindAsync(db, userId, source, playlist.Summary.RemoteId, cancellationToken);
        return Plan(source, playlist, row, await ReadTracksAsync(db, row, cancellationToken)).Plan;
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
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = new List<StoredPlaylist>(imports.Count);
        var plans = new List<ImportPlan>(imports.Count);
        var isRefused = false;
        foreach (var (playlist, approvesRemoval) in imports)
        {
            var row = await FindAsync(db, userId, source, playlist.Summary.RemoteId, cancellationToken);
            var before = await ReadTracksAsync(db, row, cancellationToken);
            var (plan, diff) = Plan(source, playlist, row, before);
            plans.Add(plan);
            isRefused |= plan.RemovesTooMuch && !approvesRemoval;
            if (!isRefused)
            {
                stored.Add(await StoreAsync(
                    db, transaction, userId, source, playlist, row, before, plan, diff, isFollowed: false, connectionId: null, trigger, cancellationToken));
            }
        }

        if (isRefused)
        {
            return [.. plans.Select(plan => new ImportResult(plan.PlaylistId, plan, IsStored: false))];
        }

        await transaction.CommitAsync(cancellationToken);
        stored.ForEach(Announce);
        return [.. stored.Select(playlist => playlist.Result)];
    }

    /// <summary>
    /// Stores what a connection reads, and follows it wherever it goes: what a target would lose by that is held back by the rules of the sync,
    /// with its plan. Nothing is noted where nothing changed.
    /// </summary>
    /// <param name="connection">The connection that keeps it current.</param>
    /// <param name="playlist">What the source gives.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public Task<ImportResult> FollowAsync(SourceConnection connection, SourcePlaylist playlist, SyncTrigger trigger, CancellationToken cancellationToken)
        => FollowAsync(
            connection.UserId, connection.Kind, connection.Id, playlist, trigger,
            // It may have been disconnected while it was being read.
            (db, ct) => db.SourceConnections.AnyAsync(c => c.Id == connection.Id, ct), cancellationToken);

    /// <summary>The same for whatever keeps a playlist current.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="connectionId">The connection that keeps it current, or null where it is none.</param>
    /// <param name="playlist">What it holds now.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="settleAsync">What must be stored with it, in the same transaction; false where nothing may be stored any more.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    internal async Task<ImportResult> FollowAsync(
        int userId, string source, int? connectionId, SourcePlaylist playlist, SyncTrigger trigger,
        Func<SpotterDbContext, CancellationToken, Task<bool>> settleAsync, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await FindAsync(db, userId, source, playlist.Summary.RemoteId, cancellationToken);
        var before = await ReadTracksAsync(db, row, cancellationToken);
        var (plan, diff) = Plan(source, playlist, row, before);
        if (!await settleAsync(db, cancellationToken))
        {
            return new(row?.Id, plan, IsStored: false);
        }

        var stored = await StoreAsync(
            db, transaction, userId, source, playlist, row, before, plan, diff, isFollowed: true, connectionId, trigger, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Announce(stored);
        return stored.Result;
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

    /// <summary>Takes a playlist out of Spotter. The target on the server stays. False where it is not this user's, or sync is on.</summary>
    public async Task<bool> ForgetAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var removed = await db.Playlists
            .Where(p => p.Id == playlistId && p.UserId == userId && !p.SyncEnabled && p.Status != SyncStatus.Syncing && p.SyncWantedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed == 1)
        {
            bus.Publish(new PlaylistListChanged(userId));
        }

        return removed == 1;
    }

    /// <summary>Gives the target a name of its own, or (null) lets it follow the source again; asks for a sync where sync is on.</summary>
    public Task<bool> RenameTargetAsync(int userId, int playlistId, string? nameOverride, CancellationToken cancellationToken)
    {
        var name = string.IsNullOrWhiteSpace(nameOverride) ? null : nameOverride.Trim();
        return ChangeAsync(userId, playlistId, playlist => playlist.NameOverride = name == playlist.Name ? null : name, cancellationToken);
    }

    /// <summary>Decides what becomes of changes that are made to the target on the server; asks for a sync where sync is on.</summary>
    public Task<bool> SetEditPolicyAsync(int userId, int playlistId, EditPolicy policy, CancellationToken cancellationToken)
        => ChangeAsync(userId, playlistId, playlist => playlist.EditPolicy = policy, cancellationToken);

    /// <summary>Puts the note about changes on the server away.</summary>
    public async Task DismissDriftAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.Id == playlistId && p.UserId == userId);
        await db.WrittenTargets.Where(w => w.PlaylistId == playlistId && own.Any())
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Drift, (TargetDrift?)null), cancellationToken);
        bus.Publish(new PlaylistStatusChanged(userId, playlistId));
    }

    /// <summary>Changes what a user has decided about a playlist, and wants the sync that brings it to the target. False where it is not theirs.</summary>
    private async Task<bool> ChangeAsync(int userId, int playlistId, Action<Playlist> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Playlists.SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken) is not { } playlist)
        {
            return false;
        }

        change(playlist);
        var isWanted = await requests.WantSyncAsync(db, playlist, SyncTrigger.User, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        bus.Publish(new PlaylistStatusChanged(userId, playlistId));
        if (isWanted)
        {
            requests.Announce(playlist);
        }

        return true;
    }

    private void Announce(StoredPlaylist stored)
    {
        if (!stored.IsChanged)
        {
            return;
        }

        bus.Publish(new PlaylistListChanged(stored.Row.UserId));
        bus.Publish(new PlaylistStatusChanged(stored.Row.UserId, stored.Row.Id));
        if (stored.IsWanted)
        {
            requests.Announce(stored.Row);
        }
    }

    /// <summary>Stores one within the transaction, with the wish for the sync that it calls for.</summary>
    private async Task<StoredPlaylist> StoreAsync(
        SpotterDbContext db, IDbContextTransaction transaction, int userId, string source, SourcePlaylist playlist, Playlist? row,
        List<PlaylistTrack> before, ImportPlan plan, ListDiff diff, bool isFollowed, int? connectionId, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            var accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.Id).FirstAsync(cancellationToken);
            row = new Playlist
            {
                UserId = userId, AccountId = accountId, Source = source, RemoteId = playlist.Summary.RemoteId, Name = playlist.Summary.Name,
                CreatedAt = clock.GetUtcNow(),
            };
            db.Playlists.Add(row);
        }

        var oldName = row.Name;
        var renamed = oldName != playlist.Summary.Name;
        var described = DescribeAnew(before, playlist.Tracks, diff);
        var isOther = described.Count + plan.Added + plan.Removed + plan.Moved > 0;
        var changed = plan.IsNew || renamed || row.IsGoneAtSource || isOther;
        Describe(row, source, playlist);
        if (changed || row.SourceChangedAt is null)
        {
            row.SourceChangedAt = row.RefreshedAt;
        }

        if (!isFollowed)
        {
            row.ApprovedSourceFingerprint = plan.RemovesTooMuch ? row.SourceFingerprint : row.ApprovedSourceFingerprint;
        }
        else
        {
            row.ConnectionId = connectionId;
        }

        await db.SaveChangesAsync(cancellationToken);
        await StoreTracksAsync(db, transaction, row.Id, source, playlist.Tracks, before, described, diff, cancellationToken);
        var result = new ImportResult(row.Id, plan, IsStored: true);
        if (isFollowed && !changed)
        {
            return new(row, result, IsChanged: false, IsWanted: false);
        }

        log.Add(db, userId, row.Id, Guid.NewGuid(), plan.IsNew ? SyncEventType.Imported : SyncEventType.Refreshed, source, FactOf(plan, described.Count, renamed ? oldName : null), new SyncEventMetadata
        {
            PlaylistId = row.Id, PlaylistName = row.Name, Total = plan.TrackCount, Added = plan.Added, Removed = plan.Removed, Moved = plan.Moved,
            RenamedFrom = renamed ? oldName : null,
            AddedTitles = plan.IsNew ? null : plan.AddedTitles, RemovedTitles = plan.RemovedTitles, Trigger = trigger,
        });
        var isWanted = (renamed || isOther) && await requests.WantSyncAsync(db, row, trigger, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new(row, result, IsChanged: true, isWanted);
    }

    private static Task<Playlist?> FindAsync(SpotterDbContext db, int userId, string source, string remoteId, CancellationToken cancellationToken)
        => db.Playlists.SingleOrDefaultAsync(p => p.UserId == userId && p.Source == source && p.RemoteId == remoteId, cancellationToken);

    private static async Task<List<PlaylistTrack>> ReadTracksAsync(SpotterDbContext db, Playlist? row, CancellationToken cancellationToken)
        => row is null
            ? []
            : await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == row.Id).OrderBy(track => track.Position).ToListAsync(cancellationToken);

    private (ImportPlan Plan, ListDiff Diff) Plan(string source, SourcePlaylist playlist, Playlist? row, List<PlaylistTrack> before)
    {
        var diff = ListDiff.Between(
            [.. before.Select(track => track.Key)], [.. playlist.Tracks.Select(track => Matching.TrackKey.Of(source, track))]);
        var plan = new ImportPlan(
            row?.Id, playlist.Summary.Name, playlist.Tracks.Count, diff.Added.Count, diff.Removed.Count, diff.Moved.Count,
            safety.Current.ShrinksTooMuch(before.Count, before.Count - diff.Removed.Count))
        {
            AddedTitles = [.. diff.Added.Take(MaxTitles).Select(i => Title(playlist.Tracks[i]))],
            RemovedTitles = [.. diff.Removed.Take(MaxTitles).Select(i => Title(before[i].ToSourceTrack()))],
        };
        return (plan, diff);
    }

    private static async Task StoreTracksAsync(
        SpotterDbContext db, IDbContextTransaction transaction, int playlistId, string source, IReadOnlyList<SourceTrack> tracks,
        List<PlaylistTrack> before, List<PlaylistTrack> described, ListDiff diff, CancellationToken cancellationToken)
    {
        await TrackRecorder.DeleteAsync(db, transaction, diff.Removed.Select(i => before[i]), cancellationToken);
        await TrackRecorder.UpdateAsync(db, transaction, described, cancellationToken);
        await TrackRecorder.InsertAsync(
            db, transaction, playlistId, diff.Added.Select(i => PlaylistTrack.From(source, tracks[i], i + 1)), cancellationToken);
    }

    private void Describe(Playlist row, string source, SourcePlaylist playlist)
    {
        row.Name = playlist.Summary.Name;
        row.Description = playlist.Summary.Description;
        row.Image = playlist.Summary.Image ?? row.Image;
        row.ExternalUrl = playlist.Summary.ExternalUrl;
        row.TrackCount = playlist.Tracks.Count;
        row.DurationMs = playlist.Tracks.Sum(track => (long)(track.DurationMs ?? 0));
        row.SourceFingerprint = TargetPlan.FingerprintOf(playlist.Tracks.Select(track => Matching.TrackKey.Of(source, track)));
        row.IsGoneAtSource = false;
        row.SourceVersion = playlist.Summary.Version;
        row.SourceError = null;
        row.RefreshedAt = clock.GetUtcNow();
    }

    /// <summary>Brings the rows that stay to what the source says of them now. Returns those that were described otherwise, or moved.</summary>
    private static List<PlaylistTrack> DescribeAnew(List<PlaylistTrack> before, IReadOnlyList<SourceTrack> tracks, ListDiff diff)
    {
        var differing = new List<PlaylistTrack>();
        foreach (var (old, now) in diff.Kept)
        {
            if (!before[old].IsDescribedAs(tracks[now], now + 1))
            {
                before[old].Describe(tracks[now], now + 1);
                differing.Add(before[old]);
            }
        }

        return differing;
    }

    private static string Title(SourceTrack track) => track.Artists.Count == 0 ? track.Title : $"{track.ArtistLine} – {track.Title}";

    private static Fact FactOf(ImportPlan plan, int described, string? oldName)
    {
        if (plan.IsNew)
        {
            return new Fact.Imported(plan.TrackCount);
        }

        // Rows that stay are described anew where others come or go before them: worth a word only where that is all.
        var isMoreThanThat = plan.Added + plan.Removed + plan.Moved > 0;
        Fact?[] changes =
        [
            plan.Added == 0 ? null : new Fact.Added(plan.Added),
            plan.Removed == 0 ? null : new Fact.Removed(plan.Removed),
            plan.Moved == 0 ? null : new Fact.Moved(plan.Moved),
            isMoreThanThat || described == 0 ? null : new Fact.Redescribed(described),
            oldName is null ? null : new Fact.RenamedFrom(oldName),
        ];
        return changes.Any(change => change is not null) ? new Fact.ReadAgain([.. changes.OfType<Fact>()]) : new Fact.ReadUnchanged();
    }

    private sealed record StoredPlaylist(Playlist Row, ImportResult Result, bool IsChanged, bool IsWanted);
}
