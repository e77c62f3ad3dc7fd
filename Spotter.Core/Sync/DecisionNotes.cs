using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync;

/// <summary>
/// Which decisions targets are to get: noted with the decision, taken by the run that reads it, and settled with the end of that run, each time within the
/// caller's transaction.
/// </summary>
internal static class DecisionNotes
{
    /// <summary>A target is to get decisions about these tracks. What it got before is old news from then on.</summary>
    public static async Task NoteAsync(SpotterDbContext db, int playlistId, IReadOnlyCollection<string> trackKeys, CancellationToken cancellationToken)
    {
        var ofPlaylist = db.DecisionsToWrite.Where(d => d.PlaylistId == playlistId);
        await ofPlaylist.Where(d => d.WrittenAt != null).ExecuteDeleteAsync(cancellationToken);
        var noted = ofPlaylist.Where(d => EF.Parameter(trackKeys).Contains(d.TrackKey));
        await noted.ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseId, (Guid?)null), cancellationToken);
        var known = await noted.Select(d => d.TrackKey).ToListAsync(cancellationToken);
        db.DecisionsToWrite.AddRange(trackKeys.Except(known, StringComparer.Ordinal).Select(key => new DecisionToWrite { PlaylistId = playlistId, TrackKey = key }));
    }

    /// <summary>A run begins: it reads every decision that was taken until now.</summary>
    public static Task TakeAsync(SpotterDbContext db, int playlistId, Guid leaseId, CancellationToken cancellationToken)
        => db.DecisionsToWrite.Where(d => d.PlaylistId == playlistId && d.WrittenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseId, leaseId), cancellationToken);

    /// <summary>A run ends. Decisions that it could not write stay to be written.</summary>
    public static Task SettleAsync(SpotterDbContext db, int playlistId, Guid leaseId, SyncOperation operation, SyncOutcome outcome, DateTimeOffset now)
    {
        var ofPlaylist = db.DecisionsToWrite.Where(d => d.PlaylistId == playlistId);
        var taken = ofPlaylist.Where(d => d.LeaseId == leaseId);
        return (outcome.Signal, operation) switch
        {
            (SyncSignal.Removed, _) => ofPlaylist.ExecuteDeleteAsync(CancellationToken.None),
            (SyncSignal.NothingMatched, _) => taken.ExecuteDeleteAsync(CancellationToken.None), // the playlist says that the target stays as it is, and why
            (SyncSignal.WrittenInFull or SyncSignal.WrittenInPart, SyncOperation.Sync or SyncOperation.Rebuild or SyncOperation.Pair) when outcome.Shortfall is null
                => taken.ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseId, (Guid?)null).SetProperty(d => d.WrittenAt, now), CancellationToken.None),
            _ => Task.CompletedTask,
        };
    }
}
