using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>The playlists on the server that one of the user's playlists may take over as its target.</summary>
public sealed class PairableTargets(IDbContextFactory<SpotterDbContext> contexts, ServerProfiles servers)
{
    /// <summary>Reads the playlist to pair with.</summary>
    /// <exception cref="ProviderException">It is gone, belongs to somebody else, is read-only, or is already the target of another
    /// playlist.</exception>
    internal async Task<Target> ReadAsync(IPlaylistSyncer syncer, int userId, int playlistId, string targetId, CancellationToken cancellationToken)
    {
        var target = await syncer.ReadTargetAsync(targetId, cancellationToken)
            ?? (syncer is IIdTranslator translator ? await syncer.ReadTargetAsync(translator.Translate(targetId), cancellationToken) : null)
            ?? throw Refused(ProviderFailure.NotFound, new Fact.PairGone(servers.Name));
        if (!target.Summary.IsOwn)
        {
            throw Refused(ProviderFailure.Forbidden, new Fact.PairForeign(target.Summary.Name));
        }

        if (target.Summary.IsReadOnly)
        {
            throw Refused(ProviderFailure.Forbidden, new Fact.PairReadOnly(target.Summary.Name));
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var holder = await db.Playlists.Where(p => p.UserId == userId && p.NavidromePlaylistId == target.Summary.Id && p.Id != playlistId)
            .Select(p => p.Name).FirstOrDefaultAsync(cancellationToken);
        return holder is null
            ? target
            : throw Refused(ProviderFailure.Forbidden, new Fact.PairTaken(target.Summary.Name, holder));
    }

    private static ProviderException Refused(ProviderFailure failure, Fact reason) => new(ProviderKinds.Navidrome, failure, reason);
}
