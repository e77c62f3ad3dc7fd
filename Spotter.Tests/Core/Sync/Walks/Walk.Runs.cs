using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Walks;

/// <content>Runs, with and without something that goes wrong in them.</content>
internal sealed partial class Walk
{
    private async Task LookAsync()
    {
        try
        {
            await Get<AccountRefresher>().RefreshAsync(_account.Id, default);
        }
        catch (ProviderException)
        {
            // The playlists have the error.
        }
    }

    private Task RecoverAsync() => Get<SyncRecovery>().SweepAsync(atStart: true, default);

    /// <summary>Runs whatever is requested, until nothing is.</summary>
    private async Task RunAsync(CancellationToken stopping = default)
    {
        for (var round = 0; round < 4; round++)
        {
            await RecoverAsync();
            List<int> wanted;
            await using (var db = _file.CreateDbContext())
            {
                wanted = await db.Playlists.Where(p => p.SyncWantedAt != null).Select(p => p.Id).ToListAsync(CancellationToken.None);
            }

            foreach (var id in wanted)
            {
                await RunOneAsync(id, stopping);
            }
        }
    }

    private async Task RunOneAsync(int playlistId, CancellationToken stopping)
    {
        var playlist = _playlists.Single(candidate => candidate.Id == playlistId);
        var stood = await TargetAsync(playlist);
        var before = stood is null ? [] : Visible(stood);
        var isOurPiece = stood is not null && await IsOurPieceAsync(playlist, stood);
        try
        {
            await Get<SyncRunner>().RunAsync(playlistId, stopping);
        }
        catch (Exception exception) when (exception is SyncFailedException or ProcessKilledException or PowerCutException || DatabaseTroubles.Of(exception) is not null)
        {
            Note($"  run of {playlist.Name} ended: {exception.Message}");
        }

        var row = await RowAsync(playlist);
        if (row.NavidromePlaylistId is { } id && _strangers.Remove(id, out var songs))
        {
            // The only list of its name that holds its songs is taken for the target again, with whatever else it holds.
            playlist.MayComeBack.UnionWith(songs);
        }

        if (stood is not null && !isOurPiece && (_server.Playlists.Find(stood.Id) is not { } now || !Visible(now).SequenceEqual(before)))
        {
            await CheckRestorableAsync(playlist, row, before);
        }

        if (row.EditPolicy == EditPolicy.Mirror && await TargetAsync(playlist) is { } after)
        {
            // What the mirror has undone is in the history and no longer in the list, apart from hidden rows that may come back.
            playlist.Added.IntersectWith(Numbers(after.SongIds));
            if (row is { Status: SyncStatus.Success or SyncStatus.Warning, SyncError: null } && !playlist.IsRestored)
            {
                playlist.MayComeBack.UnionWith(playlist.Added.Except(Visible(after)));
                playlist.Added.Clear();
            }
        }
    }

    private async Task RunWithFaultsAsync()
    {
        Note("run with faults");
        await WantEverythingAsync();
        _server.Fault = request => _faults.Next(4) != 0 ? null : Count(_faults.Next(7) switch
        {
            0 => DemoFault.Refuse(),
            1 => DemoFault.LoseReply(),
            2 => DemoFault.Truncate(),
            3 => DemoFault.HtmlPage(),
            4 => DemoFault.Status(500),
            5 => DemoFault.Locked(),
            _ => DemoFault.Swallow(),
        });
        await RunAsync();
        _server.Fault = null;
        _clock.Advance(TimeSpan.FromMinutes(5)); // the circuit closes again
    }

    /// <summary>The process is killed, or asked to stop, at one of the next requests, before or after the server has acted.</summary>
    private async Task RunAndDieAsync()
    {
        await WantEverythingAsync();
        var left = _random.Next(1, 16);
        var acts = _random.Next(2) == 0;
        var isKilled = _random.Next(3) > 0;
        using var stopping = new CancellationTokenSource();
        var database = _database;
        Note($"run and {(isKilled ? "die" : "stop")} at request {left}, {(acts ? "after" : "before")} it acted");
        _server.Fault = _ =>
        {
            if (Interlocked.Decrement(ref left) > 0)
            {
                return null;
            }

            database.IsDead |= isKilled;
            if (!isKilled)
            {
                stopping.Cancel();
            }

            return left == 0 && acts ? DemoFault.LoseReply() : DemoFault.Refuse();
        };
        try
        {
            await RunAsync(stopping.Token);
        }
        catch (Exception exception) when (exception is ProcessKilledException or OperationCanceledException)
        {
            Kills++;
        }

        _server.Fault = null;
        await BootAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await RecoverAsync();
    }

    /// <summary>The power is cut before or after one of the next commits, while the clock may be ahead.</summary>
    private async Task RunAndLosePowerAsync()
    {
        await WantEverythingAsync();
        var cut = new PowerCut(_random.Next(1, 25), isStored: _random.Next(2) == 0);
        var ahead = _random.Next(3) == 0 ? TimeSpan.FromDays(1) : TimeSpan.Zero;
        Note($"run and lose power at a commit, the clock {ahead.TotalDays:0} days ahead");
        await BootAsync(cut);
        _clock.Advance(ahead);
        try
        {
            await RunAsync();
        }
        catch (PowerCutException)
        {
            Kills++;
        }

        await BootAsync();
        _clock.Advance(TimeSpan.FromMinutes(5) - ahead);
        await RecoverAsync();
    }

    /// <summary>The database fails at one of the next writes and commits, or at all of them from there on, until it is repaired.</summary>
    private async Task RunOnSickDatabaseAsync()
    {
        await WantEverythingAsync();
        var ailment = Ailments[_random.Next(Ailments.Length)];
        var (at, isLasting) = (_random.Next(0, 60), _random.Next(2) == 0);
        Note($"run, with the database {ailment} at write {at}{(isLasting ? " and from there on" : "")}");
        var sickness = new SickDatabase();
        await BootAsync(sickness);
        sickness.Begin(ailment, at, isLasting);
        try
        {
            await RunAsync();
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            Note($"  {exception.Message}");
        }

        Faults += sickness.Fired;
        sickness.Begin();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await RecoverAsync();
    }

    /// <summary>The clock is set back or ahead at one of the next requests, and is right again afterwards.</summary>
    private async Task RunWhileTheClockIsSetAsync()
    {
        await WantEverythingAsync();
        var left = _random.Next(1, 16);
        var jump = (_random.Next(2) == 0 ? 1 : -1) * (_random.Next(2) == 0 ? TimeSpan.FromSeconds(90) : TimeSpan.FromDays(1));
        Note($"run, with the clock set by {jump} at request {left}");
        _server.Fault = _ =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                _clock.Set(jump);
            }

            return null;
        };
        await RunAsync();
        _server.Fault = null;
        _clock.Set(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await RecoverAsync();
    }

    /// <summary>Requests everything, as the schedule would if all were due. Sometimes the library is to be read again as well.</summary>
    private async Task WantEverythingAsync()
    {
        if (_random.Next(3) == 0)
        {
            await Get<LibraryIndexCache>().MarkStaleAsync(_account.Id, default);
        }

        await Get<SyncRequests>().RequestAllAsync(_account.UserId, SyncTrigger.Schedule, default);
    }

    private DemoFault Count(DemoFault fault)
    {
        Faults++;
        return fault;
    }
}
