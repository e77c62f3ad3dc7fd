using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Persistence.Sqlite;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.PostgreSql;

namespace Spotter.Tests.Support;

/// <summary>A database for one test, with the tables and no rows: a file, or a database on <see cref="PostgreSqlServer"/>.</summary>
internal sealed class TestDatabase : IDbContextFactory<SpotterDbContext>, IDisposable
{
    private readonly TemporaryFolder _folder = TemporaryFolder.InMemoryWhereThereIs();
    private readonly DbContextOptions<SpotterDbContext> _options;
    private readonly bool _isOnServer;

    /// <param name="isPooled">Whether connections to the file stay open.</param>
    /// <param name="work">Counts what is done. Null if nobody counts.</param>
    /// <param name="isOnServer">Whether it is on <see cref="PostgreSqlServer"/>. Null for where the run of tests wants it.</param>
    public TestDatabase(bool isPooled = false, DatabaseWork? work = null, bool? isOnServer = null)
    {
        _isOnServer = isOnServer ?? PostgreSqlServer.IsWanted;
        IsWatched = work is not null;

        // Without a pool no connection holds the file when the test ends.
        ConnectionString = _isOnServer ? PostgreSqlServer.CreateDatabase() : $"Data Source={_folder.File("spotter.db")};Pooling={isPooled}";
        _options = work is null ? Options() : Options(interceptors: work);
        if (!_isOnServer)
        {
            using var db = CreateDbContext();
            db.Database.EnsureCreated();
        }
    }

    /// <summary>The connection string, to open the file without EF.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether a test counts what is done.</summary>
    public bool IsWatched { get; }

    public SpotterDbContext CreateDbContext() => new(_options);

    /// <summary>The same file as another process opens it: with its own queue and these interceptors.</summary>
    public IDbContextFactory<SpotterDbContext> OpenAgain(params IInterceptor[] interceptors) => new OtherProcess(Options(interceptors: interceptors));

    /// <summary>The same file with this queue, and with this addition to the connection string.</summary>
    public IDbContextFactory<SpotterDbContext> OpenAgain(WriterQueue? queue, string more = "") => new OtherProcess(Options(queue, more));

    private DbContextOptions<SpotterDbContext> Options(WriterQueue? queue = null, string more = "", params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<SpotterDbContext>();
        (_isOnServer ? builder.UseEngine(new PostgreSqlEngine(ConnectionString)) : builder.UseSpotterSqlite($"{ConnectionString};{more}", queue))
            .AddInterceptors(interceptors);
        if (interceptors.OfType<Conflicts>().Any())
        {
            Conflicts.Retry(builder);
        }

        return builder.Options;
    }

    /// <summary>Adds a user with an account on the music server.</summary>
    public async Task<Account> AddUserAsync(string name = "ann")
    {
        await using var db = CreateDbContext();
        var user = new User { Name = name };
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var account = new Account { UserId = user.Id, ServerUrl = "http://127.0.0.1:1", UserName = name };
        db.Accounts.Add(account);
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>Adds a playlist of that user with these rows, numbered in the order given.</summary>
    public async Task<Playlist> AddPlaylistAsync(Account owner, string name, params PlaylistTrack[] tracks)
    {
        await using var db = CreateDbContext();
        var playlist = new Playlist
        {
            UserId = owner.UserId,
            AccountId = owner.Id,
            Source = "file",
            RemoteId = "csv:" + name,
            Name = name,
            TrackCount = tracks.Length,
            SyncEnabled = true,
        };
        for (var i = 0; i < tracks.Length; i++)
        {
            tracks[i].Position = i + 1;
        }

        playlist.Tracks.AddRange(tracks);
        db.Playlists.Add(playlist);
        await db.SaveChangesAsync();
        return playlist;
    }

    public async Task<SyncEvent> AddEventAsync(
        int userId, int? playlistId, SyncEventType type, string message = "It happened.", string metadata = "{}", Guid operationId = default)
    {
        await using var db = CreateDbContext();
        var syncEvent = new SyncEvent
        {
            UserId = userId,
            PlaylistId = playlistId,
            Type = type,
            Provider = "file",
            Message = new Fact.SaidBefore(message),
            Metadata = metadata,
            OperationId = operationId == default ? Guid.NewGuid() : operationId,
        };
        db.SyncEvents.Add(syncEvent);
        await db.SaveChangesAsync();
        return syncEvent;
    }

    public void Dispose()
    {
        if (_isOnServer)
        {
            PostgreSqlServer.Drop(ConnectionString);
        }

        _folder.Dispose();
    }

    private sealed class OtherProcess(DbContextOptions<SpotterDbContext> options) : IDbContextFactory<SpotterDbContext>
    {
        public SpotterDbContext CreateDbContext() => new(options);
    }
}
