using Microsoft.EntityFrameworkCore;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Core.Sync.Walks;

/// <content>What the user, and others on the server, do.</content>
internal sealed partial class Walk
{
    private async Task ImportNewAsync(string name, List<int> source)
    {
        var result = await Get<PlaylistImports>().SaveAsync(_account.UserId, ProviderKinds.File, Playlist(name, source), approveRemoval: true, SyncTrigger.User, default);
        _playlists.Add(new WalkPlaylist { Id = result.PlaylistId!.Value, Name = name, Source = source });
        await Get<SyncRequests>().SetSyncEnabledAsync(_account.UserId, result.PlaylistId.Value, true, null, SyncTrigger.User, default);
    }

    private static SourcePlaylist Playlist(string name, List<int> source)
        => new(new("csv:" + name, name, source.Count), [.. source.Select(Track)]);

    private async Task ChangeSourceAsync(WalkPlaylist playlist)
    {
        var source = playlist.Source.ToList();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            Change(source, _random.Next(1, SongCount + 5)); // some are not in the library
        }

        if (source.SequenceEqual(playlist.Source))
        {
            return;
        }

        Note($"source of {playlist.Name}: {string.Join(' ', source)}");
        await Get<PlaylistImports>().SaveAsync(_account.UserId, ProviderKinds.File, Playlist(playlist.Name, source), approveRemoval: true, SyncTrigger.User, default);
        (playlist.Source, playlist.IsRestored) = (source, false);
    }

    private void Change<T>(List<T> list, T item)
    {
        switch (_random.Next(3))
        {
            case 0 when list.Count > 6:
                list.RemoveAt(_random.Next(list.Count));
                break;
            case 1 when list.Count > 1:
                var moved = list[_random.Next(list.Count)];
                list.Remove(moved);
                list.Insert(_random.Next(list.Count + 1), moved);
                break;
            default:
                list.Insert(_random.Next(list.Count + 1), item);
                break;
        }
    }

    private async Task EditTargetAsync(WalkPlaylist playlist)
    {
        if (await TargetAsync(playlist) is not { } target)
        {
            return;
        }

        var before = Numbers(target.SongIds);
        var rows = target.SongIds.ToList();
        var fresh = _server.Library.Songs.Where(song => !before.Contains(NumberOf(song)) && !playlist.Source.Contains(NumberOf(song))).Select(song => song.Id).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        Change(rows, fresh[_random.Next(fresh.Count)]);
        var name = _random.Next(8) == 0 ? $"{playlist.Name} {(char)('a' + _random.Next(26))}" : target.Name;
        _server.Playlists.Change(target.Id, list => list with { SongIds = rows, Name = name });
        var after = Numbers(rows);
        playlist.Added.UnionWith(after.Except(before));
        playlist.Added.ExceptWith(before.Except(after));
        Note($"edit {playlist.Name} on the server: {string.Join(' ', after)}{(name == target.Name ? "" : $" named {name}")}");
    }

    private void ChangeLibrary()
    {
        var songs = _server.Library.Songs.ToList();
        var number = _random.Next(1, SongCount + 1);
        var song = songs.Find(candidate => NumberOf(candidate) == number);
        switch (_random.Next(4))
        {
            case 0 when song is not null:
                Note($"song {number} is missing");
                _server.Library.Remove(song.Id);
                break;
            case 1 when song is not null:
                Note($"song {number} moves and has another id");
                var id = Guid.NewGuid().ToString("N");
                _server.Library.Replace([.. songs.Select(candidate => candidate == song ? song with { Id = id } : candidate)]);
                break;
            case 2:
                Note("purge of the missing, and a scan");
                _server.Library.Purge();
                break;
            default:
                Note("everything is there");
                var there = songs.Select(NumberOf).ToHashSet();
                _server.Library.Add([.. Enumerable.Range(1, SongCount).Where(n => !there.Contains(n)).Select(Song)]);
                break;
        }

        Learn();
        _strangers = _strangers.Keys.ToDictionary(id => id, id => Numbers(_server.Playlists.Find(id)!.SongIds)); // a purge cleans up every list
    }

    private void Upgrade()
    {
        // Ids that have not changed, and servers other than Navidrome, are not upgraded.
        if (_server.Profile.Name == DemoProfile.Navidrome060.Name)
        {
            Note("upgrade of the server: every id changes");
            _server.Upgrade(DemoProfile.Navidrome);
            foreach (var (id, number) in _numbers.ToList())
            {
                _numbers[NavidromeIds.Translate(id)] = number;
            }

            _strangers = _strangers.ToDictionary(pair => NavidromeIds.Translate(pair.Key), pair => pair.Value);
            _server.Library.EndScan();
            Learn();
        }
    }

    private async Task TogglePolicyAsync(WalkPlaylist playlist)
    {
        var policy = (await RowAsync(playlist)).EditPolicy == EditPolicy.Mirror ? EditPolicy.KeepAdded : EditPolicy.Mirror;
        Note($"policy of {playlist.Name}: {policy}");
        await Get<PlaylistChoices>().SetEditPolicyAsync(_account.UserId, playlist.Id, policy, default);
        playlist.IsRestored = false;
    }

    private async Task ToggleSyncAsync(WalkPlaylist playlist)
    {
        var row = await RowAsync(playlist);
        if (!row.SyncEnabled)
        {
            Note($"switch {playlist.Name} on");
            if (row.LeftTargetId is { } left && (_strangers.Remove(left, out var songs) || _strangers.Remove(NavidromeIds.Translate(left), out songs)))
            {
                // It continues with the list that was left, from its first request on.
                playlist.MayComeBack.UnionWith(songs);
            }

            await Get<SyncRequests>().SetSyncEnabledAsync(_account.UserId, playlist.Id, true, null, SyncTrigger.User, default);
            return;
        }

        var deletes = _random.Next(2) == 0;
        var target = await TargetAsync(playlist);
        Note($"switch {playlist.Name} off, {(deletes ? "delete" : "keep")} its list");
        await Get<SyncRequests>().SetSyncEnabledAsync(_account.UserId, playlist.Id, false, deletes, SyncTrigger.User, default);
        await RunAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));
        await RecoverAsync();
        await RunAsync();
        Assert.Null((await RowAsync(playlist)).NavidromePlaylistId);
        Forget(playlist);
        LetGo(target);
    }

    private async Task PairAsync(WalkPlaylist playlist)
    {
        if ((await RowAsync(playlist)).Status == SyncStatus.Syncing)
        {
            return;
        }

        await SettleAsync();
        var songs = _server.Library.Songs.Select(song => song.Id).ToList();
        var list = _server.Playlists.Create(User, $"By hand {Steps.Count}", [.. Enumerable.Range(0, 8).Select(_ => songs[_random.Next(songs.Count)]).Distinct()]);
        Note($"pair {playlist.Name} with {list.Name}: {string.Join(' ', Numbers(list.SongIds))}");
        await Get<SyncRequests>().RequestAsync(_account.UserId, playlist.Id, SyncCommand.Pair(list.Id), SyncTrigger.User, default);
        var old = await TargetAsync(playlist);
        await RunAsync();
        Forget(playlist);
        LetGo(old);
        if ((await RowAsync(playlist)).EditPolicy == EditPolicy.KeepAdded)
        {
            playlist.Added.UnionWith(Numbers(list.SongIds).Except(playlist.Source));
        }
    }

    private async Task RestoreAsync(WalkPlaylist playlist)
    {
        await using var db = _file.CreateDbContext();
        var snapshots = await db.TargetSnapshots.Where(s => s.PlaylistId == playlist.Id).Select(s => s.Id).ToListAsync();
        if (snapshots.Count == 0 || await TargetAsync(playlist) is null)
        {
            return;
        }

        await SettleAsync();
        if (!await RequestAsync(playlist, "restore", SyncCommand.Restore(snapshots[_random.Next(snapshots.Count)])))
        {
            return;
        }

        await RunAsync();
        if (await db.SyncEvents.Where(e => e.PlaylistId == playlist.Id).OrderByDescending(e => e.Id).Select(e => e.Type).FirstAsync() == SyncEventType.Restored
            && await TargetAsync(playlist) is { } target)
        {
            playlist.IsRestored = true;
            playlist.Added.Clear();
            if ((await RowAsync(playlist)).EditPolicy == EditPolicy.KeepAdded)
            {
                playlist.Added.UnionWith(Visible(target).Except(playlist.Source));
            }
        }
    }

    private async Task DeleteTargetAsync(WalkPlaylist playlist)
    {
        if (await TargetAsync(playlist) is { } target && _random.Next(2) == 0)
        {
            Note($"delete the list of {playlist.Name} on the server");
            _server.Playlists.Delete(target.Id);
            playlist.IsRestored = false;
        }
    }

    private async Task<bool> RequestAsync(WalkPlaylist playlist, string what, SyncCommand wish)
    {
        Note($"{what} {playlist.Name}");
        return await Get<SyncRequests>().RequestAsync(_account.UserId, playlist.Id, wish, SyncTrigger.User, default) == SyncRequestOutcome.Accepted;
    }
}
