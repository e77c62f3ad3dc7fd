using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>
/// Finds the playlists of an account that need a run, using only the library's index and the server's list of playlists. A target's content
/// is read only if its time of change differs from the last check, or if the server does not report one.
/// </summary>
public sealed class DuePlaylists(
    IDbContextFactory<SpotterDbContext> contexts, PlaylistReader reader, PlaylistMatching matching, SyncRequests requests, EventBus bus, TimeProvider clock)
{
    /// <summary>Requests the runs that are due, and records that the other playlists were checked.</summary>
    internal async Task RequestAsync(
        Account account, LibraryIndex index, IPlaylistSyncer syncer, IReadOnlyList<TargetSummary> lists, CancellationToken cancellationToken)
    {
        var lookup = new SongLookup(index, syncer as IIdTranslator);
        var byId = lists.Where(list => list.IsOwn).DistinctBy(list => list.Id).ToDictionary(list => list.Id, StringComparer.Ordinal);
        var resting = await FindRestingAsync(account.Id, cancellationToken);
        var unmatched = await FindUnmatchedAsync(resting, cancellationToken);
        foreach (var playlist in resting)
        {
            if (IsMatchOutdated(playlist, unmatched) || await IsDueAsync(account, playlist, lookup, syncer, byId, cancellationToken))
            {
                await requests.RequestAsync(playlist.UserId, playlist.Id, SyncCommand.Sync(), SyncTrigger.Schedule, cancellationToken);
            }
            else
            {
                await NoteAsync(playlist, cancellationToken);
            }
        }
    }

    /// <summary>The playlists with sync on that have neither a request nor a run.</summary>
    private async Task<List<Playlist>> FindRestingAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Playlists.AsNoTracking()
            .Where(p => p.AccountId == accountId && p.SyncEnabled && p.SyncWantedAt == null && p.Status != SyncStatus.Syncing && p.Source != ProviderKinds.Navidrome)
            .OrderBy(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Whether the source has changed since the last matching. It happens if no sync was requested for the change, or if the
    /// request was lost.</summary>
    private static bool IsMatchOutdated(Playlist playlist, HashSet<int> unmatched)
        => playlist.MatchedSource != playlist.SourceFingerprint || unmatched.Contains(playlist.Id);

    /// <summary>The playlists that have rows no run has matched yet.</summary>
    private async Task<HashSet<int>> FindUnmatchedAsync(List<Playlist> playlists, CancellationToken cancellationToken)
    {
        var ids = playlists.ConvertAll(playlist => playlist.Id);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Tracks.Where(track => ids.Contains(track.PlaylistId) && track.Zone == null)
            .Select(track => track.PlaylistId).Distinct().ToHashSetAsync(cancellationToken);
    }

    private async Task<bool> IsDueAsync(
        Account account, Playlist playlist, SongLookup lookup, IPlaylistSyncer syncer, Dictionary<string, TargetSummary> lists, CancellationToken cancellationToken)
        => playlist.Status is SyncStatus.Error or SyncStatus.Pending
            || playlist.HeldBackRule == SafetyRule.ServerRenewed // the user has answered since, or the known server is back
            || await IsTargetChangedAsync(playlist, syncer, lists, cancellationToken)
            || await WouldLibraryChangeTargetAsync(account, playlist, lookup, cancellationToken);

    private async Task<bool> IsTargetChangedAsync(
        Playlist playlist, IPlaylistSyncer syncer, Dictionary<string, TargetSummary> lists, CancellationToken cancellationToken)
    {
        if (playlist.NavidromePlaylistId is not { } id)
        {
            return false; // nothing was matched yet: only a change of the library can alter that
        }

        if (!lists.TryGetValue(id, out var list))
        {
            // The user was already asked: only a list that is provably ours changes the answer.
            return playlist.HeldBackRule != SafetyRule.TargetGone
                || lists.Values.Any(candidate => TargetMarker.IsIn(candidate.Comment, playlist.Marker))
                || (syncer is IIdTranslator translator && lists.ContainsKey(translator.Translate(id)));
        }

        if (list.Name != (playlist.TargetName ?? playlist.WantedName) || playlist.HeldBackRule == SafetyRule.TargetGone)
        {
            return true;
        }

        if (list.ChangedAt is { } changedAt && changedAt == playlist.TargetChangedAt)
        {
            return false;
        }

        if (await syncer.ReadTargetAsync(id, cancellationToken) is not { } target || playlist.TargetFingerprint != TargetPlan.FingerprintOf(target.SongIds))
        {
            return true;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Resting(db, playlist).ExecuteUpdateAsync(set => set.SetProperty(p => p.TargetChangedAt, target.Summary.ChangedAt), cancellationToken);
        return false;
    }

    /// <summary>Whether the library has changed since the tracks were matched, in a way that changes what the target should hold.</summary>
    private async Task<bool> WouldLibraryChangeTargetAsync(Account account, Playlist playlist, SongLookup lookup, CancellationToken cancellationToken)
    {
        var matchedAt = clock.GetUtcNow();
        if (playlist.MatchedAt >= (account.Library.ChangedAt ?? account.Library.ReadAt) && playlist.MatchedAt <= matchedAt)
        {
            return false;
        }

        if (playlist.HeldBackRule is not null || await reader.FindAsync(playlist.UserId, playlist.Id, cancellationToken) is not { } content
            || HasReturned(content.Written, lookup)
            || await matching.RetryMatchingAsync(content, lookup, cancellationToken))
        {
            return true;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await Resting(db, playlist).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedAt, matchedAt), cancellationToken);
        return false;
    }

    /// <summary>Whether a song that the user had added, and whose file was missing, can be shown again.</summary>
    private static bool HasReturned(WrittenTarget? written, SongLookup lookup)
        => written is not null && written.Songs.Any(row => row is { IsUsers: true, IsAbsent: true } && lookup.FindAgain(row.Song) is not null);

    /// <summary>Records that the target is as it should be, without a run.</summary>
    private async Task NoteAsync(Playlist playlist, CancellationToken cancellationToken)
    {
        if (playlist.LastSyncedAt is null || playlist.SyncError is not null)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Resting(db, playlist).ExecuteUpdateAsync(set => set.SetProperty(p => p.LastSyncedAt, now), cancellationToken) > 0)
        {
            bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlist.Id));
        }
    }

    /// <summary>The row, if no run holds it and none is requested.</summary>
    private static IQueryable<Playlist> Resting(SpotterDbContext db, Playlist playlist)
        => db.Playlists.Where(p => p.Id == playlist.Id && p.LeaseId == null && p.SyncWantedAt == null);
}
