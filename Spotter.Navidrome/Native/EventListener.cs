using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync.Servers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Native;

/// <summary>
/// Keeps one connection to the music server, whatever number of processes share the database, as any account that the server accepts, and has all accounts checked when a scan has ended.
/// After a failure it reconnects with growing pauses. Without it, the schedule finds everything anyway.
/// </summary>
internal sealed partial class EventListener(
    IDbContextFactory<SpotterDbContext> contexts,
    CredentialVault vault,
    NativeClientFactory natives,
    SubsonicServers servers,
    ServerEventHandler tidings,
    IOptions<ServerOptions> options,
    TimeProvider clock,
    ILogger<EventListener> logger) : BackgroundService
{
    /// <summary>How long the connection may be silent. Navidrome sends a keep-alive every fifteen seconds.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>The pause after a connection that worked.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause between two failed attempts.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>How often to look for an account if there is none yet.</summary>
    private static readonly TimeSpan WithoutAccounts = TimeSpan.FromSeconds(30);

    private readonly ServerEventReading _reading = new();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.ListenToEvents)
        {
            return;
        }

        var pause = FirstPause;
        try
        {
            while (true)
            {
                var outcome = await ListenAsync(stoppingToken);
                pause = outcome switch
                {
                    Outcome.Heard => FirstPause,
                    Outcome.NoAccount => WithoutAccounts,
                    _ => pause * 2 < LongestPause ? pause * 2 : LongestPause,
                };
                await Task.Delay(pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    /// <summary>Listens as the first account that the server accepts, until the connection ends.</summary>
    private async Task<Outcome> ListenAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Of all processes on the database one listens. The next one begins when that one is gone.
            await using var turn = await contexts.TakeTurnAsync("server-events", stoppingToken);
            await servers.Configured.LoadAsync(stoppingToken);
            if (servers.Configured is { IsKnown: true, IsNavidrome: false })
            {
                return Outcome.Silent;
            }

            var outcome = Outcome.NoAccount;
            foreach (var accountId in await FindAccountsAsync(stoppingToken))
            {
                if (await vault.FindAsync(accountId, stoppingToken) is { } credentials)
                {
                    outcome = await ListenAsync(natives.Create(credentials), stoppingToken);
                    if (outcome == Outcome.Heard)
                    {
                        break;
                    }
                }
            }

            return outcome;
        }
        catch (DbException exception)
        {
            Log.Interrupted(logger, exception.GetType().Name);
            return Outcome.Silent;
        }
    }

    private async Task<Outcome> ListenAsync(NativeClient native, CancellationToken stoppingToken)
    {
        var outcome = Outcome.Silent;
        try
        {
            _reading.BeginConnection();
            await foreach (var told in native.ListenAsync(Silence, stoppingToken))
            {
                if (outcome != Outcome.Heard)
                {
                    outcome = Outcome.Heard;
                    Log.Listening(logger);
                    await servers.Configured.NoteContactAsync(problem: null);
                }

                if (_reading.Hear(told))
                {
                    await tidings.TakeAsync(stoppingToken);
                }
            }
        }
        catch (Exception failure) when (failure is ProviderException or HttpRequestException or IOException)
        {
            Log.Interrupted(logger, failure.GetType().Name);
            if (NavidromeFailures.IsAway(failure))
            {
                await servers.Configured.NoteContactAsync(new Fact.ServerNotReached(servers.Configured.Name));
            }
        }

        return outcome;
    }

    private async Task<List<int>> FindAccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.Where(account => !account.NeedsSignIn).OrderBy(account => account.Id).Select(account => account.Id).ToListAsync(cancellationToken);
    }

    private enum Outcome
    {
        /// <summary>Nobody has signed in yet.</summary>
        NoAccount,

        /// <summary>The server sent nothing: it is unavailable, or sends no events.</summary>
        Silent,

        /// <summary>Events were received until the connection ended.</summary>
        Heard,
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Listening to the music server for the end of scans.")]
        public static partial void Listening(ILogger logger);

        [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "The connection for events of the music server was lost ({Cause}); Spotter tries again.")]
        public static partial void Interrupted(ILogger logger, string cause);
    }
}
