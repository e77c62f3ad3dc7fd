using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync;

/// <summary>Stores the matches of many rows at once.</summary>
internal static class MatchRecorder
{
    private const string Statement = """
        UPDATE "Tracks"
        SET "Zone" = @zone, "Tier" = @tier, "Reason" = @reason, "Confidence" = @confidence, "SongId" = @songId, "Song" = @song, "Score" = @score, "Candidates" = @candidates
        WHERE "Id" = @id
        """;

    /// <summary>Writes the match columns of the rows, within the transaction of the context.</summary>
    public static async Task StoreAsync(
        SpotterDbContext db, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        await using var command = new BulkCommand(
            db, Statement, "zone", "tier", "reason", "confidence", "songId", "song", "score", "candidates", "id");
        foreach (var track in tracks)
        {
            object?[] values =
            [
                track.Zone?.ToString(), track.Tier?.ToString(), track.Reason?.ToString(), track.Confidence, track.SongId,
                Json(track.Song), Json(track.Score), Json(track.Candidates), track.Id,
            ];
            await command.RunAsync(values, cancellationToken);
        }
    }

    /// <summary>Updates the counts of playlists that were matched before, from their rows.</summary>
    public static async Task CountAsync(SpotterDbContext db, IReadOnlyCollection<int> playlistIds, CancellationToken cancellationToken)
    {
        var tracks = db.Tracks;
        await db.Playlists
            .Where(p => playlistIds.Contains(p.Id) && p.MatchedCount + p.ReviewCount + p.MissingCount > 0)
            .ExecuteUpdateAsync(set => set
                .SetProperty(p => p.MatchedCount, p => tracks.Count(track => track.PlaylistId == p.Id && track.Zone == MatchZone.Auto))
                .SetProperty(p => p.ReviewCount, p => tracks.Count(track => track.PlaylistId == p.Id && track.Zone == MatchZone.Review))
                .SetProperty(p => p.MissingCount, p => tracks.Count(track => track.PlaylistId == p.Id && track.Zone == MatchZone.None)), cancellationToken);
    }

    private static string? Json<T>(T? value)
        where T : class
        => value is null ? null : JsonSerializer.Serialize(value, JsonColumn.Options);
}
