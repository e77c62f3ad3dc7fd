using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>Stores the source's metadata of many rows at once. The match columns of existing rows stay unchanged.</summary>
internal static class TrackRecorder
{
    /// <summary>Adds rows that are not matched yet.</summary>
    public static async Task InsertAsync(
        SpotterDbContext db, int playlistId, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        var described = DescribedIn(db);
        string[] columns = [.. described.Select(property => property.GetColumnName()), "Position", "PlaylistId", "Key"];
        var statement = $"""INSERT INTO "Tracks" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}, "Confidence", "Candidates") VALUES ({string.Join(", ", columns.Select(c => "@" + c))}, 0, '[]')""";
        await using var command = new BulkCommand(db, statement, columns);
        foreach (var track in tracks)
        {
            await command.RunAsync([.. ValuesOf(described, track), track.Position, playlistId, track.Key], cancellationToken);
        }
    }

    /// <summary>Updates rows to the source's current metadata.</summary>
    public static async Task UpdateAsync(
        SpotterDbContext db, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        var described = DescribedIn(db);
        string[] columns = [.. described.Select(property => property.GetColumnName()), "Position"];
        var statement = $"""UPDATE "Tracks" SET {string.Join(", ", columns.Select(c => $"\"{c}\" = @{c}"))} WHERE "Id" = @Id""";
        await using var command = new BulkCommand(db, statement, [.. columns, "Id"]);
        foreach (var track in tracks)
        {
            await command.RunAsync([.. ValuesOf(described, track), track.Position, track.Id], cancellationToken);
        }
    }

    public static async Task DeleteAsync(
        SpotterDbContext db, IEnumerable<PlaylistTrack> tracks, CancellationToken cancellationToken)
    {
        await using var command = new BulkCommand(db, """DELETE FROM "Tracks" WHERE "Id" = @Id""", "Id");
        foreach (var track in tracks)
        {
            await command.RunAsync([track.Id], cancellationToken);
        }
    }

    // Read from the model, so that a new property of a source track is stored without a change here.
    private static List<IProperty> DescribedIn(SpotterDbContext db)
        => [.. db.Model.FindEntityType(typeof(PlaylistTrack))!.FindComplexProperty(nameof(PlaylistTrack.SourceTrack))!.ComplexType.GetProperties()];

    private static IEnumerable<object?> ValuesOf(List<IProperty> described, PlaylistTrack track)
        => described.Select(property => property.PropertyInfo!.GetValue(track.SourceTrack) is { } value
            ? property.GetValueConverter() is { } converter ? converter.ConvertToProvider(value) : value
            : null);
}
