using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Spotter.Core.Background;
using Spotter.Core.Events;

namespace Spotter.PostgreSql;

/// <summary>
/// Events between the processes that use the database, through its notifications (https://www.postgresql.org/docs/current/sql-notify.html). They are
/// sent outside of transactions, by one task, so that no commit waits for another. What is lost while the server is away is made good when it is
/// back: then all open pages read again.
/// </summary>
public sealed class PostgreSqlEventRelay(PostgreSqlEngine engine, IServiceProvider services, TimeProvider clock, ILogger<PostgreSqlEventRelay> logger)
    : RepeatedWork(clock, logger), IEventRelay
{
    /// <summary>The name of the channel. It is part of the contract between versions that run at the same time.</summary>
    private const string ChannelName = "spotter_events";

    private const int MostAtOnce = 100;

    private readonly string _self = Guid.NewGuid().ToString("N");

    // A server that is away for long must not fill the memory. The newest hints are the useful ones.
    private readonly Channel<IUserEvent> _waiting = Channel.CreateBounded<IUserEvent>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when this process hears the others for the first time.</summary>
    public Task Listening => _listening.Task;

    /// <inheritdoc/>
    protected override TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override string Name => "The exchange of events with other processes";

    /// <inheritdoc/>
    public void Send(IUserEvent userEvent) => _waiting.Writer.TryWrite(userEvent);

    /// <inheritdoc/>
    protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        // If one of the two loses its connection, both begin again.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] both = [ListenAsync(either.Token), SendAllAsync(either.Token)];
        var ended = await Task.WhenAny(both);
        await either.CancelAsync();
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
        return true;
    }

    // Keepalive notices a server that has gone without a word. A listener must not come from the pool, which would reset it.
    private NpgsqlConnection CreateConnection()
        => new(new NpgsqlConnectionStringBuilder(engine.ConnectionString) { Pooling = false, KeepAlive = 10, Timeout = 10 }.ConnectionString);

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = CreateConnection();
        await connection.OpenAsync(stoppingToken);

        // The bus needs the relay to be created, so it is looked up late.
        var bus = services.GetRequiredService<EventBus>();
        connection.Notification += (_, notification) =>
        {
            if (EventMessage.Read(notification.Payload, _self) is { } userEvent)
            {
                bus.Deliver(userEvent);
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ChannelName}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        if (!_listening.TrySetResult())
        {
            await MakeGoodAsync(bus, connection, stoppingToken);
        }

        while (true)
        {
            await connection.WaitAsync(stoppingToken);
        }
    }

    /// <summary>Has every open page of this process read again, since nobody knows what it missed.</summary>
    private static async Task MakeGoodAsync(EventBus bus, NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        var users = bus.ListeningUsers;
        var missed = users.Select(user => (IUserEvent)new PlaylistListChanged(user)).ToList();
        await using (var select = new NpgsqlCommand("""SELECT "UserId", "Id" FROM "Playlists" WHERE "UserId" = ANY(@users)""", connection))
        {
            select.Parameters.AddWithValue("users", users.ToArray());
            await using var playlists = await select.ExecuteReaderAsync(stoppingToken);
            while (await playlists.ReadAsync(stoppingToken))
            {
                missed.Add(new PlaylistStatusChanged(playlists.GetInt32(0), playlists.GetInt32(1)));
            }
        }

        missed.ForEach(bus.Deliver);
    }

    private async Task SendAllAsync(CancellationToken stoppingToken)
    {
        await using var connection = CreateConnection();
        await connection.OpenAsync(stoppingToken);
        await using var notify = new NpgsqlCommand($"SELECT pg_notify('{ChannelName}', text) FROM unnest(@texts) AS text", connection);
        var texts = notify.Parameters.Add(new NpgsqlParameter<string[]> { ParameterName = "texts" });
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var events = new List<string>();
            while (events.Count < MostAtOnce && _waiting.Reader.TryRead(out var userEvent))
            {
                events.AddRange(EventMessage.Write(_self, userEvent));
            }

            texts.Value = events.ToArray();
            await notify.ExecuteNonQueryAsync(stoppingToken);
        }
    }
}
