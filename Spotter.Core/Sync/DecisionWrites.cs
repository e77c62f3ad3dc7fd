using Microsoft.EntityFrameworkCore;
using Spotter.Core.Background;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync.Decisions;

namespace Spotter.Core.Sync;

/// <summary>How decisions come to the targets: what is to be written, without waiting any longer, and what was written, with the way back.</summary>
public sealed class DecisionWrites(IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, DecisionRecorder recorder, TimeProvider clock)
{
    /// <summary>For how long it is news that decisions were written.</summary>
    private static readonly TimeSpan NewsFor = TimeSpan.FromMinutes(10);

    /// <summary>How the latest decisions stand.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="playlistId">In this playlist; null for all of the user's.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<DecisionStanding> FindAsync(int userId, int? playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var notes = await (from note in db.DecisionsToWrite.AsNoTracking()
                           join playlist in Lagging(db, userId, playlistId) on note.PlaylistId equals playlist.Id
                           select new { note.TrackKey, note.WrittenAt, IsTaken = note.LeaseId != null && note.LeaseId == playlist.LeaseId }).ToListAsync(cancellationToken);
        var open = notes.Where(note => note.WrittenAt is null).ToList();
        if (open.Count > 0)
        {
            return new(open.DistinctBy(note => note.TrackKey, StringComparer.Ordinal).Count(), open.TrueForAll(note => note.IsTaken), 0, false);
        }

        List<string> written = [.. notes.Where(note => IsNews(note.WrittenAt)).Select(note => note.TrackKey).Distinct(StringComparer.Ordinal)];
        return written.Count == 0
            ? DecisionStanding.None
            : new(0, false, written.Count, await db.Pins.AnyAsync(pin => pin.UserId == userId && EF.Parameter(written).Contains(pin.TrackKey), cancellationToken));
    }

    /// <summary>Starts the runs that wait for more decisions. Returns of how many playlists.</summary>
    public async Task<int> WriteNowAsync(int userId, int? playlistId, CancellationToken cancellationToken)
    {
        List<int> lagging;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var decisions = db.DecisionsToWrite;
            lagging = await Lagging(db, userId, playlistId)
                .Where(p => decisions.Any(note => note.PlaylistId == p.Id && note.WrittenAt == null))
                .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        }

        foreach (var id in lagging)
        {
            await requests.RequestAsync(userId, id, SyncCommand.Sync(), SyncTrigger.User, cancellationToken);
        }

        return lagging.Count;
    }

    /// <summary>Takes back the decisions that were written last, which a run then takes out of the targets. Returns about how many tracks.</summary>
    public async Task<int> UndoAsync(int userId, int? playlistId, CancellationToken cancellationToken)
    {
        List<string> keys;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var pins = db.Pins;
            var notes = await (from note in db.DecisionsToWrite.AsNoTracking()
                               join playlist in Lagging(db, userId, playlistId) on note.PlaylistId equals playlist.Id
                               where pins.Any(pin => pin.UserId == userId && pin.TrackKey == note.TrackKey)
                               select new { note.TrackKey, note.WrittenAt }).ToListAsync(cancellationToken);
            keys = [.. notes.Where(note => IsNews(note.WrittenAt)).Select(note => note.TrackKey).Distinct(StringComparer.Ordinal)];
        }

        var change = await recorder.RecordAsync(
            userId, [.. keys.Select(key => new DecisionWish(key, _ => []))], count => new Fact.DecisionsUndone(count), about: null, cancellationToken);
        return change.TrackCount;
    }

    private static IQueryable<Playlist> Lagging(SpotterDbContext db, int userId, int? playlistId)
        => db.Playlists.Where(p => p.UserId == userId && p.SyncEnabled && (playlistId == null || p.Id == playlistId));

    private bool IsNews(DateTimeOffset? writtenAt) => writtenAt is { } at && clock.IsRecent(at, NewsFor);
}
