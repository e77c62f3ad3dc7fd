using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Stores matches of many rows at once, by one prepared statement.</summary>
internal static class MatchRecorder
{
    private const string Statement =
        "UPDATE Tracks SET Zone = $zone, Tier = $tier, Reason = $reason, Confidence = $confidence, SongId = $songId, Song = $song, Score = $score, Candidates = $candidates WHERE Id = $id";

    /// <summary>Writes the match columns of the rows, within the transaction given.</summary>
    public static async Task StoreAsync(
        SpotterDbContext db, IDbContextTransaction transaction, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = Statement;
        foreach (var track in tracks)
        {
            command.Parameters.Clear();
            Bind(command, "$zone", track.Zone?.ToString());
            Bind(command, "$tier", track.Tier?.ToString());
            Bind(command, "$reason", track.Reason?.ToString());
            Bind(command, "$confidence", track.Confidence);
            Bind(command, "$songId", track.SongId);
            Bind(command, "$song", Json(track.Song));
            Bind(command, "$score", Json(track.Score));
            Bind(command, "$candidates", Json(track.Candidates));
            Bind(command, "$id", track.Id);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string? Json<T>(T? value)
        where T : class
        => value is null ? null : JsonSerializer.Serialize(value, JsonColumn.Options);

    private static void Bind(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }
}
