using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync.Servers;

namespace Spotter.Core.Sync;

/// <summary>Checks a playlist's target on the server, together with the library as of that time.</summary>
public sealed class TargetLook(
    LibraryIndexCache library, TargetFinder finder, UnchangedTargets untouched, ServerRenewals renewals, SyncReadingProgress reading)
{
    /// <summary>The run's library, as fresh as its request asks for.</summary>
    internal Task<LibraryIndex> GetLibraryAsync(SyncLease lease, CancellationToken cancellationToken)
        => library.GetFreshAsync(lease.AccountId, lease.AskedAt, reading.For(lease), cancellationToken);

    /// <summary>A library for whoever asks at this moment, without telling how far it is read.</summary>
    internal Task<LibraryIndex> GetLibraryAsync(int accountId, DateTimeOffset askedAt, CancellationToken cancellationToken)
        => library.GetFreshAsync(accountId, askedAt, progress: null, cancellationToken);

    /// <summary>Reads the run's library again, whatever the change detector says: the server does not know an id that it named.</summary>
    internal async Task<LibraryIndex> ReadLibraryAgainAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await library.MarkStaleAsync(lease.AccountId, cancellationToken);
        return await GetLibraryAsync(lease, cancellationToken);
    }

    /// <summary>The same as <see cref="LookAsync(PlaylistContent, IPlaylistSyncer, SyncRequest, IProgress{LibraryReadProgress}?, CancellationToken)"/> for a run, whose pages see how the library is read.</summary>
    internal Task<(LibraryIndex Index, TargetSearchResult Finding, RenewalStatus Renewal)> LookAsync(
        SyncLease lease, PlaylistContent content, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => LookAsync(content, syncer, lease.Request, reading.For(lease), cancellationToken);

    /// <summary>
    /// The library and the target as they are now, and what a server that was set up from scratch means for the playlist. Asking for a
    /// rebuild or approving a plan already answers what to do about a missing target, so a list that only resembles it is not taken for it.
    /// </summary>
    internal async Task<(LibraryIndex Index, TargetSearchResult Finding, RenewalStatus Renewal)> LookAsync(
        PlaylistContent content, IPlaylistSyncer syncer, SyncRequest request, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var isRebuild = request.Operation == SyncOperation.Rebuild;
        var accountId = content.Playlist.AccountId;
        var index = await library.GetFreshAsync(accountId, request.AskedAt, progress, cancellationToken);
        var (finding, renewal) = await FindAsync();
        if (renewal == RenewalStatus.None && HasLostItsId(content.Playlist, finding))
        {
            // The target's id is gone. The songs' ids may be gone as well, whatever the change detector says.
            await library.MarkStaleAsync(accountId, cancellationToken);
            index = await library.GetFreshAsync(accountId, request.AskedAt, progress, cancellationToken);
            (finding, renewal) = await FindAsync();
        }

        var isAnswered = isRebuild || renewal.Answer == RenewalAnswer.CreateAll;
        return (index, finding.IsGone && isAnswered ? TargetSearchResult.None : finding, renewal);

        async Task<(TargetSearchResult Finding, RenewalStatus Renewal)> FindAsync()
        {
            var now = await renewals.FindRenewalStatusAsync(content.Playlist, syncer, cancellationToken);
            var needsProof = isRebuild || request.ApprovedPlan is not null || now.AwaitsAnswer(request) || now.Answer is RenewalAnswer.CreateAll or RenewalAnswer.LookAtEach;
            return (await finder.FindAsync(content.Playlist, needsProof ? null : content.KnownSongs, syncer, cancellationToken), now);
        }
    }

    /// <summary>The target, if it is proved to be the playlist's. For irreversible actions.</summary>
    internal Task<TargetSearchResult> FindProvedAsync(Playlist playlist, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => finder.FindAsync(playlist, known: null, syncer, cancellationToken);

    /// <summary>The target as we left it, if the server says that nobody has changed it since. Null if that cannot be known without reading
    /// it.</summary>
    internal async Task<Target?> FindUntouchedAsync(SyncLease lease, PlaylistContent content, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => UnchangedTargets.Recall(content) is { } target && await untouched.IsUntouchedAsync(lease, target, syncer, cancellationToken) ? target : null;

    /// <summary>Whether the server has the target under another id than the one we knew, or not at all.</summary>
    internal static bool HasLostItsId(Playlist playlist, TargetSearchResult finding)
        => playlist.KnownTargetId is { } id && (finding.Target is null ? finding.IsGone : finding.Target.Summary.Id != id);
}
