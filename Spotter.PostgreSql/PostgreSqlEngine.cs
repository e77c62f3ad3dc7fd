using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;
using Spotter.Core.Persistence;

namespace Spotter.PostgreSql;

/// <summary>PostgreSQL: a server with any number of writers. Every write is a serializable transaction, which is repeated if another one was quicker.</summary>
/// <param name="connectionString">The server and the database, as Npgsql understands it.</param>
public sealed class PostgreSqlEngine(string connectionString) : IDatabaseEngine
{
    /// <summary>Compares without regard to case. Unlike SQLite's, it knows all letters, not only those of ASCII.</summary>
    private const string IgnoringCase = "ignoring_case";

    /// <summary>
    /// Compares the bytes of text, as SQLite does. The locale of the database would make the order of rows depend on the operating system, and
    /// indexes invalid after its upgrade (https://www.postgresql.org/docs/current/collation.html).
    /// </summary>
    private const string ByBytes = "C";

    private static readonly SerializableWrites Writes = new();

    private static readonly StorableText Texts = new();

    private readonly ProcessTurns _turns = new();

    /// <summary>The server and the database, with the password.</summary>
    public string ConnectionString => connectionString;

    /// <inheritdoc/>
    public string Place
    {
        get
        {
            var server = new NpgsqlConnectionStringBuilder(connectionString);
            return $"{server.Database} on {server.Host}:{server.Port}";
        }
    }

    /// <inheritdoc/>
    /// <remarks>Bytes are read in pieces anyway.</remarks>
    public string BeforeBytes => "0";

    /// <summary>Creates the engine for an administrator's connection string.</summary>
    /// <param name="connectionString">For example "Host=db.example.org;Database=spotter;Username=spotter;Password=…".</param>
    /// <param name="isDemo">Whether it is for the demo, which uses a separate database beside the configured one.</param>
    /// <exception cref="ArgumentException">The connection string cannot be parsed.</exception>
    /// <exception cref="FormatException">The connection string names no server or no database. The message continues a sentence that begins with the
    /// name of the setting.</exception>
    public static PostgreSqlEngine Open(string connectionString, bool isDemo)
    {
        var server = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(server.Host) || string.IsNullOrWhiteSpace(server.Database))
        {
            throw new FormatException("must name a server and a database, like \"Host=db.example.org;Database=spotter;Username=spotter;Password=…\".");
        }

        server.Database = isDemo ? server.Database + "_demo" : server.Database;
        server.ApplicationName ??= "Spotter";
        SetUnlessGiven(server, "Max Auto Prepare", 100); // a bulk write runs one statement thousands of times
        SetUnlessGiven(server, "Timeout", 10);
        SetUnlessGiven(server, "Keepalive", 30);
        return new(server.ConnectionString);
    }

    /// <inheritdoc/>
    public void Connect(DbContextOptionsBuilder options)
        => options
            .UseNpgsql(connectionString, npgsql => npgsql
                .MigrationsAssembly(typeof(PostgreSqlEngine).Assembly.GetName().Name)
                .ExecutionStrategy(dependencies => new ConflictRetries(dependencies)))
            .AddInterceptors(Texts, Writes);

    /// <inheritdoc/>
    public void Shape(ModelBuilder model)
    {
        model.HasCollation(IgnoringCase, locale: "und-u-ks-level2", provider: "icu", deterministic: false);
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            var ignoresCase = property.RemoveAnnotation(ColumnTrait.IgnoresCase) is not null;
            if ((property.GetProviderClrType() ?? property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string))
            {
                property.SetCollation(ignoresCase ? IgnoringCase : ByBytes);
            }

            property.RemoveAnnotation(ColumnTrait.IsPacked); // there is no earlier version whose text would be there
        }
    }

    /// <inheritdoc/>
    public async Task<Exception?> FindAbsenceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Timeout = 5 }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return null;
        }
        catch (NpgsqlException exception)
        {
            // A server that refuses is there. The start reports what it refuses.
            return DatabaseTroubles.Of(exception) is DatabaseTrouble.Away or DatabaseTrouble.Busy ? exception : null;
        }
    }

    /// <inheritdoc/>
    public Task MigrateAsync(SpotterDbContext db, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
        => DatabaseSchema.BringUpToDateAsync(db, cancellationToken);

    /// <inheritdoc/>
    public Task<IDbContextTransaction> BeginReadAsync(SpotterDbContext db, CancellationToken cancellationToken)
        => db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>The server checks its own pages.</remarks>
    public Task<string?> FindDamageAsync(SpotterDbContext db, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public async Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        // The table is rolled back. A full disk, a standby and a read-only server refuse it.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 5;
        command.CommandText = """
            BEGIN; SET LOCAL synchronous_commit = off; CREATE TABLE "__Room" (bytes text); INSERT INTO "__Room" VALUES (repeat('x', 65536)); ROLLBACK;
            """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> TakeTurnAsync(string name, CancellationToken cancellationToken)
        => await ServerTurn.TakeAsync(connectionString, name, await _turns.TakeAsync(name, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Prepare(DbCommand command) => StorableText.Repair(command);

    private static void SetUnlessGiven(NpgsqlConnectionStringBuilder server, string keyword, object value)
    {
        if (!server.ShouldSerialize(keyword))
        {
            server[keyword] = value;
        }
    }
}
