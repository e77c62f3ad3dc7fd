using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>SQLite: the database is one file, which needs nothing else. It takes one writer at a time.</summary>
/// <param name="connectionString">The file, and how it is opened.</param>
/// <param name="queue">The queue of its writers; null for one of its own.</param>
public sealed class SqliteEngine(string connectionString, WriterQueue? queue = null) : IDatabaseEngine
{
    /// <summary>For how long the queue of writers may stand still before those in it give up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Compares without regard to the case of ASCII letters (https://sqlite.org/datatype3.html#collation).</summary>
    private const string IgnoringCase = "NOCASE";

    /// <summary>
    /// As packed columns were created, when they held text. SQLite keeps bytes in them as bytes; to declare them otherwise, it would have to copy the
    /// tables, which no transaction covers.
    /// </summary>
    private const string TypeOfPacked = "TEXT";

    private readonly WriterQueueInterceptor _interceptor = new(queue ?? new WriterQueue(Patience, TimeProvider.System));

    /// <summary>The file, and how it is opened.</summary>
    public string ConnectionString => connectionString;

    /// <inheritdoc/>
    public string Place => new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <inheritdoc/>
    public string BeforeBytes => "rowid";

    /// <summary>The engine for a connection string as an administrator writes it.</summary>
    /// <param name="connectionString">Like "Data Source=data/spotter.db".</param>
    /// <param name="place">Gives the file's absolute path.</param>
    /// <exception cref="ArgumentException">It cannot be read.</exception>
    /// <exception cref="FormatException">It names no file that can be written; the message goes on after the setting's name.</exception>
    public static SqliteEngine Open(string connectionString, Func<string, string> place)
    {
        var file = new SqliteConnectionStringBuilder(connectionString);
        if (file.DataSource is "" or ":memory:" || file.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
        {
            throw new FormatException("must name a file that can be written, like \"Data Source=data/spotter.db\".");
        }

        // Writers wait for each other; without this SQLite gives up at once.
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
            // A list is one parameter, as JSON: SQLite takes 32,766 parameters, and a playlist may have more tracks.
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(_interceptor);

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
    public Task MigrateAsync(SpotterDbContext db, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
        => new SqliteMigration(Place, time, logger).RunAsync(db, cancellationToken);

    /// <inheritdoc/>
    public async Task<IDbContextTransaction> BeginReadAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        // Deferred and beside EF, so that it neither queues nor keeps a writer waiting.
        await db.Database.OpenConnectionAsync(cancellationToken);
        return await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken)
            ?? throw new InvalidOperationException("The database gave no transaction.");
    }

    /// <inheritdoc/>
    public async Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        // Pages are asked for and given back. Beside EF, so that it does not queue behind the writers.
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
            // SQLite may have ended the transaction itself, with the error that matters.
            command.CommandText = "ROLLBACK";
            await TryRollBackAsync(command);
        }
    }

    private static async Task TryRollBackAsync(DbCommand command)
    {
        try
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (SqliteException)
        {
            // Nothing was left to roll back.
        }
    }
}
