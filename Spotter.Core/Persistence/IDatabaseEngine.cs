using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence;

/// <summary>
/// A database program, and the database of this installation in it: everything that differs between engines. The connection string says which engine it
/// is; everything else knows SQL in general.
/// </summary>
public interface IDatabaseEngine
{
    /// <summary>Where the database is, for people: a file, or a host and a name. Never a password.</summary>
    string Place { get; }

    /// <summary>Wires a context to the database. Called by <see cref="DatabaseEngineOptions.UseEngine"/>.</summary>
    void Connect(DbContextOptionsBuilder options);

    /// <summary>Gives the columns with a <see cref="ColumnTrait"/> the types and collations that this engine has for them.</summary>
    void Shape(ModelBuilder model);

    /// <summary>Brings the database to the present schema. Nobody else in this process uses it yet.</summary>
    /// <param name="db">A context of this engine.</param>
    /// <param name="time">Measures waits.</param>
    /// <param name="logger">Is told what an administrator should know.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="DatabaseVersionException">The database has the schema of a newer version of Spotter.</exception>
    Task MigrateAsync(SpotterDbContext db, TimeProvider time, ILogger logger, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that only reads: it sees the database as it is now, and no writer waits for it.</summary>
    Task<IDbContextTransaction> BeginReadAsync(SpotterDbContext db, CancellationToken cancellationToken);

    /// <summary>Writes something and takes it back, so that a database without room or permission is noticed. It does not wait behind other writers.</summary>
    /// <exception cref="System.Data.Common.DbException">It cannot be written.</exception>
    Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken);

    /// <summary>What is selected before a column of bytes, so that these are read in pieces and not copied as a whole first: an SQL expression.</summary>
    string BeforeBytes { get; }
}
