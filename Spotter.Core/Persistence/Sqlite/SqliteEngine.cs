using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>SQLite: the database is a single file without a server. It allows one writer at a time.</summary>
/// <param name="connectionString">The file, and how to open it.</param>
/// <param name="queue">The queue of its writers. Null creates one.</param>
public sealed class SqliteEngine(string connectionString, WriterQueue? queue = null) : IDatabaseEngine
{
    /// <summary>How long the queue of writers may stand still before those waiting give up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Ignores the case of ASCII letters (https://sqlite.org/datatype3.html#collation).</summary>
    private const string IgnoringCase = "NOCASE";

    /// <summary>
    /// The original type of packed columns, when they contained text. SQLite stores bytes in them unchanged. Declaring another type would
    /// copy the tables, which no transaction covers.
    /// </summary>
    private const string TypeOfPacked = "TEXT";

    // One process uses the file.
    private readonly ProcessTurns _turns = new();

    private readonly WriterQueueInterceptor _interceptor = new(queue ?? new WriterQueue(Patience, TimeProvider.System));

    /// <summary>The file, and how it is opened.</summary>
    public string ConnectionString => connectionString;

    /// <inheritdoc/>
    public string Place => new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <inheritdoc/>
    public string BeforeBytes => "rowid";

    /// <summary>Creates the engine for an administrator's connection string.</summary>
    /// <param name="connectionString">For example "Data Source=data/spotter.db".</param>
    /// <param name="place">Returns the absolute path of a file.</param>
    /// <exception cref="ArgumentException">The connection string cannot be parsed.</exception>
    /// <exception cref="FormatException">The connection string names no writable file. The message continues a sentence that begins with the
    /// name of the setting.</exception>
    public static SqliteEngine Open(string connectionString, Func<string, string> place)
    {
        var file = new SqliteConnectionStringBuilder(connectionString);
        if (file.DataSource is "" or ":memory:" || file.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
        {
            throw new FormatException("must name a file that can be written, like \"Data Source=data/spotter.db\".");
        }

        // Writers wait for each other. Without a timeout SQLite gives up at once.
        if (!file.ShouldSerialize("Default Timeout"))
        {
            file.DefaultTimeout = (int)Patience.TotalSeconds;
        }

        file.DataSource = place(file.DataSource);
        return new(file.ConnectionString);
    }

    /// <inheritdoc/>
    public void Connect(DbContextOptionsBuilder options)
        => options
            // A list becomes one JSON parameter: SQLite allows 32,766 parameters, and a playlist may have more tracks.
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(_interceptor);

    /// <inheritdoc/>
    public Task<IAsyncDisposable> TakeTurnAsync(string name, CancellationToken cancellationToken) => _turns.TakeAsync(name, cancellationToken);

    /// <inheritdoc/>
    public void Shape(ModelBuilder model)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.RemoveAnnotation(ColumnTrait.IgnoresCase) is not null)
            {
                property.SetCollation(IgnoringCase);
            }

            if (property.RemoveAnnotation(ColumnTrait.IsPacked) is not null)
            {
                property.SetColumnType(TypeOfPacked);
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>A file does not appear by itself, so nothing waits for it.</remarks>
    public Task<Exception?> FindAbsenceAsync(CancellationToken cancellationToken) => Task.FromResult<Exception?>(null);

    /// <inheritdoc/>
    public Task MigrateAsync(SpotterDbContext db, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
        => new SqliteMigration(Place, time, logger).RunAsync(db, cancellationToken);

    /// <inheritdoc/>
    public async Task<IDbContextTransaction> BeginReadAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        // Deferred and without EF, so that it neither queues nor blocks a writer.
        await db.Database.OpenConnectionAsync(cancellationToken);
        return await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken)
            ?? throw new InvalidOperationException("The database gave no transaction.");
    }

    /// <inheritdoc/>
    public async Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        // Allocates pages and rolls back. Without EF, so that it does not queue behind the writers.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 1;
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            command.CommandText = """CREATE TABLE "__Room" (Bytes BLOB); INSERT INTO "__Room" VALUES (zeroblob(65536));""";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            // SQLite may have rolled back already, with the error that matters.
            command.CommandText = "ROLLBACK";
            await TryRollBackAsync(command);
        }
    }

    /// <inheritdoc/>
    public async Task<string?> FindDamageAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return await command.ExecuteScalarAsync(cancellationToken) is string found && found != "ok" ? found : null;
    }

    /// <inheritdoc/>
    /// <remarks>A file stores any text.</remarks>
    public void Prepare(DbCommand command)
    {
    }

    private static async Task TryRollBackAsync(DbCommand command)
    {
        try
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (SqliteException)
        {
            // There is nothing left to roll back.
        }
    }
}
