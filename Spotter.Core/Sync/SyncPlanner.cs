using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>The first half of every run and preview: reads the playlist, matches it against the library, and decides. It does not change
/// the server.</summary>
public sealed class SyncPlanner(
    PlaylistReader reader, PlaylistMatching matching, ProviderRegistry providers, SafetyRulesFactory safety, ServerProfiles servers, TimeProvider clock)
{
    /// <summary>The run's playlist.</summary>
    /// <exception cref="LeaseLostException">The playlist is gone.</exception>
    internal async Task<PlaylistContent> ReadAsync(SyncLease lease, CancellationToken cancellationToken)
        => await FindAsync(lease.UserId, lease.PlaylistId, cancellationToken) ?? throw new LeaseLostException();

    /// <summary>A playlist, or null if it is not this user's.</summary>
    internal Task<PlaylistContent?> FindAsync(int userId, int playlistId, CancellationToken cancellationToken)
        => reader.FindAsync(userId, playlistId, cancellationToken);

    /// <summary>Matches within a run: what is found is stored as it is found.</summary>
    internal Task<MatchReport> MatchAsync(SyncLease lease, PlaylistContent content, LibraryIndex index, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => matching.RunAsync(lease, content, new SongLookup(index, syncer as IIdTranslator), cancellationToken);

    /// <summary>Matches for a preview: nothing is stored.</summary>
    internal MatchReport Match(PlaylistContent content, LibraryIndex index, CancellationToken cancellationToken)
        => matching.Match(content, index, cancellationToken);

    /// <summary>Decides what the target should hold, by the rules and names of this installation, and keeps what it was decided from. Asks nobody.</summary>
    internal SyncStep Decide(
        PlaylistContent content, MatchReport report, TargetSearchResult finding, LibraryIndex index, IPlaylistSyncer syncer, bool awaitsAnswer = false)
    {
        var lastWritten = LastWrittenContent.Of(content.Written, finding.Target, new SongLookup(index, syncer as IIdTranslator));
        lastWritten = IsAnotherList(content.Playlist, finding.Target, syncer) ? lastWritten?.InAnotherList : lastWritten;
        var decision = SyncDecision.Of(
            content.Playlist, providers.DisplayNameOf(content.Playlist.Source), report, finding, lastWritten, index, safety.Current, servers.Name, awaitsAnswer);
        return new SyncStep(content.Playlist, report, decision, finding.Target, lastWritten, index)
        {
            Server = servers.Name,
            Drift = lastWritten is { IsSure: true } && finding.Target is { } target
                ? SyncFacts.DriftOf(decision.Merge.Drift, content.Playlist.EditPolicy, target, lastWritten, clock.GetUtcNow())
                : null,
        };
    }

    /// <summary>If the name was changed on the server, the user did it: it becomes the name override and does not count as drift.</summary>
    internal static void FollowRename(Playlist playlist, Target? target)
    {
        if (target is { Summary.Name: var name } && playlist.TargetName is { } known && name != known && name != playlist.WantedName && !TargetToken.IsIn(name))
        {
            playlist.NameOverride = name;
        }
    }

    /// <summary>Whether the target was found by its comment or name: not the list that we wrote to, for all that we know.</summary>
    private static bool IsAnotherList(Playlist playlist, Target? target, IPlaylistSyncer syncer)
        => playlist.KnownTargetId is { } id && target is not null && target.Summary.Id != id
            && (syncer as IIdTranslator)?.Translate(id) != target.Summary.Id;
}
