using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Library;

/// <summary>The music server's own playlists: shown as rows with source Navidrome, and offered for pairing.</summary>
public sealed class ServerPlaylists(
    IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers, EventBus bus, TimeProvider clock)
{
    /// <summary>Reads the list from the server and updates the rows, without Spotter's own targets. Returns how many there are.</summary>
    /// <exception cref="ProviderException">The server could not answer; the rows stay as they are.</exception>
    public async Task<int> RefreshAsync(int userId, CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(userId, cancellationToken);
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, account.Id, cancellationToken);
        return await StoreAsync(account, syncer, await syncer.ListTargetsAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The same for a look at the whole account, which goes on with the server and with the list that was read.</summary>
    /// <exception cref="ProviderException">The server could not answer; the rows stay as they are.</exception>
    internal async Task<(IPlaylistSyncer Server, IReadOnlyList<TargetSummary> Lists)> RefreshAsync(Account account, CancellationToken cancellationToken)
    {
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, account.Id, cancellationToken);
        var lists = await syncer.ListTargetsAsync(cancellationToken);
        await StoreAsync(account, syncer, lists, cancellationToken);
        return (syncer, lists);
    }

    private async Task<int> StoreAsync(Account account, IPlaylistSyncer syncer, IReadOnlyList<TargetSummary> lists, CancellationToken cancellationToken)
    {
        var userId = account.UserId;
        var (count, isChanged) = await contexts.WriteAsync(db => StoreAsync(db, account, syncer, lists, cancellationToken), cancellationToken);
        if (isChanged)
        {
            bus.Publish(new PlaylistListChanged(userId));
        }

        return count;
    }

    private async Task<(int Count, bool IsChanged)> StoreAsync(
        SpotterDbContext db, Account account, IPlaylistSyncer syncer, IReadOnlyList<TargetSummary> lists, CancellationToken cancellationToken)
    {
        var userId = account.UserId;
        var found = lists.Where(target => target.IsOwn && !TargetToken.IsIn(target.Name)).ToList();
        await HealAsync(db, userId, syncer as IIdTranslator, lists, cancellationToken);
        var targets = await db.Playlists.Where(playlist => playlist.UserId == userId && playlist.NavidromePlaylistId != null)
            .Select(playlist => playlist.NavidromePlaylistId!).ToHashSetAsync(cancellationToken);
        var rows = await db.Playlists.Where(playlist => playlist.UserId == userId && playlist.Source == ProviderKinds.Navidrome)
            .ToDictionaryAsync(playlist => playlist.RemoteId, cancellationToken);

        var own = found.Where(target => !targets.Contains(target.Id)).ToList();
        foreach (var target in own)
        {
            if (!rows.Remove(target.Id, out var row))
            {
                row = new Playlist
                {
                    UserId = userId, AccountId = account.Id, Source = ProviderKinds.Navidrome, RemoteId = target.Id, Name = target.Name,
                    CreatedAt = clock.GetUtcNow(),
                };
                db.Playlists.Add(row);
            }

            row.Name = target.Name;
            row.Description = target.Comment;
            row.Image = target.CoverArtId;
            row.TrackCount = target.SongCount;
            row.DurationMs = (target.DurationSeconds ?? 0) * 1000L;
            row.ExternalUrl = syncer.LinkTo(target.Id)?.AbsoluteUri;
            row.IsGoneAtSource = false;
            row.RefreshedAt = clock.GetUtcNow();
        }

        foreach (var row in rows.Values)
        {
            if (targets.Contains(row.RemoteId))
            {
                db.Playlists.Remove(row);
            }
            else
            {
                row.IsGoneAtSource = true;
            }
        }

        return (own.Count, await db.SaveChangesAsync(cancellationToken) > 0);
    }

    /// <summary>The user's own, writable playlists that can be paired, as the server lists them now.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public async Task<IReadOnlyList<TargetSummary>> ListPairableAsync(int userId, CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(userId, cancellationToken);
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, account.Id, cancellationToken);
        var found = await syncer.ListTargetsAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await db.Playlists.Where(playlist => playlist.UserId == userId && playlist.NavidromePlaylistId != null)
            .Select(playlist => playlist.NavidromePlaylistId!).ToHashSetAsync(cancellationToken);
        return [.. found.Where(target => target.IsOwn && !target.IsReadOnly && !taken.Contains(target.Id) && !TargetToken.IsIn(target.Name))];
    }

    /// <summary>A server playlist with its songs, or null if it is gone.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public async Task<Target?> ReadAsync(int userId, string navidromePlaylistId, CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(userId, cancellationToken);
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, account.Id, cancellationToken);
        return await syncer.ReadTargetAsync(navidromePlaylistId, cancellationToken);
    }

    /// <summary>Recognises rows and targets that the server lists under the id that an upgrade made of the known one.</summary>
    private static async Task HealAsync(
        SpotterDbContext db, int userId, IIdTranslator? translator, IReadOnlyList<TargetSummary> lists, CancellationToken cancellationToken)
    {
        if (translator is null)
        {
            return;
        }

        var listed = lists.Select(list => list.Id).ToHashSet(StringComparer.Ordinal);
        string? Renumbered(string? id) => id is not null && !listed.Contains(id) && translator.Translate(id) is var now && listed.Contains(now) ? now : null;
        var playlists = await db.Playlists.Where(p => p.UserId == userId && p.LeaseId == null).ToListAsync(cancellationToken);
        var shown = playlists.Where(p => p.Source == ProviderKinds.Navidrome).Select(p => p.RemoteId).ToHashSet(StringComparer.Ordinal);
        foreach (var playlist in playlists)
        {
            playlist.NavidromePlaylistId = Renumbered(playlist.NavidromePlaylistId) ?? playlist.NavidromePlaylistId;
            playlist.LeftTargetId = Renumbered(playlist.LeftTargetId) ?? playlist.LeftTargetId;
            if (playlist.Source == ProviderKinds.Navidrome && Renumbered(playlist.RemoteId) is { } now && shown.Add(now))
            {
                playlist.RemoteId = now;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<Account> FindAccountAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().FirstAsync(account => account.UserId == userId, cancellationToken);
    }
}
