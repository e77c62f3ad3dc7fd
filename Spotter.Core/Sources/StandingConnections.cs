using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>
/// Makes sure that every user has the connections that the configuration defines, and none that it no longer defines: when Spotter starts,
/// and on a user's first visit.
/// </summary>
public sealed class StandingConnections(
    IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers, SourceRefresher refresher, SourceNudges nudges, EventBus bus, TimeProvider clock) : ISignInListener
{
    /// <inheritdoc/>
    public async Task HearAsync(SignedIn signedIn, bool hadToSignIn, CancellationToken cancellationToken)
    {
        if (signedIn.IsFirstVisit)
        {
            await EnsureAsync(cancellationToken);
        }
    }

    /// <summary>Creates missing connections and has them read. Connections that are no longer configured are deleted; their playlists keep
    /// their last content.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await RemoveOverAsync(cancellationToken);
        foreach (var source in providers.Sources)
        {
            if (source is IStandingSource standing)
            {
                await EnsureAsync(source.Kind, standing, cancellationToken);
            }
        }
    }

    /// <summary>Has every user's connection to this source read. Connections that are being read right now are skipped, and may miss the
    /// change.</summary>
    /// <returns>False if connections were skipped.</returns>
    public async Task<bool> NudgeAsync(string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connections = await db.SourceConnections.AsNoTracking().Where(c => c.Kind == kind).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var free = connections.Where(c => !refresher.IsRunning(c.Id)).ToList();
        free.ForEach(Nudge);
        return free.Count == connections.Count;
    }

    private async Task EnsureAsync(string kind, IStandingSource source, CancellationToken cancellationToken)
    {
        foreach (var connection in await contexts.WriteAsync(db => EnsureAsync(db, kind, source, cancellationToken), cancellationToken))
        {
            bus.Publish(new SourceConnectionChanged(connection.UserId, connection.Id));
            Nudge(connection);
        }
    }

    /// <returns>The connections that were missing.</returns>
    private async Task<List<SourceConnection>> EnsureAsync(SpotterDbContext db, string kind, IStandingSource source, CancellationToken cancellationToken)
    {
        var accounts = await db.Accounts.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.UserId, a.UserName }).ToListAsync(cancellationToken);
        var existing = await db.SourceConnections.Where(c => c.Kind == kind).ToDictionaryAsync(c => c.UserId, cancellationToken);
        var made = new List<SourceConnection>();
        foreach (var account in accounts.DistinctBy(a => a.UserId))
        {
            var (owner, values) = source.ConnectionOf(account.UserName);
            if (!existing.TryGetValue(account.UserId, out var connection))
            {
                // Everything that already exists is new to this user.
                connection = new SourceConnection
                {
                    UserId = account.UserId, Kind = kind, OwnerId = owner.Id, DisplayName = owner.Name, AddsNewPlaylists = true, SeenRemoteIds = [],
                    CreatedAt = clock.GetUtcNow(),
                };
                db.SourceConnections.Add(connection);
                made.Add(connection);
            }

            connection.Settings = values.ToDictionary();
        }

        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    private async Task RemoveOverAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kinds = await db.SourceConnections.Select(c => c.Kind).Distinct().ToListAsync(cancellationToken);
        foreach (var kind in kinds.Where(kind => providers.Knows(kind) && providers.FindSource(kind) is null))
        {
            await db.SourceConnections.Where(c => c.Kind == kind).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private void Nudge(SourceConnection connection) => nudges.Nudge(connection, SyncTrigger.Schedule);
}
