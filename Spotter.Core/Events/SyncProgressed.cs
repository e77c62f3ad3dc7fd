using Spotter.Core.Matching;

namespace Spotter.Core.Events;

/// <summary>A run progressed. At most four per second for each run.</summary>
/// <param name="UserId">The user.</param>
/// <param name="PlaylistId">Which playlist.</param>
/// <param name="Phase">The phase of the run.</param>
/// <param name="Done">Of <paramref name="Total"/>, in the phase's unit; matched rows up to this position are stored.</param>
/// <param name="Total">0 if unknown.</param>
/// <param name="ByTier">Tracks matched so far, by tier.</param>
/// <param name="Review">Tracks in review so far.</param>
/// <param name="Missing">Tracks missing so far.</param>
public sealed record SyncProgressed(
    int UserId, int PlaylistId, SyncPhase Phase, int Done, int Total, IReadOnlyDictionary<MatchTier, int> ByTier, int Review, int Missing) : IUserEvent;
