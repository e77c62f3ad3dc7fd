using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence;

/// <summary>
/// A database system and the database of this installation: everything that differs between engines. The connection string determines the
/// engine. All other code is independent of it.
/// </summary>
public interface IDatabaseEngine
{
    /// <summary>The location of the database, for people: a file, or a host and a name. Never a password.</summary>
    string Place { get; }

    /// <summary>Configures a context for the database. Called by <see cref="DatabaseEngineOptions.UseEngine"/>.</summary>
    void Connect(DbContextOptionsBuilder options);

    /// <summary>Sets this engine's types and collations for the columns with a <see cref="ColumnTrait"/>.</summary>
    void Shape(ModelBuilder model);

    /// <summary>Tries to reach the database. Returns the error if its server is away or too busy to answer. Returns null if it can be reached,
    /// and also if something else is wrong with it, which the start reports.</summary>
    Task<Exception?> FindAbsenceAsync(CancellationToken cancellationToken);

    /// <summary>Brings the database to the current schema, before anything else in this process uses it.</summary>
    /// <param name="db">A context of this engine.</param>
    /// <param name="time">Measures waiting times.</param>
    /// <param name="logger">Receives what an administrator should know.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DatabaseVersionException">The database has the schema of a newer version of Spotter.</exception>
    Task MigrateAsync(SpotterDbContext db, TimeProvider time, ILogger logger, CancellationToken cancellationToken);

    /// <summary>Begins a read-only transaction on the current state of the database. Writers need not wait for it.</summary>
    Task<IDbContextTransaction> BeginReadAsync(SpotterDbContext db, CancellationToken cancellationToken);

    /// <summary>Writes something and rolls it back, to detect a database without space or permission. It does not queue behind other
    /// writers.</summary>
    /// <exception cref="DbException">The database cannot be written.</exception>
    Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken);

    /// <summary>Waits for a turn that one caller at a time has, in all processes that use the database. Outside of transactions: whoever waits
    /// must not hold up others.</summary>
    /// <param name="name">What the turn is for.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The turn. It ends when it is disposed, and at the latest with the process.</returns>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    Task<IAsyncDisposable> TakeTurnAsync(string name, CancellationToken cancellationToken);

    /// <summary>Reads the whole database and looks for damage. Takes seconds for each gigabyte.</summary>
    /// <returns>What is damaged, in the engine's words. Null if nothing was found, or if the engine looks after that itself.</returns>
    /// <exception cref="DbException">The database cannot be read.</exception>
    Task<string?> FindDamageAsync(SpotterDbContext db, CancellationToken cancellationToken);

    /// <summary>An SQL expression to select before a column of bytes, so that the bytes are read in pieces rather than copied to memory
    /// first.</summary>
    string BeforeBytes { get; }

    /// <summary>Replaces what the database cannot store in the parameters of a command that EF did not build. Call it before the command runs.</summary>
    void Prepare(DbCommand command);
}
