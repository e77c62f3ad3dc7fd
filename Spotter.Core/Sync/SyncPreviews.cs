using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>Shows what a sync or a pairing would do, using the same code.</summary>
public sealed class SyncPreviews(
    SyncPlanner planner, TargetLook look, PairableTargets pairable, ProviderRegistry providers, ServerProfiles servers, TimeProvider clock)
{
    /// <summary>The preview of syncing this playlist, or of pairing it with a playlist on the server. Null if it is not this
    /// user's.</summary>
    /// <exception cref="ProviderException">The server could not answer, or the pairing is refused. The message says why.</exception>
    /// <exception cref="LibraryScanningException">The server is scanning.</exception>
    public async Task<SyncPreview?> PreviewAsync(int userId, int playlistId, string? pairWithId, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        if (await planner.FindAsync(userId, playlistId, cancellationToken) is not { } content)
        {
            return null;
        }

        var playlist = content.Playlist;
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, playlist.AccountId, cancellationToken);
        TargetSearchResult finding;
        LibraryIndex index;
        if (pairWithId is null)
        {
            (index, finding, _) = await look.LookAsync(content, syncer, new SyncRequest { Trigger = SyncTrigger.User, RequestedAt = askedAt }, progress: null, cancellationToken);
        }
        else
        {
            index = await look.GetLibraryAsync(playlist.AccountId, askedAt, cancellationToken);
            var chosen = await pairable.ReadAsync(syncer, userId, playlistId, pairWithId, cancellationToken);
            finding = TargetSearchResult.Of(chosen);
            if (playlist.KnownTargetId != pairWithId)
            {
                playlist.NameOverride = chosen.Summary.Name == playlist.Name ? null : chosen.Summary.Name;
                playlist.DesiredFingerprint = null;
                content = content with { Written = null };
            }
        }

        var report = await Task.Run(() => planner.Match(content, index, cancellationToken), cancellationToken); // off the circuit's thread
        SyncPlanner.FollowRename(playlist, pairWithId is null ? finding.Target : null);
        var step = planner.Decide(content, report, finding, index, syncer);
        var decision = step.Decision;
        var songs = step.KnownSongs.DistinctBy(song => song.Id).ToDictionary(song => song.Id, StringComparer.Ordinal);
        IReadOnlyList<Song> Named(IReadOnlyList<string> ids) => [.. ids.Select(id => songs[id])];
        return new(
            decision.Plan, Named(decision.Diff.Added), Named(decision.Diff.Removed), Named(decision.Diff.Moved), decision.Verdict,
            report.Matched, report.Review, report.Missing)
        {
            Drift = step.Drift,
            Caution = pairWithId is null ? null : new Fact.PairCaution(servers.Name),
        };
    }
}
