using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Servers;

/// <summary>
/// Updates the song ids in the database to those of a library that was just read: ids are a cache. A song is recognised by the id that a
/// server upgrade derived from the old one, otherwise by its metadata. Songs that are not found again are left to the matcher.
/// </summary>
public sealed partial class IdHealer(ProviderRegistry providers, ServerRenewals renewals, ServerProfiles servers, SyncEventLog log, ILogger<IdHealer> logger) : ILibraryListener
{
    /// <summary>If more than this percentage of the matched songs have new ids, the server was upgraded. Below that, files may have
    /// moved.</summary>
    private const int UpgradePercent = 5;

    /// <summary>How many rows are kept in memory at once.</summary>
    private const int RowsAtOnce = 2_000;

    /// <summary>
    /// Heals matches, pins, what was written to targets and the fingerprints of that, and after an upgrade of the server also the
    /// snapshots. It runs in the transaction that stores the library: missing ids are looked for only then, so a failure must not skip it.
    /// </summary>
    public async Task HealAsync(
        SpotterDbContext db, Account account, SongLookup lookup, CancellationToken cancellationToken)
    {
        var rows = await MatchedRows.ReadAsync(db, account, lookup, cancellationToken);
        await renewals.NoteAsync(db, account, rows, lookup, cancellationToken);
        var songs = new Dictionary<string, Song?>(StringComparer.Ordinal);
        var tracks = await HealTracksAsync(db, rows.Gone, FindAgain, cancellationToken);
        var healed = tracks.ToDictionary(track => track.Id);
        await HealPinsAsync(db, account, FindAgain, cancellationToken);
        await HealTargetsAsync(db, account, FindAgain, healed, cancellationToken);

        if (songs.Count > 0 && 100L * tracks.Count > (long)UpgradePercent * rows.Count)
        {
            await HealSnapshotsAsync(db, account, FindAgain, cancellationToken);
            var lost = songs.Values.Count(song => song is null);
            log.Add(db, account.UserId, null, Guid.NewGuid(), SyncEventType.Refreshed, ProviderKinds.Navidrome, new Fact.IdsChanged(servers.Name, tracks.Count, lost), new());
        }

        await db.SaveChangesAsync(cancellationToken);
        if (songs.Count > 0)
        {
            Log.Healed(logger, songs.Values.Count(song => song is not null), songs.Count, account.Id);
        }

        // Each song is looked for once; null where nothing has to change or it is gone.
        Song? FindAgain(Song song)
        {
            if (lookup.Index.Holds(song.Id))
            {
                return null;
            }

            if (!songs.TryGetValue(song.Id, out var found))
            {
                songs[song.Id] = found = lookup.FindAgain(song);
            }

            return found;
        }
    }

    /// <summary>The matched rows whose song has a new id, as they were before.</summary>
    private static async Task<List<PlaylistTrack>> HealTracksAsync(
        SpotterDbContext db, IReadOnlyList<long> gone, Func<Song, Song?> again, CancellationToken cancellationToken)
    {
        var before = new List<PlaylistTrack>();
        foreach (var ids in gone.Chunk(RowsAtOnce))
        {
            var changed = new List<PlaylistTrack>();
            foreach (var track in await db.Tracks.AsNoTracking().Where(track => ids.Contains(track.Id)).ToListAsync(cancellationToken))
            {
                if (track.Song is { } known && again(known) is { } song)
                {
                    before.Add(new PlaylistTrack { Id = track.Id, PlaylistId = track.PlaylistId, Key = track.Key, SourceTrack = track.SourceTrack, SongId = track.SongId });
                    (track.Song, track.SongId) = (song, song.Id);
                    changed.Add(track);
                }
            }

            await MatchRecorder.StoreAsync(db, changed, cancellationToken);
        }

        return before;
    }

    private static async Task HealPinsAsync(SpotterDbContext db, Account account, Func<Song, Song?> again, CancellationToken cancellationToken)
    {
        foreach (var pin in await db.Pins.Where(pin => pin.UserId == account.UserId && pin.Song != null).ToListAsync(cancellationToken))
        {
            pin.Song = again(pin.Song!) ?? pin.Song;
        }
    }

    private async Task HealTargetsAsync(
        SpotterDbContext db, Account account, Func<Song, Song?> again, Dictionary<long, PlaylistTrack> healed, CancellationToken cancellationToken)
    {
        var playlists = await db.Playlists.Where(p => p.AccountId == account.Id && (p.NavidromePlaylistId != null || p.LeftTargetId != null)).ToListAsync(cancellationToken);
        foreach (var playlist in playlists)
        {
            var written = await db.WrittenTargets.AsNoTracking().SingleOrDefaultAsync(w => w.PlaylistId == playlist.Id, cancellationToken);
            if (written is not null && written.Songs.Concat(written.Pending ?? []).Any(row => again(row.Song) is not null))
            {
                var songs = Heal(written.Songs, again);
                var pending = written.Pending is null ? null : Heal(written.Pending, again);
                await db.WrittenTargets.Where(w => w.PlaylistId == playlist.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(w => w.Songs, songs).SetProperty(w => w.Pending, pending), cancellationToken);
                playlist.TargetFingerprint = playlist.TargetFingerprint == FingerprintOf(written.Songs) ? FingerprintOf(songs) : playlist.TargetFingerprint;
                // After an upgrade the list shows the new ids too. After a file has moved it still has the old id, which shows nothing. The
                // time of change does not tell the two apart, so the list has to be read.
                playlist.TargetChangedAt = null;
            }

            await HealDesiredAsync(db, playlist, healed, cancellationToken);
        }
    }

    /// <summary>Updates the fingerprint of what the source last asked for to the new ids, so that restored content stays restored even if
    /// every id has changed.</summary>
    private async Task HealDesiredAsync(SpotterDbContext db, Playlist playlist, Dictionary<long, PlaylistTrack> healed, CancellationToken cancellationToken)
    {
        if (!healed.Values.Any(track => track.PlaylistId == playlist.Id))
        {
            return;
        }

        var rows = await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == playlist.Id)
            .OrderBy(track => track.Position).Select(track => new { track.Id, track.SongId }).ToListAsync(cancellationToken);
        var comment = TargetMarker.CommentOf(playlist.Marker, providers.DisplayNameOf(playlist.Source), playlist.MatchedCount, playlist.TotalCount);
        string Of(IEnumerable<string?> ids) => SyncDecision.DesiredFingerprintOf(playlist.EditPolicy, playlist.WantedName, comment, ids.OfType<string>());
        if (playlist.DesiredFingerprint == Of(rows.Select(row => healed.TryGetValue(row.Id, out var before) ? before.SongId : row.SongId)))
        {
            playlist.DesiredFingerprint = Of(rows.Select(row => row.SongId));
        }
    }

    private static async Task HealSnapshotsAsync(SpotterDbContext db, Account account, Func<Song, Song?> again, CancellationToken cancellationToken)
    {
        var playlists = db.Playlists.Where(p => p.AccountId == account.Id);
        var ids = await db.TargetSnapshots.Where(s => playlists.Any(p => p.Id == s.PlaylistId))
            .Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            // One at a time: many long playlists with ten snapshots each would not fit in memory together.
            var songs = await db.TargetSnapshots.Where(s => s.Id == id).Select(s => s.Songs).SingleAsync(cancellationToken);
            List<Song> now = [.. songs.Select(song => again(song) ?? song)];
            await db.TargetSnapshots.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Songs, now), cancellationToken);
        }
    }

    private static List<WrittenSong> Heal(List<WrittenSong> songs, Func<Song, Song?> again)
        => [.. songs.Select(row => again(row.Song) is { } song ? row.With(song) : row)];

    private static string FingerprintOf(List<WrittenSong> songs)
        => TargetPlan.FingerprintOf(songs.Where(row => !row.IsAbsent).Select(row => row.Song.Id));

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Found} of {Absent} songs that were known under other ids were found again (account {AccountId}).")]
        public static partial void Healed(ILogger logger, int found, int absent, int accountId);
    }
}
