using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Background;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync.Decisions;

namespace Spotter.Core.Sync;

/// <summary>Makes sure that no playlist stays in syncing and no request is forgotten. At start, everything that waits is queued again.
/// Every 30 seconds, expired leases are taken back, servers that were scanning are checked again, and rows that are owed a match with a decision get it.</summary>
public sealed partial class SyncRecovery(
    IDbContextFactory<SpotterDbContext> contexts, SyncLeases leases, SyncRequests requests, DecisionMatches decisions, IAccountScheduler accounts, EventBus bus, TimeProvider clock, ILogger<SyncRecovery> logger)
    : RepeatedWork(clock, logger)
{
    /// <summary>How often an account is checked while its server is scanning.</summary>
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromMinutes(1);

    /// <summary>If a request was not served for this long, its nudge was lost.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);

    private readonly TimeProvider _clock = clock;
    private readonly ILogger _logger = logger;
    private bool _hasSwept;

    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override string Name => "The sweep for interrupted syncs";

    /// <summary>One sweep.</summary>
    /// <param name="atStart">Whether the process has just started, so that nothing is queued in it yet.</param>
    /// <param name="cancellationToken">Stops between two playlists.</param>
    public async Task SweepAsync(bool atStart, CancellationToken cancellationToken)
    {
        foreach (var playlistId in await leases.FindExpiredAsync(cancellationToken))
        {
            if (await leases.ExpireAsync(playlistId, cancellationToken) is { } playlist)
            {
                Log.LeaseExpired(_logger, playlistId, playlist.LeaseLosses);
                bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlistId));
                if (playlist.SyncWantedAt is not null)
                {
                    await requests.NudgeWaitingAsync(playlistId, playlist.Name, cancellationToken);
                }
            }
        }

        var now = _clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Playlists.AsNoTracking()
            .Where(p => p.Status == SyncStatus.Pending).Where(SyncLeases.IsDueAt(now))
            .Where(p => atStart || p.NotBefore != null || p.SyncWantedAt < now - Forgotten || p.SyncWantedAt > now)
            .OrderBy(p => p.SyncWantedAt).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        foreach (var playlist in waiting)
        {
            await requests.NudgeWaitingAsync(playlist.Id, playlist.Name, cancellationToken);
        }

        foreach (var account in await db.Accounts.Where(a => (a.Library.LookAgainAt <= now || a.Library.LookAgainAt > now + LookAgainEvery) && !a.NeedsSignIn).ToListAsync(cancellationToken))
        {
            account.Library.LookAgainAt = now + LookAgainEvery;
            accounts.NudgeAccount(account.Id, account.UserName);
        }

        await db.SaveChangesAsync(cancellationToken);
        await decisions.CatchUpAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        await SweepAsync(atStart: !_hasSwept, stoppingToken);
        _hasSwept = true;
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The lease on playlist {PlaylistId} expired ({Losses} in a row); it is queued again.")]
        public static partial void LeaseExpired(ILogger logger, int playlistId, int losses);
    }
}
