using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Library;

/// <summary>Keeps the songs of an account's library in the database: written and read in bulk.</summary>
public sealed class LibraryStore(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    private const char ListSeparator = '\u001F';

    private const string Columns =
        "SongId, Title, Artist, Artists, Album, AlbumArtist, AlbumId, DurationMs, Isrcs, RecordingMbid, TrackNumber, DiscNumber, Year, Path, CoverArtId, BitRate, Suffix, IsStarred";

    /// <summary>Replaces everything that is known of the library, in one transaction: readers see the old one or the new one.</summary>
    /// <returns>The moment of the read, to the millisecond, as it is stored.</returns>
    public async Task<DateTimeOffset> ReplaceAsync(int accountId, LibraryRead read, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Songs.Where(song => song.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await InsertAsync(db, transaction, accountId, read.Songs, cancellationToken);

        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
        account.Library.Stamp = read.Stamp.Value;
        var readAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        account.Library.ReadAt = readAt;
        account.Library.SongCount = read.Songs.Count;
        account.Library.IsStale = false;
        account.Library.Error = null;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return readAt;
    }

    /// <summary>Every song of the library as last read, in the order read.</summary>
    public async Task<IReadOnlyList<Song>> LoadAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM Songs WHERE AccountId = $account ORDER BY rowid";
        var parameter = command.CreateParameter();
        parameter.ParameterName = "$account";
        parameter.Value = accountId;
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var songs = new List<Song>();
        while (await reader.ReadAsync(cancellationToken))
        {
            songs.Add(Read(reader));
        }

        return songs;
    }

    private static async Task InsertAsync(
        SpotterDbContext db, IDbContextTransaction transaction, int accountId, IReadOnlyList<Song> songs, CancellationToken cancellationToken)
    {
        string[] names = ["AccountId", .. Columns.Split(", ")];
        var statement = $"INSERT INTO Songs ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select(name => "$" + name))})";
        await using var command = new BulkCommand(db, transaction, statement, names);
        foreach (var song in songs)
        {
            await command.RunAsync([accountId, .. Values(song)], cancellationToken);
        }
    }

    private static object?[] Values(Song song) =>
    [
        song.Id, song.Title, song.Artist, string.Join(ListSeparator, song.Artists), song.Album, song.AlbumArtist, song.AlbumId, song.DurationMs,
        string.Join(' ', song.Isrcs), song.RecordingMbid, song.TrackNumber, song.DiscNumber, song.Year, song.Path, song.CoverArtId, song.BitRate,
        song.Suffix, song.IsStarred,
    ];

    private static Song Read(DbDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Title = reader.GetString(1),
        Artist = reader.GetString(2),
        Artists = reader.GetString(3).Split(ListSeparator, StringSplitOptions.RemoveEmptyEntries),
        Album = Text(reader, 4),
        AlbumArtist = Text(reader, 5),
        AlbumId = Text(reader, 6),
        DurationMs = Number(reader, 7),
        Isrcs = reader.GetString(8).Split(' ', StringSplitOptions.RemoveEmptyEntries),
        RecordingMbid = Text(reader, 9),
        TrackNumber = Number(reader, 10),
        DiscNumber = Number(reader, 11),
        Year = Number(reader, 12),
        Path = Text(reader, 13),
        CoverArtId = Text(reader, 14),
        BitRate = Number(reader, 15),
        Suffix = Text(reader, 16),
        IsStarred = reader.GetBoolean(17),
    };

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static int? Number(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
}
