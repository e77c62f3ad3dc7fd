using Npgsql;

namespace Spotter.PostgreSql;

/// <summary>
/// A turn that all processes on the database share: an advisory lock of a session
/// (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS). The server takes it back when the connection ends, so a process
/// that was killed holds nobody up.
/// </summary>
internal sealed class ServerTurn : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly IAsyncDisposable _inProcess;

    private ServerTurn(NpgsqlConnection connection, IAsyncDisposable inProcess) => (_connection, _inProcess) = (connection, inProcess);

    /// <summary>Waits for the turn.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="name">What the turn is for. Names share 64 bits: two of them may in theory wait for each other, which costs only time.</param>
    /// <param name="inProcess">The turn within this process, so that each name needs one connection. It is given back in any case.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task<ServerTurn> TakeAsync(string connectionString, string name, IAsyncDisposable inProcess, CancellationToken cancellationToken)
    {
        // Not from the pool: whoever waits for a turn must not keep others from the database.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(hashtextextended(@name, 0))", connection) { CommandTimeout = 0 };
            take.Parameters.AddWithValue("name", name);
            await take.ExecuteNonQueryAsync(cancellationToken);
            return new(connection, inProcess);
        }
        catch
        {
            await connection.DisposeAsync();
            await inProcess.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _inProcess.DisposeAsync();
    }
}
