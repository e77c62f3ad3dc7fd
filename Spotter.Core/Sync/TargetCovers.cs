using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>
/// Makes the source's image the target's cover, if the server accepts covers. It never replaces a cover that the user has set, and does not
/// set one again after the user has removed it. A cover is not essential: a failure is logged and never fails the sync.
/// </summary>
public sealed partial class TargetCovers(
    IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers, RemoteImages images, SyncLeases leases, ILogger<TargetCovers> logger)
{
    /// <summary>Sets the cover if the image differs from the one at the last try. A failed try is repeated only after a run that has
    /// written.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="targetId">The target as the run left it.</param>
    /// <param name="isWritten">Whether the run has written to it.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="LeaseLostException">The run has lost its lease.</exception>
    internal async Task UpdateCoverAsync(SyncLease lease, string targetId, bool isWritten, CancellationToken cancellationToken)
    {
        try
        {
            if (await FindCoverObstacleAsync(lease, targetId, isWritten, cancellationToken) is { } obstacle)
            {
                Log.NotBrought(logger, lease.PlaylistId, obstacle);
            }
        }
        catch (ProviderException failure)
        {
            Log.NotBrought(logger, lease.PlaylistId, failure.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The sync itself is done, and its end must be stored.
            Log.NotBrought(logger, lease.PlaylistId, "the run was stopped");
        }
    }

    /// <summary>Why the cover could not be set. Null if it is as it should be.</summary>
    private async Task<string?> FindCoverObstacleAsync(SyncLease lease, string targetId, bool isWritten, CancellationToken cancellationToken)
    {
        var (image, known) = await FindAsync(lease.PlaylistId, cancellationToken);
        if (image is null || !RemoteImages.IsAddress(image))
        {
            return null;
        }

        var address = TargetPlan.FingerprintOf([image]);
        bool IsDone(TargetCover cover) => cover.TargetId == targetId && cover.Image == address && (cover.IsSettled || !isWritten);
        if ((known is not null && IsDone(known))
            || await providers.FindAsync<ICoverWriter>(ProviderKinds.Navidrome, lease.AccountId, cancellationToken) is not { MayTakeCovers: true } writer)
        {
            return null;
        }

        var cover = known ?? new TargetCover { PlaylistId = lease.PlaylistId, TargetId = targetId, Image = address };
        if (cover.TargetId != targetId && (writer as IIdTranslator)?.Translate(cover.TargetId) != targetId)
        {
            // A different list: it may carry the cover that we uploaded, but nobody has removed a cover there.
            (cover.IsSettled, cover.HasArrived) = (false, false);
        }

        cover.TargetId = targetId;
        if (known is not null && IsDone(cover))
        {
            await SaveAsync(lease, cover, cancellationToken);
            return null;
        }

        // Stored before the first try, so that a run that writes nothing does not repeat a try that failed.
        (cover.Image, cover.IsSettled) = (address, false);
        await SaveAsync(lease, cover, cancellationToken);
        return await UploadAsync(lease, writer, cover, image, cancellationToken);
    }

    private async Task<string?> UploadAsync(SyncLease lease, ICoverWriter writer, TargetCover cover, string image, CancellationToken cancellationToken)
    {
        var isThere = await writer.HasUploadedCoverAsync(cover.TargetId, cancellationToken);
        var standing = isThere && cover.Contents.Count > 0 ? HashOf(await writer.ReadUploadedCoverAsync(cover.TargetId, cancellationToken)) : null;
        if (isThere ? standing is null || !cover.Contents.Contains(standing) : cover.HasArrived)
        {
            // The server does not say who uploaded a cover. Only its bytes show whose it is.
            cover.IsSettled = true;
            await SaveAsync(lease, cover, cancellationToken);
            return isThere ? "the user has set another" : "the user has removed it";
        }

        var (found, obstacle) = await images.FetchAsync(image, cancellationToken);
        if (HashOf(found) is not { } content)
        {
            return obstacle;
        }

        if (content != standing)
        {
            // Both are ours until the answer shows which one the server has.
            cover.Contents = standing is null ? [content] : [standing, content];
            await SaveAsync(lease, cover, cancellationToken);
            await leases.RenewAsync(lease, cancellationToken);
            await writer.UploadCoverAsync(cover.TargetId, found!, cancellationToken);
            Log.Brought(logger, lease.PlaylistId);
        }

        (cover.Contents, cover.IsSettled, cover.HasArrived) = ([content], true, true);
        await SaveAsync(lease, cover, cancellationToken);
        return null;
    }

    private static string? HashOf(CoverImage? image) => image is null ? null : Convert.ToHexStringLower(SHA256.HashData(image.Bytes));

    private async Task<(string? Image, TargetCover? Known)> FindAsync(int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var image = await db.Playlists.Where(playlist => playlist.Id == playlistId).Select(playlist => playlist.Image).SingleOrDefaultAsync(cancellationToken);
        return (image, await db.TargetCovers.AsNoTracking().SingleOrDefaultAsync(cover => cover.PlaylistId == playlistId, cancellationToken));
    }

    private Task SaveAsync(SyncLease lease, TargetCover cover, CancellationToken cancellationToken)
        => leases.WriteAsync(lease, async db =>
        {
            await db.TargetCovers.Where(other => other.PlaylistId == lease.PlaylistId).ExecuteDeleteAsync(cancellationToken);
            db.TargetCovers.Add(cover);
        }, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The target of playlist {PlaylistId} got the source's image as its cover.")]
        public static partial void Brought(ILogger logger, int playlistId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Debug, Message = "The target of playlist {PlaylistId} got no cover: {Obstacle}.")]
        public static partial void NotBrought(ILogger logger, int playlistId, string obstacle);
    }
}
