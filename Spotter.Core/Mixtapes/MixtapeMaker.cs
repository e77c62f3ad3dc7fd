using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;

namespace Spotter.Core.Mixtapes;

/// <summary>
/// Makes a mixtape: has its songs chosen, stores them as a playlist, and begins its sync. A making that fails changes nothing but what the mixtape says of
/// itself.
/// </summary>
public sealed class MixtapeMaker(
    IDbContextFactory<SpotterDbContext> contexts,
    MixtapeChooser chooser,
    MixtapeRecord record,
    PlaylistStore store,
    FirstSyncs firstSyncs,
    EventBus bus)
{
    private readonly ConcurrentDictionary<int, MixtapeProgress> _running = new();

    /// <summary>The progress of its making, or null if it is not being made right now.</summary>
    public MixtapeProgress? FindProgress(int mixtapeId) => _running.GetValueOrDefault(mixtapeId);

    /// <summary>Whether it is being made right now.</summary>
    public bool IsRunning(int mixtapeId) => _running.ContainsKey(mixtapeId);

    /// <summary>Makes it. Does nothing if it is gone, not requested, to be tried later, or already being made.</summary>
    /// <exception cref="MixtapeFailedException">It failed. The mixtape's state says why.</exception>
    public async Task MakeAsync(int mixtapeId, CancellationToken cancellationToken)
    {
        if (!chooser.IsConfigured || !_running.TryAdd(mixtapeId, new(0, 0, 0)))
        {
            return;
        }

        Mixtape? mixtape = null;
        var spent = new MixtapeSpending();
        try
        {
            mixtape = await record.BeginAsync(mixtapeId, cancellationToken);
            if (mixtape is not null)
            {
                await RunAsync(mixtape, spent, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await record.NoteStoppedAsync(mixtapeId, spent);
            throw;
        }
        catch (LibraryScanningException)
        {
            await record.NoteScanAsync(mixtapeId, spent);
        }
        catch (ProviderException failure)
        {
            await record.NoteFailureAsync(mixtapeId, failure, spent);
            throw new MixtapeFailedException(failure.Reason);
        }
        finally
        {
            _running.TryRemove(mixtapeId, out _);
            if (mixtape is not null)
            {
                bus.Publish(new MixtapeChanged(mixtape.UserId, mixtapeId));
            }
        }
    }

    private async Task RunAsync(Mixtape mixtape, MixtapeSpending spent, CancellationToken cancellationToken)
    {
        Tell(mixtape, 0, 0);
        var selection = await chooser.ChooseAsync(mixtape, spent, (round, found) => Tell(mixtape, round, found), cancellationToken);
        var summary = new SourcePlaylistSummary(mixtape.Key, mixtape.Name, selection.Songs.Count) { Description = mixtape.Prompt };
        var note = selection.Remaining == 0 ? null : new Fact.MixtapeShort(selection.Songs.Count, mixtape.Length);
        var result = await store.FollowAsync(
            new PlaylistOrigin(mixtape.UserId, ProviderKinds.Mixtape, mixtape.WantedBy), new SourcePlaylist(summary, selection.Tracks),
            (db, ct) => record.SettleAsync(db, mixtape, spent, note, ct), cancellationToken);
        if (result is not { IsStored: true, PlaylistId: { } playlistId })
        {
            // It was deleted during the making.
            return;
        }

        bus.Publish(new Notification(mixtape.UserId, NotificationSeverity.Success, new Fact.MixtapeMade(mixtape.Name, selection.Songs.Count), playlistId));
        if (mixtape.SyncsOnceMade)
        {
            await SwitchOnAsync(mixtape, playlistId);
        }
    }

    /// <summary>Switches on the sync of mixtapes whose process was stopped after making them and before doing so.</summary>
    internal async Task SwitchOnMadeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var made = await db.Mixtapes.AsNoTracking().Where(m => m.SyncsOnceMade && m.LastMadeAt != null).ToListAsync(cancellationToken);
        foreach (var mixtape in made.Where(m => !IsRunning(m.Id)))
        {
            var playlistId = await db.Playlists.Where(p => p.UserId == mixtape.UserId && p.Source == ProviderKinds.Mixtape && p.RemoteId == mixtape.Key)
                .Select(p => (int?)p.Id).SingleOrDefaultAsync(cancellationToken);
            if (playlistId is { } id)
            {
                await SwitchOnAsync(mixtape, id);
            }
        }
    }

    private async Task SwitchOnAsync(Mixtape mixtape, int playlistId)
    {
        await firstSyncs.SwitchOnAsync(mixtape.UserId, playlistId, mixtape.WantedBy);
        await record.NoteSwitchedOnAsync(mixtape.Id);
    }

    private void Tell(Mixtape mixtape, int round, int found)
    {
        _running[mixtape.Id] = new(round, found, mixtape.Length);
        bus.Publish(new MixtapeChanged(mixtape.UserId, mixtape.Id));
    }
}
