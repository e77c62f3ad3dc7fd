using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Scheduling;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The services that a user has connected, and those that could be connected.</summary>
public sealed class ConnectionsViewModel(
    IDbContextFactory<SpotterDbContext> contexts, SourceConnections connections, SourceRefresher refresher, Schedules schedules,
    ProviderRegistry providers, PlaylistChoices choices)
{
    private readonly ReadSequencer _reads = new();

    public IReadOnlyList<ConnectionItem> Items { get; private set; } = [];

    /// <summary>The services that users can connect with an account.</summary>
    public IReadOnlyList<ISourceFactory> Services { get; } = [.. providers.Sources.Where(source => source.TakesAccounts)];

    /// <summary>The names of the services whose public playlists can be followed by link.</summary>
    public IReadOnlyList<string> LinkServices { get; } = [.. providers.Sources.Where(source => source is ILinkReader).Select(source => source.DisplayName)];

    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        var found = await connections.ListAsync(userId, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlists = (await db.Playlists.AsNoTracking()
            .Where(p => p.UserId == userId && p.ConnectionId != null)
            .OrderBy(p => p.Name).ToListAsync(cancellationToken)).ToLookup(p => p.ConnectionId);
        Items =
        [
            .. found.Select(connection => new ConnectionItem(
                connection, providers.DisplayNameOf(connection.Kind), providers.FindSource(connection.Kind) is not null,
                refresher.IsRunning(connection.Id), [.. playlists[connection.Id]], connection.NextRead(schedules))
            {
                Standing = providers.FindSource(connection.Kind) as IStandingSource,
            }),
        ];
    });

    public bool Follows(int playlistId) => Items.Any(item => item.Playlists.Any(playlist => playlist.Id == playlistId));

    public Task RefreshAsync(int userId, int connectionId) => connections.RefreshAsync(userId, connectionId, SyncTrigger.User, CancellationToken.None);

    public Task SetNewOnesAsync(int userId, int connectionId, bool adds, bool syncs)
        => connections.SetNewOnesAsync(userId, connectionId, adds, syncs, CancellationToken.None);

    public Task DisconnectAsync(int userId, int connectionId) => connections.DisconnectAsync(userId, connectionId, CancellationToken.None);

    public Task<bool> ForgetAsync(int userId, int playlistId) => choices.ForgetAsync(userId, playlistId, CancellationToken.None);

    /// <summary>Tests the connection. Returns whether it works, and what the service answered.</summary>
    public async Task<(bool IsWorking, Fact What)> TestAsync(int userId, ConnectionItem item)
    {
        try
        {
            var owner = await connections.TestAsync(userId, item.Connection.Id, CancellationToken.None);
            return owner is null ? (false, new Fact.ConnectionGone()) : (true, new Fact.ServiceAnswers(item.ServiceName, owner.Name));
        }
        catch (ProviderException failure)
        {
            return (false, failure.Reason);
        }
    }
}
