using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>The first half of every run and preview: reads the playlist, matches it against the library, and decides. It does not change
/// the server.</summary>
public sealed class SyncPlanner(
    PlaylistReader reader, LibraryIndexCache library, PlaylistMatching matching, SyncDecider decider, SyncReadingProgress reading)
{
    /// <summary>The run's playlist.</summary>
    /// <exception cref="LeaseLostException">The playlist is gone.</exception>
    internal async Task<PlaylistContent> ReadAsync(SyncLease lease, CancellationToken cancellationToken)
        => await FindAsync(lease.UserId, lease.PlaylistId, cancellationToken) ?? throw new LeaseLostException();

    /// <summary>A playlist, or null if it is not this user's.</summary>
    internal Task<PlaylistContent?> FindAsync(int userId, int playlistId, CancellationToken cancellationToken)
        => reader.FindAsync(userId, playlistId, cancellationToken);

    /// <summary>The run's library, as fresh as its request needs it.</summary>
    internal Task<LibraryIndex> GetLibraryAsync(SyncLease lease, CancellationToken cancellationToken)
        => library.GetFreshAsync(lease.AccountId, lease.AskedAt, reading.For(lease), cancellationToken);

    /// <summary>A library as fresh as of this moment, without progress reports.</summary>
    internal Task<LibraryIndex> GetLibraryAsync(int accountId, DateTimeOffset askedAt, CancellationToken cancellationToken)
        => library.GetFreshAsync(accountId, askedAt, progress: null, cancellationToken);

    /// <summary>Reads the run's library again, whatever the change detector says: the server does not know an id that it once
    /// returned.</summary>
    internal async Task<LibraryIndex> ReadLibraryAgainAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await library.MarkStaleAsync(lease.AccountId, cancellationToken);
        return await GetLibraryAsync(lease, cancellationToken);
    }

    /// <summary>Matches within a run: results are stored as they are found.</summary>
    internal Task<MatchReport> MatchAsync(SyncLease lease, PlaylistContent content, LibraryIndex index, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => matching.RunAsync(lease, content, new SongLookup(index, syncer as IIdTranslator), cancellationToken);

    /// <summary>Matches for a preview: nothing is stored.</summary>
    internal MatchReport Match(PlaylistContent content, LibraryIndex index, CancellationToken cancellationToken)
        => matching.Match(content, index, cancellationToken);

    /// <inheritdoc cref="SyncDecider.Decide"/>
    internal SyncStep Decide(
        PlaylistContent content, MatchReport report, TargetSearchResult finding, LibraryIndex index, IPlaylistSyncer syncer, bool awaitsAnswer = false)
        => decider.Decide(content, report, finding, index, syncer, awaitsAnswer);

    /// <summary>If the name was changed on the server, the user did it: it becomes the name override and does not count as drift.</summary>
    internal static void FollowRename(Playlist playlist, Target? target)
    {
        if (target is { Summary.Name: var name } && playlist.TargetName is { } known && name != known && name != playlist.WantedName && !TargetToken.IsIn(name))
        {
            playlist.NameOverride = name;
        }
    }
}
