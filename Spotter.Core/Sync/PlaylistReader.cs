using Microsoft.EntityFrameworkCore;
using Spotter.Core.Catalogue;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync;

/// <summary>Reads playlists for runs and previews.</summary>
public sealed class PlaylistReader(IDbContextFactory<SpotterDbContext> contexts)
{
    /// <summary>The playlist with everything that matching needs, or null if it is not this user's.</summary>
    public async Task<PlaylistContent?> FindAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlist = await db.Playlists.AsNoTracking().SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
        if (playlist is null)
        {
            return null;
        }

        var tracks = await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == playlistId)
            .OrderBy(track => track.Position).ToListAsync(cancellationToken);
        var pins = await db.Pins.AsNoTracking().Where(pin => pin.UserId == userId).ToListAsync(cancellationToken);
        var written = await db.WrittenTargets.AsNoTracking().SingleOrDefaultAsync(w => w.PlaylistId == playlistId, cancellationToken);
        // Owed, or noted for the target: a run that was under way when the user decided may have stored what it had read before.
        var owed = await db.DecisionsToMatch.Where(decision => decision.UserId == userId).Select(decision => decision.TrackKey).ToListAsync(cancellationToken);
        var noted = await db.DecisionsToWrite.Where(decision => decision.PlaylistId == playlistId && decision.WrittenAt == null).Select(decision => decision.TrackKey).ToListAsync(cancellationToken);
        return new(playlist, tracks, pins.ToLookup(pin => pin.TrackKey, pin => pin.ToDecision(), StringComparer.Ordinal), written)
        {
            ToMatch = owed.Concat(noted).ToHashSet(StringComparer.Ordinal),
            Known = await CatalogueAnswers.ReadAsync(db, tracks.Select(track => track.SourceTrack), cancellationToken),
        };
    }
}
