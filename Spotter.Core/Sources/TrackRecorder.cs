using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>Stores what sources say of many rows at once; the match columns of rows that are there already are left alone.</summary>
internal static class TrackRecorder
{
    private static readonly string[] Described =
        ["Position", "Title", "Artists", "Album", "DurationMs", "Isrc", "RecordingMbid", "ProviderTrackId", "Location"];

    /// <summary>Adds rows that were never matched.</summary>
    public static async Task InsertAsync(
        SpotterDbContext db, IDbContextTransaction transaction, int playlistId, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        string[] columns = [.. Described, "PlaylistId", "Key"];
        var statement = $"INSERT INTO Tracks ({string.Join(", ", columns)}, Confidence, Candidates) VALUES ({string.Join(", ", columns.Select(c => "$" + c))}, 0, '[]')";
        await using var command = new BulkCommand(db, transaction, statement, columns);
        foreach (var track in tracks)
        {
            await command.RunAsync([.. Description(track), playlistId, track.Key], cancellationToken);
        }
    }

    /// <summary>Brings rows to what the source says of them now.</summary>
    public static async Task UpdateAsync(
        SpotterDbContext db, IDbContextTransaction transaction, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        var statement = $"UPDATE Tracks SET {string.Join(", ", Described.Select(c => $"{c} = ${c}"))} WHERE Id = $Id";
        await using var command = new BulkCommand(db, transaction, statement, [.. Described, "Id"]);
        foreach (var track in tracks)
        {
            await command.RunAsync([.. Description(track), track.Id], cancellationToken);
        }
    }

    /// <summary>Takes rows out.</summary>
    public static async Task DeleteAsync(
        SpotterDbContext db, IDbContextTransaction transaction, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        await using var command = new BulkCommand(db, transaction, "DELETE FROM Tracks WHERE Id = $Id", "Id");
        foreach (var track in tracks)
        {
            await command.RunAsync([track.Id], cancellationToken);
        }
    }

    private static object?[] Description(PlaylistTrack track) =>
    [
        track.Position, track.Title, JsonSerializer.Serialize(track.Artists, JsonColumn.Options), track.Album, track.DurationMs, track.Isrc,
        track.RecordingMbid, track.ProviderTrackId, track.Location,
    ];
}
